import {
  boxesMeet,
  distanceTo,
  distanceToLine,
  lineMeets,
  nearestIn,
  segmentsCross,
  type Box,
  type Point,
} from '#lib/drawing/geometry.ts';

export type Anchor = 'start' | 'middle' | 'end';

/** The room one label needs, in units, and the mark it names: a circle, or the tip of a ribbon. */
export interface LabelAsked {
  readonly key: string;
  readonly at: Point;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** The larger, the sooner it is placed. */
  readonly weight: number;
}

export interface LabelPlace {
  readonly box: Box;
  readonly anchor: Anchor;
  /** From the mark to the label, where that is far; else null. */
  readonly leader: readonly [Point, Point] | null;
}

export interface Obstacles {
  readonly discs: readonly { readonly at: Point; readonly radius: number }[];
  readonly boxes: readonly Box[];
  readonly frame: { readonly width: number; readonly height: number };
  /** Whether a point lies on ground on which the name of another country would be misread. */
  readonly isHome: (point: Point) => boolean;
}

/** Units from a mark to its label, tried in this order. */
const DISTANCES = [1.2, 2.2, 3.4, 4.5, 7, 10, 14, 18, 23, 28, 34, 40, 47, 54, 62, 70] as const;
/** East, west, north, south, between, and between these. */
const DIRECTIONS: readonly Point[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.71, -0.71],
  [0.71, 0.71],
  [-0.71, -0.71],
  [-0.71, 0.71],
  ...[0.92, -0.92].flatMap((long): Point[] => [
    [long, -0.38],
    [long, 0.38],
    [0.38, long],
    [-0.38, long],
  ]),
];
/** Farther off a label has a line to its mark. */
const LEADER_FROM = 4.5;
const EDGE = 1.5;
const GAP = 1;
/** Where so many other marks lie within so many units there is little choice: such labels are placed first. */
const CROWD = 3;
const AROUND = 24;
/** How often those left out are asked first. */
const ROUNDS = 8;

/**
 * A place for each label beside its mark: the first of sixteen directions and some distances that hits no circle, label,
 * line or edge. A line crosses nothing. Labels are placed one after the other in four orders (crowded ones first, crowded and large ones
 * first, large ones first), each again with those first that found none; the order that leaves out the fewest, then the least, is kept. Those without a place are left out: the list beside
 * the map has them. `placed` are labels that stand already; no more than `most` are placed, the heaviest.
 */
export function placeLabels(
  asked: readonly LabelAsked[],
  obstacles: Obstacles,
  placed: readonly LabelPlace[] = [],
  most = Infinity,
): Map<string, LabelPlace> {
  const marks = [...obstacles.discs, ...asked];
  const weights = new Map(asked.map(({ key, weight }) => [key, weight]));
  const weightOf = (found: ReadonlyMap<string, LabelPlace>) =>
    [...found.keys()].reduce((sum, key) => sum + (weights.get(key) ?? 0), 0);
  const placeIn = (order: readonly LabelAsked[]): Map<string, LabelPlace> => {
    const found = new Map<string, LabelPlace>();
    const taken = [...placed];
    for (const one of order) {
      if (found.size === most) break;
      const place =
        firstFree(one, asked, marks, obstacles, taken, true) ??
        firstFree(one, asked, marks, obstacles, taken, false);
      if (!place) continue;
      found.set(one.key, place);
      taken.push(place);
    }
    return found;
  };
  let best = new Map<string, LabelPlace>();
  for (const first of ordersOf(asked, most)) {
    let order = first;
    for (let round = 0; round < ROUNDS; round += 1) {
      const found = placeIn(order);
      if (found.size > best.size || (found.size === best.size && weightOf(found) > weightOf(best)))
        best = found;
      const missed = order.filter(({ key }) => !found.has(key));
      if (missed.length === 0 || most < asked.length) break;
      // What found no place is asked first in the next round.
      order = [...missed, ...order.filter(({ key }) => found.has(key))];
    }
  }
  return best;
}

