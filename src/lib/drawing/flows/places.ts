import type { Box, Point } from '#lib/drawing/arrow.ts';
import { tenths } from '#lib/drawing/flow-scale.ts';
import { pointOn, type Way } from './ways.ts';

/** The room one label needs, in units, and where the mark it names ends. */
export interface LabelWish {
  readonly key: string;
  /** What the label stands beside: an arrow's head or a whole circle. */
  readonly end: Box;
  readonly width: number;
  readonly height: number;
  /** Units that its code takes up where there is no room for the whole. */
  readonly short: number;
  /** The larger, the sooner it is placed. */
  readonly weight: number;
}

export interface LabelPlace {
  readonly box: Box;
  readonly anchor: 'start' | 'middle' | 'end';
  /** No room for the whole label: the box holds its code alone. */
  readonly short: boolean;
}

/** What labels keep clear of: lines of arrows, whole circles, the legend. */
export interface Obstacles {
  readonly discs: readonly { readonly at: Point; readonly radius: number; readonly key: string }[];
  readonly boxes: readonly Box[];
  /** Whether a point lies on ground on which the name of another country would be misread. */
  readonly isHome: (point: Point) => boolean;
  readonly frame: { readonly width: number; readonly height: number };
}

interface Candidate {
  readonly box: Box;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Units from where it would stand best. */
  readonly away: number;
}

const EDGE = 2;
const GAP = 3;
/** Units that a code is high. */
const SHORT = 10;
/** Units from its mark at which a label gets a line to it. */
const FAR = 12;
const ROUNDS = 12;
const SAMPLES = 24;
const GRID = 4;
/** Costs: a square unit under another label weighs more than one under an arrow, that more than a unit of distance. */
const LABEL = 40;
const MARK = 6;
/** A label nearer to another mark's end than to its own would be read as that one's. */
const STRANGER = 2000;
const DISTANCE = 20;
/** Units from its mark at which a label can stand. */
const REACHES = [GAP, 9, 18, 30, 46, 70, 100] as const;
/** Where many stand close together a longer line would cross others. */
const NEAR = 4;
const HEAVIEST = 6;
/** For a label that lies on such ground as a whole; by parts less. */
const HOME = 3000;

/**
 * A box for each label, beside the end of its mark: of a fixed set of candidates each takes the one that costs least
 * given the others, in rounds, until none moves; begun with each label once, the best is kept (discrete gradient descent: Christensen, Marks and Shieber, "An
 * empirical study of algorithms for point-feature label placement", 1995). Labels that still lie over another are
 * set again by weight, and those without room keep only their code.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: Obstacles,
): Map<string, LabelPlace> {
  const order = [...wishes].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  const candidates = new Map(order.map((wish) => [wish.key, candidatesOf(wish, obstacles)]));
  const all = order.map((wish) =>
    asked(wish.key, candidates.get(wish.key) ?? [], ({ box, away }) => {
      const stranger = strangerOf(box, wish, order) ? STRANGER : 0;
      return away + MARK * underMarks(box, obstacles) + stranger + onHome(box, obstacles);
    }),
  );
  const chosen =
    least(
      all.map((_, i) => descend([...all.slice(i), ...all.slice(0, i)])),
      ({ cost }) => cost,
    )?.places ?? new Map<string, Candidate>();
  const clear = order.every((wish) => {
    const box = chosen.get(wish.key);
    return box && order.every(({ key }) => key === wish.key || !meets(box.box, chosen.get(key)));
  });
  if (clear)
    return new Map(
      [...chosen].map(([key, { box, anchor }]) => [key, { box, anchor, short: false }]),
    );
  return byWeight(order, candidates, obstacles);
}

/** What one label can choose from, the cheapest by itself first. Numbers lie side by side: they are read millions of times. */
interface Asked {
  readonly key: string;
  readonly candidates: readonly Candidate[];
  /** Of each candidate left, top, right and bottom. */
  readonly boxes: Float64Array;
  /** What each costs by itself, whatever the others do. */
  readonly own: Float64Array;
  /** Which of two is taken where both cost the same. */
  readonly turns: readonly number[];
  /** All that its candidates can lie on: what lies elsewhere is nothing to it. */
  readonly reach: Box;
}

