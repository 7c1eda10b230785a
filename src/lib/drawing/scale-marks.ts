/** Of the width of a lane so much is for numbers, in per cent: what lies at its end is whole, and an open end goes on. */
export const SPAN = 94;

/** Where a value lies on a linear scale from zero that ends at `most`, in per cent of the width. */
export const placeOn = (value: number, most: number): number =>
  Math.round((value / most) * SPAN * 10) / 10;

/** Round values at most four steps apart for a scale from zero, and where they lie; only zero without a number. */
export function scaleMarks(most: number): { readonly value: number; readonly at: number }[] {
  if (most <= 0) return [];
  const rough = most / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? rough;
  const values = [];
  for (let value = 0; value <= most; value += step) values.push(value);
  return values.map((value) => ({ value, at: placeOn(value, most) }));
}
