import type { Amount } from '#lib/values/amount.ts';
import { never } from '#lib/values/bad-value.ts';
import { texts } from './texts.ts';

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A whole number with the language's separators: `1,232`. */
export const sayNumber = (value: number): string => grouped.format(value);

/** An amount in three parts, so that its qualifier can be set smaller on the same baseline. */
export interface SaidAmount {
  /** Before the number: "at least"; empty for an exact one. */
  readonly qualifier: string;
  /** The number, range or word. */
  readonly value: string;
  /** Whether `value` is digits; a word or an unknown is set as text. */
  readonly isNumber: boolean;
}

/** An amount as a sentence would have it. A word is quoted; nothing is ever worked out from it. */
export function sayAmount(amount: Amount): SaidAmount {
  switch (amount.kind) {
    case 'exact':
    case 'at_least':
    case 'more_than':
    case 'about':
    case 'nearly':
    case 'up_to':
      return {
        qualifier: texts.qualifiers[amount.kind],
        value: sayNumber(amount.value),
        isNumber: true,
      };
    case 'between':
      return {
        qualifier: '',
        value: `${sayNumber(amount.low)}\u2013${sayNumber(amount.high)}`,
        isNumber: true,
      };
    case 'word':
      return { qualifier: '', value: `\u201c${amount.word}\u201d`, isNumber: false };
    case 'withheld':
    case 'unknown':
    case 'not_collected':
      return { qualifier: '', value: texts.missing[amount.kind], isNumber: false };
    default:
      return never(amount);
  }
}

/** The amount as one text: "at least 102". The space after a qualifier does not break. */
export function amountText(amount: Amount): string {
  const { qualifier, value } = sayAmount(amount);
  return qualifier === '' ? value : `${qualifier}\u00a0${value}`;
}

/** What was added up here: a number, or the ends between which it lies; null is an open end, never both. */
export function sayEnds({
  low,
  high,
}: {
  readonly low: number | null;
  readonly high: number | null;
}): string {
  if (low === null) return `${texts.qualifiers.up_to} ${sayNumber(high ?? 0)}`;
  if (high === null) return `${texts.qualifiers.at_least} ${sayNumber(low)}`;
  return low === high ? sayNumber(low) : `${sayNumber(low)}\u2013${sayNumber(high)}`;
}
