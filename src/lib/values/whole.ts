import { badValue } from './bad-value.ts';

/** More people than this never lived: a slip of the keyboard, not a figure. */
export const LARGEST = 9_999_999_999;

/** What stands between groups of three digits in one habit or another. */
export const SEPARATORS = ",.'’_ \u00a0\u2009\u202f";
const GROUPED = new RegExp(`^\\d{1,3}(?:[${SEPARATORS}]\\d{3})+$`, 'u');
const ANY_SEPARATOR = new RegExp(`[${SEPARATORS}]`, 'gu');

/**
 * A whole number from 0 to 9,999,999,999, written in the digits 0–9 and nothing else.
 * `expected` says of what, as in "a whole number of persons".
 * @throws {BadValue} naming the likely number: it is never guessed, a keeper writes it.
 */
export function parseWhole(text: string, expected = 'a whole number'): number {
  if (!/^(?:0|[1-9]\d*)$/.test(text)) throw badValue(expected, text, wayOut(text));
  const value = Number(text);
  if (value > LARGEST) throw badValue(expected, text, 'the largest that is read is 9999999999');
  return value;
}

/** `1,200` without its separators; null for what is not digits in groups of three. */
export function ungrouped(text: string): string | null {
  return GROUPED.test(text) ? text.replace(ANY_SEPARATOR, '') : null;
}

function wayOut(text: string): string {
  if (text === '') return 'write digits';
  const plain = text.trim().normalize('NFKC');
  if (/^0+\d+$/.test(text)) return `write ${text.replace(/^0+(?=\d)/, '')}`;
  if (/^[-−–]/.test(plain))
    return 'a number is never negative here; without a number leave it empty';
  const digits = ungrouped(text) ?? ungrouped(plain);
  if (digits !== null) return `write ${digits.replace(/^0+(?=\d)/, '')}`;
  if (/^(?:0|[1-9]\d*)$/.test(plain)) return `write ${plain}`;
  if (/^\d+(?:\.\d+)?e\+?\d{1,2}$/i.test(plain) && Number.isSafeInteger(Number(plain))) {
    return `write ${Number(plain)}`;
  }
  if (/^\d+[.,]\d+$/.test(plain)) return 'write the whole number itself; fractions are not read';
  return 'write the digits 0 to 9 alone';
}
