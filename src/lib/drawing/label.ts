import type { Box } from './arrow.ts';
import type { Way } from './destinations.ts';
import { tenths } from './flow-scale.ts';
import { LABEL as LETTERS, linesOfName } from './flows/label-text.ts';
import { FRAME } from './projection.ts';

/** Room kept for one label, in units: as wide as "more than 281,000". */
export const LABEL = { ...LETTERS, width: 90 } as const;
const GAP = 3;
const EDGE = 2;
/** Units of a box that its text can be expected to leave empty. */
const SLACK = 8;

export interface Label {
  /** Where the text hangs: `x` with its anchor, `y` the baseline of the first line. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** The place's name in lines; below it stand the amount and, where it is not the map's, the date. */
  readonly name: readonly string[];
  /** All lines there is room for. */
  readonly lines: number;
  /** The room kept; the text does not fill it. */
  readonly box: Box;
}

const ANCHOR = { left: 'end', right: 'start', above: 'middle', below: 'middle' } as const;

/** The label of a place beside `end`, nudged as its way says and then pushed back into the frame. */
export function placeLabel(
  end: Box,
  { side, nudge }: Pick<Way, 'side' | 'nudge'>,
  placeName: string,
  linesBelow: number,
): Label {
  const name = linesOfName(placeName);
  const lines = name.length + linesBelow;
  const height = LABEL.ascent + LABEL.line * (lines - 1) + LABEL.descent;
  const [middleX, middleY] = [(end.left + end.right) / 2, (end.top + end.bottom) / 2];
  const wantedLeft = {
    left: end.left - GAP - LABEL.width,
    right: end.right + GAP,
    above: middleX - LABEL.width / 2,
    below: middleX - LABEL.width / 2,
  }[side];
  const wantedTop = {
    left: middleY - height / 2,
    right: middleY - height / 2,
    above: end.top - GAP - height,
    below: end.bottom + GAP,
  }[side];
  const left = within(wantedLeft + nudge[0], FRAME.width - LABEL.width);
  const top = within(wantedTop + nudge[1], FRAME.height - height);
  const box = { left, top, right: left + LABEL.width, bottom: top + height };
  // Pushed back by the frame's edge a little, the text still ends at the arrow, for it seldom fills its
  // box; pushed far, it keeps to that edge.
  const moved = left - wantedLeft - nudge[0];
  const far = Math.abs(moved) > SLACK;
  const anchor = !far ? ANCHOR[side] : moved > 0 ? 'start' : 'end';
  const back = far ? 0 : moved;
  const x = { start: left, middle: (left + box.right) / 2, end: box.right }[anchor] - back;
  return { x: tenths(x), y: tenths(top + LABEL.ascent), anchor, name, lines, box };
}

function within(wanted: number, most: number): number {
  return Math.min(Math.max(wanted, EDGE), most - EDGE);
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
