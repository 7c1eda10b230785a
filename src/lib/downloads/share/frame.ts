import { texts } from '#lib/wording/texts.ts';
import { MARGIN, rule, run, set, SHAPES, type ShapeName } from './sheet.ts';

/** Px above and below all that stands on a picture. */
export const TOP = 36;
export const BOTTOM = 34;

/** What is small already shrinks half as much, and hardly grows. */
export const footScale = (scale: number): number =>
  Math.min(scale < 1 ? (1 + scale) / 2 : scale, 1.1);

/** Height of the house's name with the rule under it. */
export const MAST = 44;
export const mast = (shape: ShapeName): string =>
  [
    set([{ runs: [run(texts.siteName, 'number')], size: 23 }], 1, 400).at(MARGIN, TOP - 6),
    rule(TOP + 30, SHAPES[shape], 'ink'),
  ].join('\n');
