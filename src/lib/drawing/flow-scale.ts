/**
 * One scale for all maps of all days, so that two sheets side by side can be compared. The root
 * keeps the first days' thousands visible beside later millions; the legend shows what that means.
 */
const UNITS_PER_ROOT_PERSON = 0.008;
/** The thinnest arrow a phone shows; reached at 10,000 persons and kept for all fewer. */
export const LEAST_WIDTH = 0.8;
/** A word has no width of its own: every dashed arrow is as wide as this. */
export const WORD_WIDTH = 2;

const RADIUS_PER_ROOT_PERSON = 0.02;
const LEAST_RADIUS = 1.2;
/** A word has no area of its own. */
export const WORD_RADIUS = 6;

/** Width of an arrow in units of the frame; 0 for nobody: that is said, not drawn. */
export function flowWidth(persons: number): number {
  if (persons === 0) return 0;
  return Math.max(LEAST_WIDTH, tenths(UNITS_PER_ROOT_PERSON * Math.sqrt(persons)));
}

/** Radius of a circle in units of the frame: its area is as large as the number; 0 for nobody. */
export function circleRadius(persons: number): number {
  if (persons === 0) return 0;
  return Math.max(LEAST_RADIUS, tenths(RADIUS_PER_ROOT_PERSON * Math.sqrt(persons)));
}

/**
 * Of an arrow its width, of a circle its diameter, in units of the frame. Null persons: an amount without a number, whose
 * size is fixed.
 */
export function markSize(persons: number | null, drawnAs: 'arrow' | 'circle'): number {
  if (drawnAs === 'arrow') return persons === null ? WORD_WIDTH : flowWidth(persons);
  return tenths(2 * (persons === null ? WORD_RADIUS : circleRadius(persons)));
}

/** Rounded to a tenth of a unit: finer than a screen shows, short in the page. */
export function tenths(units: number): number {
  const rounded = Math.round(units * 10) / 10;
  return rounded === 0 ? 0 : rounded; // minus zero would be written into the path
}
