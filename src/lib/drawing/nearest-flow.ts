import Flatbush from 'flatbush';
import { arrowShape, type Point } from './arrow.ts';
import { widthOfFlow, type PlainFlow } from './many-flows.ts';

/** How far, in units, a chord may leave the curve it stands for: less than a pointer can tell. */
const TOLERANCE = 0.1;

/** A straight piece of a flow, as wide as the flow. */
interface Chord {
  readonly flow: number;
  readonly half: number;
  readonly a: Point;
  readonly b: Point;
}

export interface FlowIndex {
  readonly flows: readonly PlainFlow[];
  readonly chords: readonly Chord[];
  /** The boxes of the chords; null without any, because the library refuses to hold none. */
  readonly boxes: Flatbush | null;
}

/** To be built once for many questions. What is not drawn cannot be found. */
export function indexFlows(flows: readonly PlainFlow[]): FlowIndex {
  const chords = flows.flatMap(chordsOf);
  if (chords.length === 0) return { flows, chords, boxes: null };
  const boxes = new Flatbush(chords.length);
  for (const { a, b, half } of chords)
    boxes.add(
      Math.min(a[0], b[0]) - half,
      Math.min(a[1], b[1]) - half,
      Math.max(a[0], b[0]) + half,
      Math.max(a[1], b[1]) + half,
    );
  boxes.finish();
  return { flows, chords, boxes };
}

/**
 * The id of the flow at a point, or of the nearest whose edge is at most `reach` units away. Under a point that lies
 * on several the thinnest is meant, which is drawn above the others; of equally thin ones the first given.
 */
export function nearestFlow(index: FlowIndex, x: number, y: number, reach: number): string | null {
  let best: { flow: number; half: number; away: number } | null = null;
  for (const at of index.boxes?.search(x - reach, y - reach, x + reach, y + reach) ?? []) {
    const chord = index.chords[at];
    if (!chord) continue;
    const { flow, half } = chord;
    const away = Math.max(0, distance(x, y, chord) - half);
    if (away > reach) continue;
    const before = best && (best.away - away || best.half - half || best.flow - flow);
    if (before === null || before > 0) best = { flow, half, away };
  }
  return best ? (index.flows[best.flow]?.id ?? null) : null;
}

/** The shaft in as many pieces as its bend asks for, and one piece through the head to the tip. */
function chordsOf(flow: PlainFlow, place: number): Chord[] {
  const width = widthOfFlow(flow);
  if (width === 0) return [];
  const { from, to } = flow;
  const { middle, neck } = arrowShape(from, to, flow.bend, width);
  const bow = Math.hypot(from[0] - 2 * middle[0] + neck[0], from[1] - 2 * middle[1] + neck[1]);
  // A chord over 1/n of a quadratic curve leaves it by at most bow / 4n².
  const pieces = Math.max(1, Math.ceil(Math.sqrt(bow / (4 * TOLERANCE))));
  const points = Array.from({ length: pieces + 1 }, (_, n): Point => {
    const [t, rest] = [n / pieces, 1 - n / pieces];
    const on = (axis: 0 | 1) =>
      rest * rest * from[axis] + 2 * t * rest * middle[axis] + t * t * neck[axis];
    return [on(0), on(1)];
  });
  return points.map((a, n) => ({ flow: place, half: width / 2, a, b: points[n + 1] ?? to }));
}

function distance(x: number, y: number, { a, b }: Chord): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const along = ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy);
}