function asked(
  key: string,
  candidates: readonly Candidate[],
  cost: (one: Candidate) => number,
): Asked {
  const ranked = candidates
    .map((candidate, turn) => ({ candidate, own: cost(candidate), turn }))
    .sort((a, b) => a.own - b.own);
  const boxes = ranked.map(({ candidate: { box } }) => box);
  return {
    key,
    candidates: ranked.map(({ candidate }) => candidate),
    boxes: Float64Array.from(boxes.flatMap((box) => [box.left, box.top, box.right, box.bottom])),
    own: Float64Array.from(ranked, ({ own }) => own),
    turns: ranked.map(({ turn }) => turn),
    reach: {
      left: Math.min(...boxes.map(({ left }) => left)),
      top: Math.min(...boxes.map(({ top }) => top)),
      right: Math.max(...boxes.map(({ right }) => right)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    },
  };
}

/** From nothing placed, in this order, until no label gains by moving. */
function descend(order: readonly Asked[]): {
  readonly places: Map<string, Candidate>;
  readonly cost: number;
} {
  /** Of each label the index of its candidate; none before it is first asked. */
  const chosen: (number | undefined)[] = order.map(() => undefined);
  const boxOf = (label: number): Box | undefined =>
    order[label]?.candidates[chosen[label] ?? -1]?.box;
  const othersOf = (label: number, { reach }: Asked): number[] => {
    const sides: number[] = [];
    for (let other = 0; other < order.length; other += 1) {
      const box = other === label ? undefined : boxOf(other);
      if (box && shared(reach, box) > 0) sides.push(box.left, box.top, box.right, box.bottom);
    }
    return sides;
  };
  // Whether anything in reach has moved since a label was asked last: else it would choose the same again.
  const stale = order.map(() => true);
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const [label, one] of order.entries()) {
      if (!stale[label]) continue;
      stale[label] = false;
      const best = cheapestBeside(one, othersOf(label, one), chosen[label] ?? 0);
      if (best === chosen[label]) continue;
      const before = boxOf(label);
      chosen[label] = best;
      const now = boxOf(label);
      moved = true;
      for (const [other, { reach }] of order.entries())
        if (other !== label && [before, now].some((box) => box && shared(reach, box) > 0))
          stale[other] = true;
    }
    if (!moved) break;
  }
  const places = new Map<string, Candidate>();
  let cost = 0;
  for (const [label, one] of order.entries()) {
    const at = chosen[label] ?? 0;
    const candidate = one.candidates[at];
    if (!candidate) continue;
    places.set(one.key, candidate);
    const over = squareUnitsOver(one.boxes, at, othersOf(label, one), Infinity);
    cost += (one.own[at] ?? 0) + (LABEL * over) / 2;
  }
  return { places, cost };
}

/**
 * Which candidate costs least given the boxes of others. To lie over them only costs more, so those that are dearer by
 * themselves need no look; `first` is looked at first, because what was best before leaves the fewest others to try.
 */
function cheapestBeside(
  { boxes, own, turns }: Asked,
  others: readonly number[],
  first: number,
): number | undefined {
  if (own.length === 0) return undefined;
  const costOf = (at: number, most: number) => {
    const alone = own[at] ?? 0;
    return alone + LABEL * squareUnitsOver(boxes, at, others, (most - alone) / LABEL);
  };
  let [best, lowest] = [first, costOf(first, Infinity)];
  for (let at = 0; at < own.length; at += 1) {
    if ((own[at] ?? 0) > lowest) break;
    if (at === first) continue;
    const cost = costOf(at, lowest);
    if (cost < lowest || (cost === lowest && (turns[at] ?? 0) < (turns[best] ?? 0)))
      [best, lowest] = [at, cost];
  }
  return best;
}

/** Square units of others under the box at an index; what clearly exceeds `most` is not summed up to its end. */
function squareUnitsOver(
  boxes: Float64Array,
  at: number,
  others: readonly number[],
  most: number,
): number {
  const [left, top] = [boxes[4 * at] as number, boxes[4 * at + 1] as number];
  const [right, bottom] = [boxes[4 * at + 2] as number, boxes[4 * at + 3] as number];
  const enough = most + 1;
  let sum = 0;
  for (let i = 0; i < others.length && sum <= enough; i += 4) {
    const wide = Math.min(right, others[i + 2] as number) - Math.max(left, others[i] as number);
    if (wide <= 0) continue;
    const high = Math.min(bottom, others[i + 3] as number) - Math.max(top, others[i + 1] as number);
    if (high > 0) sum += wide * high;
  }
  return sum;
}

/** Points along an arrow, as discs as wide as it is. */
export function discsAlong(way: Way, width: number, key: string): Obstacles['discs'] {
  return Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const t = i / SAMPLES;
    // The head is broader than the shaft.
    return { at: pointOn(way, t), radius: width / 2 + (t > 0.9 ? 2.2 + 0.2 * width : 1), key };
  });
}

