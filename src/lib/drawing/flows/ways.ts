import type { Point } from '#lib/drawing/arrow.ts';
import { tenths } from '#lib/drawing/flow-scale.ts';

/** One flow before it has its way on paper, in units of the frame. */
export interface Wish {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
  /** The widest it is ever drawn, so that no day's arrow needs another way. */
  readonly width: number;
}

/** A quadratic curve from its start over `over` to its tip. */
export interface Way {
  readonly from: Point;
  readonly over: Point;
  readonly to: Point;
}

/** A flow's place on the ring around one of its ends. */
interface Slot {
  readonly key: string;
  readonly wish: number;
  readonly half: number;
  readonly reach: number;
  angle: number;
}

/** Units between two neighbours on the ring. */
const GAP = 3;
/** The ring is no wider than this share of the way to its nearest end. */
const SHARE = 0.5;
const WIDEST_RING = 44;
/** Radians by which an arrow may leave away from where it goes. */
const FARTHEST_TURN = 0.8;
/** How far along its way an arrow keeps the direction in which it left, as a share of the length. */
const KEEPS = 0.45;
const ROUNDS = 400;

/**
 * Ways that leave an origin spread around it in the order of their targets and keep that order, so that those of
 * one origin do not cross; flows back run beside those out. The criteria are those of Jenny, Stephen,
 * Muehlenhaus, Marston, Sharma, Zhang and Jenny, "Design principles for origin-destination flow maps" (2018): few
 * crossings, gentle curves, no sharp angles at the ends, radial arrangement around nodes.
 * Deterministic; the same wishes in any order give the same ways.
 */
export function waysOf(wishes: readonly Wish[]): Map<string, Way> {
  const ways = new Map<string, Way>();
  const hubs = hubsOf(wishes);
  const isHub = (point: Point) => hubs.has(name(point));
  const slots = new Map([...hubs].map(([at, point]) => [at, ring(point, wishes)]));
  for (const wish of wishes) {
    // Of a flow back the ring is at its target; of one between two hubs at its origin.
    const out = isHub(wish.from);
    const hub = out ? wish.from : wish.to;
    const far = out ? wish.to : wish.from;
    const slot = slots.get(name(hub))?.get(wish.key);
    if (!slot) continue;
    const near = polar(hub, slot.angle, slot.reach);
    const end = farEnd(wish, wishes, hub, far, slots.get(name(hub)));
    const length = Math.hypot(end[0] - near[0], end[1] - near[1]);
    const over = polar(near, slot.angle, KEEPS * length);
    ways.set(
      wish.key,
      out
        ? { from: round(near), over: round(over), to: round(end) }
        : { from: round(end), over: round(over), to: round(near) },
    );
  }
  return ways;
}

/** A point of the way; `t` from 0 at its start to 1 at its tip. */
export function pointOn({ from, over, to }: Way, t: number): Point {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return [a * from[0] + b * over[0] + c * to[0], a * from[1] + b * over[1] + c * to[1]];
}

/** Points in which more flows start than end; every other end is one flow's own. */
function hubsOf(wishes: readonly Wish[]): Map<string, Point> {
  const starts = new Map<string, number>();
  for (const { from, to } of wishes) {
    starts.set(name(from), (starts.get(name(from)) ?? 0) + 1);
    starts.set(name(to), (starts.get(name(to)) ?? 0) - 0.5);
  }
  const hubs = new Map<string, Point>();
  const most = [...starts].filter(([, count]) => count > 0).map(([at]) => at);
  for (const { from } of wishes) if (most.includes(name(from))) hubs.set(name(from), from);
  // A flow between two places that are no hubs needs one of its own.
  for (const { from, to } of wishes)
    if (!hubs.has(name(from)) && !hubs.has(name(to))) hubs.set(name(from), from);
  return hubs;
}

