/** What the picture and the browser's chart must do alike. Without imports, for the browser's sake. */

/**
 * A published number is drawn on until the next one, but not for longer than this: two as-of days
 * further apart leave a gap, because nobody said what lay between.
 */
export const LONGEST_HOLD_IN_DAYS = 45;

/** Dashes tell lines apart without colour; in units of the picture, the first is unbroken. */
export const DASHES: readonly (readonly number[])[] = [
  [],
  [7, 3],
  [2, 2],
  [9, 2, 2, 2],
  [4, 4],
  [12, 4],
  [6, 2, 2, 2, 2, 2],
  [1, 3],
];

/** The dash of the line that stands at `index`; more lines than dashes begin again. */
export function dashOf(index: number): readonly number[] {
  return DASHES[index % DASHES.length] ?? [];
}

export function isGap(day: number, nextDay: number): boolean {
  return nextDay - day > LONGEST_HOLD_IN_DAYS;
}