/** From the nearest point of a label to the edge of its mark, where that is so `far`, in units, that the eye would not find it; else null. */
export function leaderOf(
  box: Box,
  end: Box,
  far: number = FAR,
): readonly [from: Point, to: Point] | null {
  if (distance(box, end) <= far) return null;
  const [x, y] = [(end.left + end.right) / 2, (end.top + end.bottom) / 2];
  const from: Point = [clamp(x, box.left, box.right), clamp(y, box.top, box.bottom)];
  // To the edge of a circle, not across it.
  const share = (end.right - end.left) / 2 / Math.hypot(from[0] - x, from[1] - y);
  return [from, [x + (from[0] - x) * share, y + (from[1] - y) * share]];
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** Another label's mark whose end is nearer to `box` than the end of its own. */
export function strangerOf(
  box: Box,
  own: LabelWish,
  all: readonly LabelWish[],
): LabelWish | undefined {
  const far = distance(box, own.end);
  return all.find((other) => other.key !== own.key && distance(box, other.end) < far);
}

function distance(a: Box, b: Box): number {
  const dx = Math.max(a.left - b.right, b.left - a.right, 0);
  const dy = Math.max(a.top - b.bottom, b.top - a.bottom, 0);
  // Nearly always one of them, and a root costs more than all the rest.
  return dx === 0 ? dy : dy === 0 ? dx : Math.hypot(dx, dy);
}

/** Square units two boxes share. */
export function shared(a: Box, b: Box): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}

/**
 * Whole labels by weight, each where it lies over nothing and still leaves every smaller one room for its code; those
 * without such a place keep their code.
 */
function byWeight(
  order: readonly LabelWish[],
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  obstacles: Obstacles,
): Map<string, LabelPlace> {
  const codes = new Map(order.map((wish) => [wish.key, shortCandidates(wish, order, obstacles)]));
  const whole = new Map<string, LabelPlace>();
  let rest = codesFor(order, whole, codes);
  for (const [rank, wish] of order.entries()) {
    // What a reader looks for first may stand farther off.
    const reach = (rank < HEAVIEST ? 2 : 1) * NEAR * FAR;
    const free = (candidates.get(wish.key) ?? [])
      .filter(
        ({ box }) =>
          [...whole.values()].every((other) => !meets(box, other)) &&
          underMarks(box, obstacles) === 0 &&
          onHome(box, obstacles) === 0 &&
          distance(box, wish.end) <= reach &&
          !crosses(leaderOf(box, wish.end), wish, order, whole) &&
          !crowds(box, wish, order),
      )
      .sort((a, b) => a.away - b.away);
    for (const { box, anchor } of free) {
      const tried = new Map(whole).set(wish.key, { box, anchor, short: false });
      const left = codesFor(order, tried, codes);
      if (left.clashes > rest.clashes) continue;
      whole.set(wish.key, { box, anchor, short: false });
      rest = left;
      break;
    }
  }
  return new Map(
    order.flatMap(({ key }) => {
      const place = whole.get(key) ?? rest.places.get(key);
      return place ? [[key, place]] : [];
    }),
  );
}

/** Codes of all without a whole label, by weight; `clashes` counts those that lie over another. */
function codesFor(
  order: readonly LabelWish[],
  whole: ReadonlyMap<string, LabelPlace>,
  codes: ReadonlyMap<string, readonly Candidate[]>,
): { readonly places: Map<string, LabelPlace>; readonly clashes: number } {
  const places = new Map<string, LabelPlace>();
  let clashes = 0;
  for (const { key } of order) {
    if (whole.has(key)) continue;
    // They are in the order of what they cost.
    const all = codes.get(key) ?? [];
    const free = all.find(
      ({ box }) =>
        [...places.values()].every((other) => !meets(box, other)) &&
        [...whole.values()].every((other) => !meets(box, other)),
    );
    if (!free) clashes += 1;
    const place = free ?? all[0];
    if (place) places.set(key, { box: place.box, anchor: place.anchor, short: true });
  }
  return { places, clashes };
}

