import type { Amount } from '#lib/values/amount.ts';
import { sayAmount } from '#lib/wording/numbers.ts';
import { widthOf } from '#lib/drawing/type/measured-lines.ts';

/** One map is drawn twice over one ground, for a wide sight and for a phone; the style shows one of them. */
export type DrawingName = 'wide' | 'phone';
export const DRAWINGS: readonly DrawingName[] = ['wide', 'phone'];

/** Sizes of text in units of the frame, as large as the style ever shows them. */
export interface TextSizes {
  readonly text: number;
  /** From one line of a label to the next. */
  readonly line: number;
  /** Dates, the key, and labels of one line. */
  readonly small: number;
}

/** Where so many places are counted letters are smaller, and small numbers stand behind their name. */
const MANY_PLACES = 20;
/** From this many persons on a label among many has two lines. */
export const TWO_LINES = 30_000;

export const isDense = ({ places }: { readonly places: readonly unknown[] }): boolean =>
  places.length > MANY_PLACES;

/** A wide map is at least 576 px wide, one with many places 752; a phone's is 320 or more (`styles/map.css`). */
export function sizesOf(drawing: DrawingName, dense: boolean): TextSizes {
  if (drawing === 'phone') return { text: 13, line: 15.9, small: 12.1 };
  return dense ? { text: 6.3, line: 7.1, small: 5.8 } : { text: 8.6, line: 9.9, small: 7.5 };
}

/** Share of the size that letters reach above their line and below it. */
export const ASCENT = 0.76;
export const DESCENT = 0.24;

/** Where the measured face is missing another one is used, which may be wider. */
const OTHER_FACE = 1.2;

/** Units that a text takes. */
export const nameWidth = (text: string, size: number): number =>
  widthOf(text, 'sans', size) * OTHER_FACE;

/** Units that an amount takes, its number in bold. */
export function amountWidth(amount: Amount, size: number): number {
  const { qualifier, value } = sayAmount(amount);
  const before = qualifier === '' ? 0 : widthOf(`${qualifier}\u00a0`, 'sans', size);
  return (before + widthOf(value, 'bold', size)) * OTHER_FACE;
}
