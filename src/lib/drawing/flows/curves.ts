import { tenths } from '#lib/drawing/flow-scale.ts';
import type { Point } from '#lib/drawing/geometry.ts';
import type { Curve } from '#lib/drawing/ribbon.ts';
import type { Direction } from '#lib/views/map-flows.ts';

/** One way for which nobody has set a ribbon by hand, in units of the frame. */
export interface CurveAsked {
  readonly key: string;
  readonly direction: Direction;
  readonly from: Point;
  readonly to: Point;
  /** The widest it is ever drawn, so that no day's ribbon needs another way. */
  readonly width: number;
}

/** Units between two neighbours where they are widest. */
const GAP = 3;
/** How far a ribbon goes towards the other country's middle, and where on its way it is measured. */
const REACH = 0.55;
const WIDEST_AT = 0.42;
/** Its tail stands on an arc round the country's middle, no farther out than this many units. */
const ARC = 16;
/** Radians by which a ribbon may leave away from where it goes. */
const FARTHEST_TURN = 0.9;
const ROUNDS = 400;

interface Spoke {
  readonly asked: CurveAsked;
  readonly bearing: number;
  readonly distance: number;
  /** Radians that half of it takes where it is widest. */
  readonly half: number;
  angle: number;
}

/**
 * Ribbons by rule, for a situation that has none set by hand: they leave the country in the order of their bearings,
 * pushed apart until none touches another where it is widest; tails stand on an arc round the country's middle, tips
 * half-way to the other country's, the bends at a third, away from the next ribbon. The criteria are those of Jenny and
 * others, "Design principles for origin-destination flow maps" (2018). The same ways in any order give the same curves.
 */
export function curvesByRule(asked: readonly CurveAsked[]): Map<string, Curve> {
  const curves = new Map<string, Curve>();
  const hubs = new Map<string, CurveAsked[]>();
  for (const one of asked) {
    if (one.direction === 'onward') {
      curves.set(one.key, onward(one));
      continue;
    }
    const [x, y] = one.direction === 'out' ? one.from : one.to;
    const hub = `${one.direction} ${x} ${y}`;
    hubs.set(hub, [...(hubs.get(hub) ?? []), one]);
  }
  for (const ways of hubs.values())
    for (const [i, spoke, all] of spread(ways).map((one, at, of) => [at, one, of] as const))
      curves.set(spoke.asked.key, curveOf(spoke, all[(i + 1) % all.length], all.at(i - 1)));
  return curves;
}

function spread(ways: readonly CurveAsked[]): Spoke[] {
  const spokes = ways
    .map((asked): Spoke => {
      const [hub, far] =
        asked.direction === 'out' ? [asked.from, asked.to] : [asked.to, asked.from];
      const [dx, dy] = [far[0] - hub[0], far[1] - hub[1]];
      const distance = Math.hypot(dx, dy);
      const bearing = Math.atan2(dy, dx);
      const half = (asked.width / 2 + GAP / 2) / Math.max(1, WIDEST_AT * distance);
      return { asked, bearing, distance, half, angle: bearing };
    })
    .sort((a, b) => a.bearing - b.bearing || (a.asked.key < b.asked.key ? -1 : 1));
  const full = 2 * Math.PI;
  const needed = 2 * spokes.reduce((sum, { half }) => sum + half, 0);
  const crowd = Math.min(1, (0.9 * full) / needed);
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    spokes.forEach((spoke, i) => {
      const next = spokes[(i + 1) % spokes.length];
      if (!next || next === spoke) return;
      const between = next.angle - spoke.angle + (i + 1 === spokes.length ? full : 0);
      const lacks = (spoke.half + next.half) * crowd - between;
      if (lacks <= 1e-4) return;
      moved = true;
      spoke.angle = turned(spoke, spoke.angle - lacks / 2);
      next.angle = turned(next, next.angle + lacks / 2);
    });
    if (!moved) break;
  }
  return spokes;
}

const turned = ({ bearing }: Spoke, angle: number): number =>
  Math.min(Math.max(angle, bearing - FARTHEST_TURN), bearing + FARTHEST_TURN);

function curveOf(spoke: Spoke, after: Spoke | undefined, before: Spoke | undefined): Curve {
  const { asked, angle, distance } = spoke;
  const hub = asked.direction === 'out' ? asked.from : asked.to;
  const at = (reach: number, turn = 0): Point => [
    tenths(hub[0] + reach * Math.cos(angle + turn)),
    tenths(hub[1] + reach * Math.sin(angle + turn)),
  ];
  const near = Math.min(ARC, 0.2 * distance);
  const far = REACH * distance;
  const third = (far - near) / 3;
  const full = 2 * Math.PI;
  const gap = (one: Spoke | undefined, sign: number) =>
    one === undefined || one === spoke ? full : (sign * (one.angle - angle) + full) % full;
  // Away from the nearer neighbour, and never into the farther one.
  const room = Math.min(gap(after, 1), gap(before, -1));
  const bend = (gap(after, 1) < gap(before, -1) ? -1 : 1) * Math.min(0.12, room / 8);
  const curve: Curve = [at(near), at(near + third, bend), at(near + 2 * third, bend), at(far)];
  return asked.direction === 'out' ? curve : [curve[3], curve[2], curve[1], curve[0]];
}

/** Between two other countries: short, beyond the tips of what comes from the country itself. */
function onward({ from, to }: CurveAsked): Curve {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const at = (share: number, aside: number): Point => [
    tenths(from[0] + share * dx - aside * dy),
    tenths(from[1] + share * dy + aside * dx),
  ];
  return [at(0.15, 0), at(0.35, 0.05), at(0.55, 0.05), at(0.75, 0)];
}