function ordersOf(asked: readonly LabelAsked[], most: number): LabelAsked[][] {
  const crowds = new Map(
    asked.map((one) => [
      one,
      asked.filter(
        (other) =>
          other !== one &&
          Math.hypot(other.at[0] - one.at[0], other.at[1] - one.at[1]) - other.radius < AROUND,
      ).length,
    ]),
  );
  const crowd = (one: LabelAsked) => {
    const count = crowds.get(one) ?? 0;
    return count >= CROWD ? count : 0;
  };
  const byWeight = (a: LabelAsked, b: LabelAsked) =>
    b.weight - a.weight || (a.key < b.key ? -1 : 1);
  const first = (one: LabelAsked) =>
    Number(crowd(one) > 0) * (1 + Number(one.height > one.width / 4));
  if (most < asked.length) return [[...asked].sort(byWeight)];
  return [
    [...asked].sort((a, b) => crowd(b) - crowd(a) || byWeight(a, b)),
    [...asked].sort((a, b) => first(b) - first(a) || byWeight(a, b)),
    [...asked].sort((a, b) => first(b) - first(a) || crowd(b) - crowd(a) || byWeight(a, b)),
    [...asked].sort(byWeight),
  ];
}

function firstFree(
  one: LabelAsked,
  asked: readonly LabelAsked[],
  marks: Obstacles['discs'],
  { boxes, frame, isHome }: Obstacles,
  taken: readonly LabelPlace[],
  offHome: boolean,
): LabelPlace | null {
  for (const distance of DISTANCES)
    for (const direction of DIRECTIONS) {
      const { box, anchor } = boxAt(one, direction, distance);
      if (box.left < EDGE || box.top < EDGE) continue;
      if (box.right > frame.width - EDGE || box.bottom > frame.height - EDGE) continue;
      if (boxes.some((other) => boxesMeet(box, other, GAP))) continue;
      if (taken.some((other) => boxesMeet(box, other.box, GAP))) continue;
      if (taken.some(({ leader }) => leader && lineMeets(leader[0], leader[1], box))) continue;
      if (marks.some(({ at, radius }) => distanceTo(at, box) < radius + 0.5)) continue;
      if (offHome && isHome([(box.left + box.right) / 2, (box.top + box.bottom) / 2])) continue;
      const own = distanceTo(one.at, box) - one.radius;
      const stranger = asked.some(
        (other) => other !== one && distanceTo(other.at, box) - other.radius < own,
      );
      if (distance <= LEADER_FROM && !stranger) return { box, anchor, leader: null };
      if (stranger && distance <= LEADER_FROM) continue;
      const leader = leaderTo(one, box);
      if (crosses(leader, one, marks, boxes, taken)) continue;
      return { box, anchor, leader };
    }
  return null;
}

function boxAt(
  { at: [x, y], radius, width, height }: LabelAsked,
  [dx, dy]: Point,
  distance: number,
): { box: Box; anchor: Anchor } {
  const [px, py] = [x + dx * (radius + distance), y + dy * (radius + distance)];
  const left = dx > 0.1 ? px : dx < -0.1 ? px - width : px - width / 2;
  const top = dy > 0.1 ? py : dy < -0.1 ? py - height : py - height / 2;
  return {
    box: { left, top, right: left + width, bottom: top + height },
    anchor: dx > 0.1 ? 'start' : dx < -0.1 ? 'end' : 'middle',
  };
}

/** From the edge of the mark to the nearest point of the label. */
function leaderTo({ at, radius }: LabelAsked, box: Box): readonly [Point, Point] {
  const end = nearestIn(at, box);
  const far = Math.hypot(end[0] - at[0], end[1] - at[1]) || 1;
  const from: Point = [
    at[0] + ((end[0] - at[0]) * radius) / far,
    at[1] + ((end[1] - at[1]) * radius) / far,
  ];
  return [from, end];
}

function crosses(
  [from, to]: readonly [Point, Point],
  own: LabelAsked,
  marks: Obstacles['discs'],
  boxes: readonly Box[],
  taken: readonly LabelPlace[],
): boolean {
  return (
    boxes.some((box) => lineMeets(from, to, box)) ||
    taken.some(
      ({ box, leader }) =>
        lineMeets(from, to, box) || (leader && segmentsCross(from, to, leader[0], leader[1])),
    ) ||
    marks.some((mark) => mark !== own && distanceToLine(mark.at, from, to) < mark.radius + 0.4)
  );
}
