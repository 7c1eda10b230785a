import { circlePath, type Point } from '#lib/drawing/geometry.ts';
import { WORD_WIDTH } from '#lib/drawing/flow-scale.ts';
import {
  bandPath,
  bandReach,
  openEdges,
  ribbon,
  ribbonPath,
  type Curve,
} from '#lib/drawing/ribbon.ts';
import type { Look } from './look.ts';

/**
 * One path of a mark. `name` is what it is, and the class by which it is coloured: `band` (pale, "about"), `edge` (dotted,
 * "at least"), `rib` (a ribbon), `hollow` (an empty one: crossings back, another rule, the upper edge of a range), `word`
 * (dashed and empty), `missing` (a grey outline), `disc` (a circle), `inner` (what makes a disc a ring).
 */
export interface Stroke {
  readonly name: 'band' | 'edge' | 'rib' | 'hollow' | 'word' | 'missing' | 'disc' | 'inner';
  readonly d: string;
}

export interface Drawn {
  readonly look: Look;
  /** Units: of a ribbon its width, of a circle its diameter. */
  readonly width: number;
  /** Of a range its upper edge; else as `width`. */
  readonly upper: number;
  /** Another rule's number for the same way, or a way back: empty. */
  readonly hollow: boolean;
}

/** A ribbon along `curve`; what is under another comes first. */
export function ribbonStrokes(curve: Curve, { look, width, upper, hollow }: Drawn): Stroke[] {
  const along = (wide: number) => ribbonPath(ribbon(curve, wide));
  if (look === 'none') return [{ name: 'missing', d: circlePath(curve[3], 2) }];
  if (look === 'word' || look === 'missing') return [{ name: look, d: along(WORD_WIDTH) }];
  const strokes: Stroke[] = [];
  if (look === 'soft') strokes.push({ name: 'band', d: bandPath(curve, width) });
  if (look === 'range') strokes.push({ name: 'hollow', d: along(upper) });
  strokes.push({ name: hollow ? 'hollow' : 'rib', d: along(width) });
  if (look === 'open') strokes.push({ name: 'edge', d: openEdges(curve, width) });
  return strokes;
}

/** A disc of `width` across at `at`; of registrations it is a ring. */
export function circleStrokes(
  at: Point,
  { look, width, upper, hollow }: Drawn,
  ring: boolean,
): Stroke[] {
  const around = (radius: number) => circlePath(at, radius);
  if (look === 'none') return [{ name: 'missing', d: around(2) }];
  if (look === 'word' || look === 'missing') return [{ name: look, d: around(width / 2) }];
  const strokes: Stroke[] = [];
  if (look === 'soft') strokes.push({ name: 'band', d: around(width / 2 + bandReach(width / 4)) });
  if (look === 'range') strokes.push({ name: 'hollow', d: around(upper / 2) });
  strokes.push({ name: hollow ? 'hollow' : 'disc', d: around(width / 2) });
  if (look === 'open') strokes.push({ name: 'edge', d: around(width / 2 + 1.3) });
  if (ring) strokes.push({ name: 'inner', d: around(Math.max(0.3, width / 2 - 1.2)) });
  if (ring && width > 7) strokes.push({ name: 'disc', d: around(width / 2 - 2.6) });
  return strokes;
}
