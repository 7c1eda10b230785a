import type { Amount } from '#lib/values/amount.ts';
import { never } from '#lib/values/bad-value.ts';

/**
 * The number a mark is drawn by: the stated one, whatever its qualifier, because the label beside the
 * mark says the qualifier. A range is drawn by its low bound: what is stated in any case, and never
 * a midpoint nobody stated. Null for what has no number: it is said in words, never drawn as zero.
 */
export function drawnPersons(amount: Amount): number | null {
  switch (amount.kind) {
    case 'exact':
    case 'at_least':
    case 'more_than':
    case 'about':
    case 'nearly':
    case 'up_to':
      return amount.value;
    case 'between':
      return amount.low;
    case 'word':
    case 'withheld':
    case 'unknown':
    case 'not_collected':
      return null;
    default:
      return never(amount);
  }
}
