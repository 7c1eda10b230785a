import { badValue } from './bad-value.ts';
import { numberInWords } from './number-words.ts';
import { SEPARATORS, ungrouped } from './whole.ts';

/** Digits in groups, or digits with a decimal part, not inside a longer run of either. */
const NUMBER = new RegExp(`\\d{1,3}(?:[${SEPARATORS}]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?`, 'gu');
const SCALE = /^[\s\u00a0-]?(thousand|million|billion|mln|bn|k|m)\b/iu;
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mln: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
};
/** In capitals: "2 may have died" is no date. */
const MONTHS =
  /^(?:st|nd|rd|th)?[\s\u00a0]+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b/u;
const PERCENT = /^\s?(?:%|‰|per ?cent|percentage|pct\b)/iu;

/**
 * Why the source's short phrase cannot stand beside these numbers, or null when it can: any number in digits must be one
 * of them, and of two none may be missing. "1.45 million" and "4 million" are read. So is one number in English words
 * beside one value: "half a million"; what these rules cannot be sure of passes.
 */
export function refusalOfStated(statedAs: string, numbers: readonly number[]): string | null {
  if (statedAs === '') return null;
  const expected =
    numbers.length === 0 ? 'words without digits' : `no number but ${numbers.join(' and ')}`;
  const refuse = (wayOut: string) => badValue(expected, statedAs, wayOut).message;
  if (/[^\P{N}0-9]/u.test(statedAs)) return refuse('write its digits as 0 to 9');
  const borrowed = numbers.length > 1 ? scaleNamedIn(statedAs) : 1;
  const stated = new Set<number>();
  for (const match of statedAs.matchAll(NUMBER)) {
    const [digits] = match;
    const after = statedAs.slice(match.index + digits.length);
    if (PERCENT.test(after)) return refuse('leave percentages out of the phrase');
    if (MONTHS.test(after))
      return refuse('leave dates out of the phrase: they have cells of their own');
    const scale = SCALES[SCALE.exec(after)?.[1]?.toLowerCase() ?? ''];
    const meant = readings(digits).flatMap((n) =>
      scale === undefined ? [n, Math.round(n * borrowed)] : [Math.round(n * scale)],
    );
    const found = meant.filter((n) => numbers.includes(n));
    for (const n of found) stated.add(n);
    if (found.length === 0) {
      return refuse(
        numbers.length === 0
          ? 'write the number as value, or leave it out of the phrase'
          : `shorten the phrase until only the value is left, or correct the value (${digits})`,
      );
    }
  }
  if (numbers.length > 1 && stated.size === 1) return refuse('name both ends, or neither');
  const inWords = numberInWords(statedAs);
  if (inWords !== null && numbers.length === 1 && inWords !== numbers[0])
    return refuse(`the phrase says ${inWords}: shorten it, or correct the value`);
  return null;
}

/** `1.450` is a thousand and a half, or one and a half: both are tried. */
function readings(digits: string): number[] {
  const whole = ungrouped(digits);
  const decimal = /^\d+[.,]\d+$/.test(digits) ? Number(digits.replace(',', '.')) : null;
  if (whole === null && decimal === null) return [Number(digits)];
  return [whole, decimal].filter((n) => n !== null).map(Number);
}

/** In "40 to 50 thousand" the first end takes its scale from the second. */
function scaleNamedIn(statedAs: string): number {
  const named = /\b(thousand|million|billion)\b/iu.exec(statedAs)?.[1]?.toLowerCase();
  return (named === undefined ? undefined : SCALES[named]) ?? 1;
}
