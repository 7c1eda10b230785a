import { tenths } from './flow-scale.ts';

export type Point = readonly [x: number, y: number];

/** A rectangle in units of the frame. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A circle as path data. */
export function circlePath([x, y]: Point, radius: number): string {
  const [r, across] = [tenths(radius), tenths(radius * 2)];
  return `M${tenths(x - radius)} ${tenths(y)}a${r} ${r} 0 1 1 ${across} 0a${r} ${r} 0 1 1 ${-across} 0z`;
}

/** Units between a point and the nearest point of a rectangle; 0 within it. */
export function distanceTo([x, y]: Point, { left, top, right, bottom }: Box): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** The point of a rectangle that is nearest to another. */
export const nearestIn = ([x, y]: Point, { left, top, right, bottom }: Box): Point => [
  Math.min(Math.max(x, left), right),
  Math.min(Math.max(y, top), bottom),
];

/** Whether two rectangles come nearer to each other than `gap` units. */
export function boxesMeet(a: Box, b: Box, gap = 0): boolean {
  return (
    a.left < b.right + gap &&
    b.left < a.right + gap &&
    a.top < b.bottom + gap &&
    b.top < a.bottom + gap
  );
}

/** Whether the straight line between two points touches a rectangle. */
export function lineMeets(from: Point, to: Point, box: Box): boolean {
  const { left, top, right, bottom } = box;
  if (distanceTo(from, box) === 0 || distanceTo(to, box) === 0) return true;
  const corners: readonly Point[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  return corners.some((corner, i) =>
    segmentsCross(from, to, corner, corners[(i + 1) % 4] as Point),
  );
}

/** Whether two straight lines between two points each cross. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Units between a point and the straight line between two others. */
export function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const share = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, share));
  return Math.hypot(point[0] - from[0] - t * dx, point[1] - from[1] - t * dy);
}
