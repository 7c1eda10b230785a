import { apart } from './label-column.ts';

/** The end of one line, its name, and the corners of what is drawn of it. */
export interface LineEnd {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly corners: readonly { readonly x: number; readonly y: number }[];
}

/** Where the name of a line begins, and the height of its middle. */
export interface EndLabel {
  readonly labelX: number;
  readonly labelY: number;
}

/** Between the lines and the column of their names. */
export const COLUMN_GAP = 15;
/** Px a letter takes at 13 px, generously, and half the height of a line of text. */
const LETTER = 7;
const HALF = 8;

type Plot = Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>;

/**
 * Names stand at the ends of their lines: in one column for all that come near the right edge, and beside,
 * above or below its own end for a line that stopped earlier, wherever fewest other lines run.
 */
export function endLabels(
  ends: readonly (LineEnd | null)[],
  distance: number,
  plot: Plot,
): (EndLabel | null)[] {
  // A name that would run out of the plot would run into the column.
  const isNear = (end: LineEnd | null) =>
    end !== null && end.x + HALF + end.name.length * LETTER > plot.right;
  const column = ends.filter(isNear);
  const heights = apart(
    column.map((end) => end?.y ?? 0),
    distance,
    plot.top,
    plot.bottom,
  );
  return ends.map((end) => {
    if (!end) return null;
    if (isNear(end))
      return { labelX: plot.right + COLUMN_GAP, labelY: heights[column.indexOf(end)] ?? end.y };
    return quietest(end, ends, plot);
  });
}

function quietest(end: LineEnd, ends: readonly (LineEnd | null)[], plot: Plot): EndLabel {
  const width = end.name.length * LETTER;
  const beside = { labelX: end.x + HALF, labelY: end.y };
  const others = [
    { labelX: end.x - HALF, labelY: end.y - 2 * HALF },
    { labelX: end.x + HALF, labelY: end.y - 2 * HALF },
    { labelX: end.x + HALF, labelY: end.y + 2 * HALF },
    { labelX: end.x - width, labelY: end.y - 2 * HALF },
  ].filter(({ labelX, labelY }) => labelX > plot.left && labelY < plot.bottom && labelY > plot.top);
  const disturbance = ({ labelX, labelY }: EndLabel) =>
    ends.reduce(
      (sum, line) => sum + (line ? stepsThrough(line, labelX, labelX + width, labelY) : 0),
      0,
    );
  return others.reduce(
    (best, other) => (disturbance(other) < disturbance(best) ? other : best),
    beside,
  );
}

/** How many steps of a line run through a text of that place. */
function stepsThrough({ corners }: LineEnd, left: number, right: number, middle: number): number {
  return corners.filter(({ x, y }, index) => {
    const held = corners[index + 1]?.x ?? x;
    return held > left && x < right && Math.abs(y - middle) < HALF;
  }).length;
}
