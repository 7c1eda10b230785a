import type { Amount } from '#lib/values/amount.ts';
import { never } from '#lib/values/bad-value.ts';

/**
 * How a mark shows what is not known of its amount, in shape and pattern, never in hue alone.
 * `sharp`: as stated; `open`: dotted edges that open, it may be more; `soft`: a pale band at the edge, it may be a little
 * more or less; `range`: two edges; `word`: dashed and empty, of fixed size; `missing`: a grey outline; `none`: nobody, a
 * small empty dot.
 */
export type Look = 'sharp' | 'open' | 'soft' | 'range' | 'word' | 'missing' | 'none';

export const LOOKS: readonly Look[] = ['sharp', 'open', 'soft', 'range', 'word', 'missing', 'none'];

export function lookOf(amount: Amount): Look {
  switch (amount.kind) {
    case 'exact':
      return amount.value === 0 ? 'none' : 'sharp';
    case 'at_least':
    case 'more_than':
      return 'open';
    case 'about':
    case 'nearly':
    case 'up_to':
      return 'soft';
    case 'between':
      return 'range';
    case 'word':
      return 'word';
    case 'withheld':
    case 'unknown':
    case 'not_collected':
      return 'missing';
    default:
      return never(amount);
  }
}
