import { segmentsCross, type Box, type Point } from './geometry.ts';
import { tenths } from './flow-scale.ts';

/** A cubic centre line from its tail to its tip, in units of the frame. */
export type Curve = readonly [start: Point, first: Point, second: Point, end: Point];

/** One piece of an outline: a straight line to a point, or a cubic with its two handles. */
type Piece = readonly [Point] | readonly [Point, Point, Point];

/** A closed outline. */
interface Outline {
  readonly from: Point;
  readonly pieces: readonly Piece[];
}

/** A ribbon before it is written: what its path and its test for crossings are both made of. */
export interface Ribbon {
  readonly outline: Outline;
  /** Whole length of its centre line, in units. */
  readonly length: number;
  /** Length of the head, in units. */
  readonly head: number;
}

/** From this width on, in units, a head is a blade without barbs. */
const BROAD = 8;
/** Cubics of which each side is made: with its own direction at each end, three are nearer to it than a spline through seven points. */
const SIDE = 3;
/** The same for the shorter edges of a qualifier. */
const EDGE = 2;
/** Share of the length in which the tail goes from a point to its first width. */
const TAIL = 0.012;
/** Share of the length where full width is reached and read. */
const FULL = 0.7;
const LONGEST_HEAD = 0.45;
/** Of the full width, what a tail has. */
const THIN = 0.07;
const STEPS = 96;

/** Between 0 and 1 with level ends (Hermite). */
export function smooth(x: number): number {
  const within = Math.min(1, Math.max(0, x));
  return within * within * (3 - 2 * within);
}

/** Half of a ribbon's width, in units, at `along` of its `length`: it only ever grows, and is full from 0.7 of the length on. */
export function halfWidth(along: number, length: number, width: number): number {
  return (width / 2) * (THIN + (1 - THIN) * smooth(along / (FULL * length)));
}

/** Length of a head, in units; never more than 0.45 of the whole. */
export function headLength(width: number, length: number): number {
  const wanted = width < BROAD ? 3.6 + 0.72 * width : 3.6 + 0.72 * BROAD + 0.98 * (width - BROAD);
  return Math.min(wanted, LONGEST_HEAD * length);
}

/** Half of a head's width, in units: a thin ribbon has barbs, a broad one none. */
export function headHalf(width: number): number {
  return width / 2 + Math.max(0, 1.65 - 0.2 * width);
}

/** A ribbon of `width` units along `curve`: it begins as a point and its tip is the end of the curve. */
export function ribbon(curve: Curve, width: number): Ribbon {
  const line = measured(curve);
  const { length } = line;
  const head = headLength(width, length);
  const neck = length - head;
  const side = (sign: 1 | -1) =>
    spansOf(
      (at) => line.beside(at, sign * halfWidth(at, length, width)),
      [TAIL * length, neck],
      SIDE,
    );
  const [left, right] = [side(1), side(-1)];
  const from = line.at(0);
  const tip = curve[3];
  const middle = line.at(neck);
  const axis = unit(minus(tip, middle));
  const across: Point = [-axis[1], axis[0]];
  const put = (ahead: number, aside: number): Point => [
    middle[0] + axis[0] * ahead + across[0] * aside,
    middle[1] + axis[1] * ahead + across[1] * aside,
  ];
  const half = headHalf(width);
  // The last section stands square to the axis of the head, so that a blade's tip lies on that axis.
  const [shoulder, other] = [put(0, half), put(0, -half)];
  if (width >= BROAD) {
    left.splice(-1, 1, movedTo(left.at(-1), shoulder));
    right.splice(-1, 1, movedTo(right.at(-1), other));
  }
  const heads: Piece[] =
    width < BROAD
      ? [[put(-0.16 * head, half)], [tip], [put(-0.16 * head, -half)], [right.at(-1)?.end ?? tip]]
      : [
          [put(0.36 * head, half), put(0.7 * head, 0.21 * width), tip],
          [put(0.7 * head, -0.21 * width), put(0.36 * head, -half), other],
        ];
  return {
    outline: {
      from,
      pieces: [...forwards(left), ...heads, ...backwards(right)],
    },
    length,
    head,
  };
}

/** The outline as path data. */
export const ribbonPath = ({ outline }: Ribbon): string => written(outline, true);

