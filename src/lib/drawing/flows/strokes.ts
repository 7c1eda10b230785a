import { arrowMark, arrowOver, circle, type Point } from '#lib/drawing/arrow.ts';
import { tenths } from '#lib/drawing/flow-scale.ts';
import type { Look } from './look.ts';
import type { Way } from './ways.ts';

/**
 * One path of a mark. `name` is what it is, and the class by which it is coloured: `casing` (paper, parts marks where
 * they meet), `shaft` (stroked), `head` (filled), `teeth` (short lines outwards), `halo` (translucent),
 * `outline` (stroked, empty), `hollow` (paper again, over a shaft), `inner` (paper dots along it).
 */
export interface Stroke {
  readonly name:
    'casing' | 'shaft' | 'head' | 'teeth' | 'halo' | 'outline' | 'hollow' | 'inner' | 'disc';
  readonly d: string;
  /** Units; 0 for what is only filled. */
  readonly width: number;
}

export interface Drawn {
  readonly look: Look;
  /** Units: of an arrow its width, of a circle its diameter. */
  readonly width: number;
  /** Of a range its upper edge; else as `width`. */
  readonly upper: number;
  /** Another rule's number for the same way: an empty outline. */
  readonly hollow: boolean;
  /** Towards where the others come from: dotted along its middle. */
  readonly back: boolean;
}

/** Units of the casing on both sides together. */
const CASING = 2.5;

/** An arrow along `way`. The shaft ends inside the head; a head is never longer than half the way. */
export function arrowStrokes(way: Way, { look, width, upper, hollow, back }: Drawn): Stroke[] {
  if (look === 'none') return dot(way.to);
  const broad = Math.max(width, upper);
  const { from, over, to } = way;
  const { d: shaft, head } = arrowMark(from, to, arrowOver(from, over, to, broad));
  const strokes: Stroke[] = [
    { name: 'casing', d: shaft, width: tenths(broad + CASING) },
    { name: 'head', d: head, width: 0 },
  ];
  const put = (name: Stroke['name'], wide: number) =>
    strokes.push({ name, d: shaft, width: tenths(wide) });
  if (look === 'open') put('teeth', width + 2 * reachOf(width));
  if (look === 'soft') strokes.push(...halo(shaft, width, reachOf(width)));
  if (look === 'missing') put('outline', width);
  else put('shaft', broad);
  if (hollow || look === 'missing' || look === 'closed') put('hollow', Math.max(0.4, broad - 1.4));
  if (look === 'range') {
    put('hollow', Math.max(0.4, upper - 1.4));
    put('shaft', width);
  }
  if (back) put('inner', Math.max(0.5, Math.min(1.6, width / 4)));
  return strokes;
}

/** A disc of `width` across at `at`; of registrations it is a ring. */
export function circleStrokes(
  at: Point,
  { look, width, upper, hollow }: Drawn,
  ring: boolean,
): Stroke[] {
  if (look === 'none') return dot(at);
  const d = circle(at, width / 2).d;
  if (look === 'word') return [{ name: 'shaft', d, width: 1.2 }];
  if (look === 'missing') return [{ name: 'outline', d, width: 1 }];
  const strokes: Stroke[] = [];
  if (look === 'open') strokes.push({ name: 'teeth', d: circle(at, width / 2 + 1.5).d, width: 3 });
  if (look === 'soft') strokes.push(...halo(d, 0, reachOf(width / 4)));
  if (look === 'range') strokes.push({ name: 'shaft', d: circle(at, upper / 2).d, width: 0.8 });
  strokes.push({ name: 'disc', d, width: 0 });
  if (hollow || look === 'closed' || ring)
    strokes.push({ name: 'hollow', d: circle(at, Math.max(0.3, width / 2 - 1.2)).d, width: 0 });
  if (ring && width > 7) strokes.push({ name: 'disc', d: circle(at, width / 2 - 2.6).d, width: 0 });
  return strokes;
}

/** Units by which a mark's unsure edge reaches out: what is not known never outweighs the amount. */
function reachOf(width: number): number {
  return Math.min(3, 1.2 + width / 3);
}

function halo(d: string, width: number, reach: number): Stroke[] {
  return [
    { name: 'halo', d, width: tenths(width + 2 * reach) },
    { name: 'halo', d, width: tenths(width + reach) },
  ];
}

/** Nobody: not nothing, so that zero and not known look different. */
function dot(at: Point): Stroke[] {
  return [{ name: 'outline', d: circle(at, 2).d, width: 1 }];
}