/** Whether a label's line runs over another label or another's mark. */
function crosses(
  line: ReturnType<typeof leaderOf>,
  own: LabelWish,
  all: readonly LabelWish[],
  whole: ReadonlyMap<string, LabelPlace>,
): boolean {
  if (line === null) return false;
  const [from, to] = line;
  const boxes = [
    ...[...whole.values()].map(({ box }) => box),
    ...all.filter(({ key }) => key !== own.key).map(({ end }) => end),
  ];
  return Array.from({ length: SAMPLES }, (_, i) => i / SAMPLES).some((t) => {
    const x = from[0] + (to[0] - from[0]) * t;
    const y = from[1] + (to[1] - from[1]) * t;
    return boxes.some(
      ({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom,
    );
  });
}

/** Whether a label stands so near to another's mark that it would be read as that one's. */
function crowds(box: Box, own: LabelWish, all: readonly LabelWish[]): boolean {
  const other = strangerOf(box, own, all);
  return other !== undefined && distance(box, other.end) < FAR;
}

function candidatesOf({ end, width, height }: LabelWish, { frame }: Obstacles): Candidate[] {
  const [middleX, middleY] = [(end.left + end.right) / 2, (end.top + end.bottom) / 2];
  const found: Candidate[] = [];
  const put = (left: number, top: number, anchor: Candidate['anchor'], away: number) => {
    const x = within(left, frame.width - width);
    const y = within(top, frame.height - height);
    const pushed = Math.abs(x - left) + Math.abs(y - top);
    found.push({
      box: { left: x, top: y, right: x + width, bottom: y + height },
      anchor,
      away: away + pushed,
    });
  };
  for (const [step, distance] of REACHES.entries()) {
    const away = step * DISTANCE;
    for (const shift of [0, -0.35, 0.35, -0.7, 0.7, -1.1, 1.1]) {
      const turn = Math.abs(shift) * 14;
      put(end.left - distance - width, middleY - height / 2 + shift * height, 'end', away + turn);
      put(end.right + distance, middleY - height / 2 + shift * height, 'start', away + turn + 1);
      put(
        middleX - width / 2 + shift * width,
        end.top - distance - height,
        'middle',
        away + turn + 2,
      );
      put(middleX - width / 2 + shift * width, end.bottom + distance, 'middle', away + turn + 2);
    }
  }
  return found;
}

/** In the mark itself where it is large enough, else around it. */
function shortCandidates(
  wish: LabelWish,
  order: readonly LabelWish[],
  obstacles: Obstacles,
): Candidate[] {
  const { end } = wish;
  const [middleX, middleY] = [(end.left + end.right) / 2, (end.top + end.bottom) / 2];
  const inside: Candidate = {
    box: {
      left: middleX - wish.short / 2,
      top: middleY - SHORT / 2,
      right: middleX + wish.short / 2,
      bottom: middleY + SHORT / 2,
    },
    anchor: 'middle',
    away: -1,
  };
  const around = candidatesOf({ ...wish, width: wish.short, height: SHORT }, obstacles);
  const all = end.right - end.left > wish.short + 2 ? [inside, ...around] : around;
  const cost = new Map(
    all.map((one) => {
      const stranger = strangerOf(one.box, wish, order) ? STRANGER : 0;
      return [one, one.away + MARK * underMarks(one.box, obstacles) + stranger];
    }),
  );
  return all.sort((a, b) => (cost.get(a) ?? 0) - (cost.get(b) ?? 0));
}

/** Square units of marks under a box, roughly: each disc by how far it reaches in. */
function underMarks(box: Box, { discs, boxes }: Obstacles): number {
  let sum = 0;
  for (const one of boxes) sum += 4 * shared(box, one);
  for (const { at, radius } of discs) {
    const dx = Math.max(box.left - at[0], 0, at[0] - box.right);
    const dy = Math.max(box.top - at[1], 0, at[1] - box.bottom);
    // Most are far off, and a root costs more than all the rest.
    if (dx > radius + 1 || dy > radius + 1) continue;
    const reach = radius + 1 - Math.hypot(dx, dy);
    if (reach > 0) sum += reach;
  }
  return sum;
}

/** By how much of a box lies on ground where it would be misread, asked at points of a grid. */
function onHome({ left, right, top, bottom }: Box, { isHome }: Obstacles): number {
  let hits = 0;
  for (let i = 0; i <= GRID; i += 1)
    for (let j = 0; j <= GRID; j += 1)
      if (isHome([left + ((right - left) * i) / GRID, top + ((bottom - top) * j) / GRID]))
        hits += 1;
  return (HOME * hits) / (GRID + 1) ** 2;
}

function meets(box: Box, other: { readonly box: Box } | undefined): boolean {
  return other !== undefined && shared(box, other.box) > 0;
}

function least<T>(all: readonly T[], cost: (one: T) => number): T | undefined {
  let [best, lowest]: [T | undefined, number] = [undefined, Infinity];
  for (const one of all) {
    const asked = cost(one);
    if (asked < lowest) [best, lowest] = [one, asked];
  }
  return best;
}

function within(wanted: number, most: number): number {
  return tenths(Math.min(Math.max(wanted, EDGE), most - EDGE));
}