/** The outline as corners close enough for no eye to tell them from the curve; of it crossings are computed. */
export function cornersOf({ outline: { from, pieces } }: Ribbon): Point[] {
  const corners: Point[] = [from];
  for (const piece of pieces) {
    const last = corners.at(-1) ?? from;
    if (piece.length === 1) corners.push(piece[0]);
    else
      for (let step = 1; step <= 12; step += 1)
        corners.push(pointOn([last, piece[0], piece[1], piece[2]], step / 12));
  }
  return corners;
}

/** Square units within an outline given as corners. */
export function areaOf(corners: readonly Point[]): number {
  let twice = 0;
  corners.forEach(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice) / 2;
}

/** Units by which "about" reaches out on both sides. */
export const bandReach = (width: number): number => Math.min(2.2, 0.7 + 0.22 * width);

/** The pale band of "about", "nearly" and "up to" as path data: it grows in between 0.2 and 0.55 of the length. */
export function bandPath(curve: Curve, width: number): string {
  const line = measured(curve);
  const { length } = line;
  const side = (sign: 1 | -1) =>
    spansOf(
      (at) => {
        const grown = smooth((at / length - 0.2) / 0.35);
        return line.beside(at, sign * (halfWidth(at, length, width) + bandReach(width) * grown));
      },
      [0.2 * length, length - headLength(width, length) * 0.9],
      EDGE,
    );
  const [left, right] = [side(1), side(-1)];
  const from = left[0]?.start ?? line.at(0);
  return written(
    {
      from,
      pieces: [...forwards(left).slice(1), [right.at(-1)?.end ?? from], ...backwards(right)],
    },
    true,
  );
}

/** The two edges of "at least" and "more than" as path data: they open from 0.55 units at 0.3 of the length to 1.9 at the shoulders. */
export function openEdges(curve: Curve, width: number): string {
  const line = measured(curve);
  const { length } = line;
  const [start, neck] = [0.3 * length, length - headLength(width, length)];
  return ([1, -1] as const)
    .map((sign) => {
      const side = spansOf(
        (at) => {
          const open = 0.55 + (1.9 - 0.55) * ((at - start) / (neck - start));
          return line.beside(at, sign * (halfWidth(at, length, width) + open));
        },
        [start, neck],
        EDGE,
      );
      const from = side[0]?.start ?? line.at(start);
      return written({ from, pieces: forwards(side).slice(1) }, false);
    })
    .join('');
}