/** The slots around `hub`, pushed apart until no two overlap, or as far as they may turn. */
function ring(hub: Point, wishes: readonly Wish[]): Map<string, Slot> {
  const near = wishes
    .map((wish) => ({ wish, far: otherEnd(wish, hub) }))
    .filter((one): one is { wish: Wish; far: Point } => one.far !== null);
  const needed = near.reduce((sum, { wish }) => sum + wish.width + GAP, 0);
  const radius = Math.min(WIDEST_RING, Math.max(8, needed / 2.4));
  const slots = near
    .map(({ wish, far }): Slot => {
      const [dx, dy] = [far[0] - hub[0], far[1] - hub[1]];
      // What goes back runs clockwise beside what goes out.
      const back = name(wish.to) === name(hub) ? 1e-3 : 0;
      const reach = Math.min(radius, SHARE * Math.hypot(dx, dy));
      const angle = Math.atan2(dy, dx) + back;
      return { key: wish.key, wish: angle, half: (wish.width + GAP) / 2 / radius, reach, angle };
    })
    .sort((a, b) => a.wish - b.wish || (a.key < b.key ? -1 : 1));
  const full = 2 * Math.PI;
  const crowd = Math.min(1, (0.9 * full) / (2 * slots.reduce((sum, { half }) => sum + half, 0)));
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    slots.forEach((slot, i) => {
      const next = slots[(i + 1) % slots.length];
      if (!next || next === slot) return;
      const between = next.angle - slot.angle + (i + 1 === slots.length ? full : 0);
      const lacks = (slot.half + next.half) * crowd - between;
      if (lacks <= 1e-4) return;
      moved = true;
      slot.angle = turned(slot, slot.angle - lacks / 2);
      next.angle = turned(next, next.angle + lacks / 2);
    });
    if (!moved) break;
  }
  return new Map(slots.map((slot) => [slot.key, slot]));
}

function turned(slot: Slot, angle: number): number {
  return Math.min(Math.max(angle, slot.wish - FARTHEST_TURN), slot.wish + FARTHEST_TURN);
}

/** Where a flow ends away from the hub: flows that share both ends stand side by side there, in the ring's order. */
function farEnd(
  wish: Wish,
  wishes: readonly Wish[],
  hub: Point,
  far: Point,
  slots: ReadonlyMap<string, Slot> | undefined,
): Point {
  const alike = wishes
    .filter((other) => {
      const end = otherEnd(other, hub);
      return end !== null && name(end) === name(far);
    })
    .sort((a, b) => (slots?.get(a.key)?.wish ?? 0) - (slots?.get(b.key)?.wish ?? 0));
  const angle = Math.atan2(far[1] - hub[1], far[0] - hub[0]);
  // The first of them keeps the place itself; the others stand beside it.
  const first = alike.findIndex(({ to }) => name(to) === name(far));
  const own = alike.indexOf(wish);
  let aside = 0;
  const step = own < first ? -1 : 1;
  for (let i = Math.max(first, 0); i !== own; i += step) {
    const [one, two] = [alike[i], alike[i + step]];
    aside += step * ((one?.width ?? 0) / 2 + (two?.width ?? 0) / 2 + GAP);
  }
  const beside = polar(far, angle + Math.PI / 2, aside);
  // Another hub's flow already ends there: this one stops short of it.
  const taken = wishes.find(
    (other) => other !== wish && name(other.to) === name(far) && otherEnd(other, hub) === null,
  );
  return taken ? polar(beside, angle + Math.PI, taken.width / 2 + 8) : beside;
}

function otherEnd({ from, to }: Wish, hub: Point): Point | null {
  if (name(from) === name(hub)) return to;
  return name(to) === name(hub) ? from : null;
}

function polar([x, y]: Point, angle: number, reach: number): Point {
  return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
}

function round([x, y]: Point): Point {
  return [tenths(x), tenths(y)];
}

function name([x, y]: Point): string {
  return `${tenths(x)} ${tenths(y)}`;
}