/** A rectangle around corners. */
export function boxOf(corners: readonly Point[]): Box {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** Whether two closed outlines, given as corners, cross. */
export function outlinesCross(one: readonly Point[], two: readonly Point[]): boolean {
  const [a, b] = [boxOf(one), boxOf(two)];
  if (a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top) return false;
  return one.some((p, i) => {
    const q = one[(i + 1) % one.length] ?? p;
    return two.some((r, j) => segmentsCross(p, q, r, two[(j + 1) % two.length] ?? r));
  });
}

/** Points along a curve at equal steps of its length, with the half width of a ribbon of `width` there: what labels keep clear of. A head ends in a point. */
export function discsOn(curve: Curve, width: number): { at: Point; radius: number }[] {
  const line = measured(curve);
  const { length } = line;
  const head = headLength(width, length);
  return Array.from({ length: 25 }, (_, i) => {
    const along = (length * i) / 24;
    const half = halfWidth(along, length, width) * Math.min(1, (length - along) / head);
    return { at: line.at(along), radius: Math.max(0.5, half) };
  });
}

/** One cubic of a side. */
interface Span {
  readonly start: Point;
  readonly first: Point;
  readonly second: Point;
  readonly end: Point;
}

/** A line given by its length as cubics that have its place and its direction at both ends (Hermite), equally long. */
function spansOf(
  line: (at: number) => Point,
  [from, to]: readonly [number, number],
  count: number,
): Span[] {
  const step = (to - from) / count;
  const near = step / 50;
  /** By how much the line moves in a third of a step. */
  const third = (at: number): Point => {
    const [low, high] = [Math.max(from, at - near), Math.min(to, at + near)];
    const [a, b] = [line(low), line(high)];
    const share = step / 3 / (high - low);
    return [(b[0] - a[0]) * share, (b[1] - a[1]) * share];
  };
  return Array.from({ length: count }, (_, i) => {
    const [at, then] = [from + i * step, from + (i + 1) * step];
    const [start, end] = [line(at), line(then)];
    const [out, back] = [third(at), third(then)];
    return { start, first: [start[0] + out[0], start[1] + out[1]], second: minus(end, back), end };
  });
}

const forwards = (spans: readonly Span[]): Piece[] => [
  ...spans.slice(0, 1).map(({ start }): Piece => [start]),
  ...spans.map(({ first, second, end }): Piece => [first, second, end]),
];

const backwards = (spans: readonly Span[]): Piece[] =>
  [...spans].reverse().map(({ start, first, second }): Piece => [second, first, start]);

/** The same cubic to another end, with its direction. */
function movedTo(span: Span | undefined, end: Point): Span {
  if (!span) throw new Error('expected a side, found none');
  const [dx, dy] = minus(end, span.end);
  return { ...span, second: [span.second[0] + dx, span.second[1] + dy], end };
}

/** A curve by its length: cubics have no formula for it, so it is summed in steps finer than is seen. */
function measured(curve: Curve) {
  const points = Array.from({ length: STEPS + 1 }, (_, i) => pointOn(curve, i / STEPS));
  const until = [0];
  for (let i = 1; i <= STEPS; i += 1) {
    const [[ax, ay], [bx, by]] = [points[i - 1] as Point, points[i] as Point];
    until.push((until[i - 1] ?? 0) + Math.hypot(bx - ax, by - ay));
  }
  const length = until[STEPS] ?? 0;
  /** The share of the curve's parameter at `along` units. */
  const share = (along: number): number => {
    const next = until.findIndex((one) => one >= along);
    if (next === 0) return 0;
    if (next < 0) return 1;
    const [low, high] = [until[next - 1] ?? 0, until[next] ?? 0];
    return (next - 1 + (along - low) / (high - low || 1)) / STEPS;
  };
  const at = (along: number): Point => pointOn(curve, share(along));
  const beside = (along: number, aside: number): Point => {
    const t = share(along);
    const [x, y] = pointOn(curve, t);
    const [dx, dy] = unit(
      minus(pointOn(curve, Math.min(1, t + 0.01)), pointOn(curve, Math.max(0, t - 0.01))),
    );
    return [x - dy * aside, y + dx * aside];
  };
  return { length, at, beside };
}

/** A point of a cubic; `t` from 0 at its start to 1 at its end. */
export function pointOn([a, b, c, d]: Curve, t: number): Point {
  const u = 1 - t;
  const of = (i: 0 | 1) =>
    u ** 3 * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t ** 3 * d[i];
  return [of(0), of(1)];
}

/** Path data in relative tenths of a unit: shortest in the page. Each step starts from the rounded end of the last, so that nothing adds up. */
function written({ from, pieces }: Outline, closed: boolean): string {
  const whole = (point: Point): Point => [Math.round(point[0] * 10), Math.round(point[1] * 10)];
  let [x, y] = whole(from);
  /** The handle that a smooth piece would take by itself, where the last piece was curved. */
  let mirrored: Point | null = null;
  let last = '';
  let path = `M${pair(x, y)}`;
  for (const piece of pieces) {
    const points = piece.map(whole);
    const isSmooth =
      mirrored !== null &&
      points.length === 3 &&
      Math.abs((points[0]?.[0] ?? 0) - mirrored[0]) <= 1 &&
      Math.abs((points[0]?.[1] ?? 0) - mirrored[1]) <= 1;
    const kind = points.length === 1 ? 'l' : isSmooth ? 's' : 'c';
    const said = (isSmooth ? points.slice(1) : points).map(([px, py]) => pair(px - x, py - y));
    const numbers = joined(said);
    path +=
      kind === last ? (numbers.startsWith('-') ? numbers : ` ${numbers}`) : `${kind}${numbers}`;
    last = kind;
    const end = points.at(-1) as Point;
    const handle = points.length === 3 ? (points[1] as Point) : null;
    mirrored = handle && [2 * end[0] - handle[0], 2 * end[1] - handle[1]];
    [x, y] = end;
  }
  return closed ? `${path}z` : path;
}

/** Two numbers of tenths as units, without what may be left out. */
const pair = (x: number, y: number): string => joined([short(x), short(y)]);

const short = (value: number): string => String(tenths(value / 10)).replace(/^(-?)0\./, '$1.');

const joined = (numbers: readonly string[]): string =>
  numbers.reduce(
    (all, one) => (all === '' || one.startsWith('-') ? all + one : `${all} ${one}`),
    '',
  );

const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];

function unit([x, y]: Point): Point {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}
