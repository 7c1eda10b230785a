import { tenths } from './flow-scale.ts';

export type Point = readonly [x: number, y: number];

/** A rectangle in units of the frame. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One arrow or circle as path data in units of the frame. */
export interface Mark {
  /** To be stroked with the width of the flow; of a circle, to be filled. */
  readonly d: string;
  /** To be filled; empty for a circle. */
  readonly head: string;
}

/** The corners of an arrow: its shaft runs from `from` by way of `middle` to `neck`. */
export interface ArrowShape {
  readonly middle: Point;
  readonly neck: Point;
  readonly left: Point;
  readonly right: Point;
}

/**
 * A curved arrow of `width` by way of `middle`, its tip at `to`. The shaft ends inside the head, so that a broad
 * one does not blunt the tip; a head is never longer than half the way.
 */
export function arrowOver(from: Point, middle: Point, to: Point, width: number): ArrowShape {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const ahead = Math.hypot(to[0] - middle[0], to[1] - middle[1]) || 1;
  const [ux, uy] = [(to[0] - middle[0]) / ahead, (to[1] - middle[1]) / ahead];
  const headLength = Math.min(4.4 + 0.8 * width, length / 2);
  const half = 2.2 + 0.78 * width;
  const base: Point = [to[0] - ux * headLength, to[1] - uy * headLength];
  return {
    middle,
    neck: [to[0] - ux * headLength * 0.9, to[1] - uy * headLength * 0.9],
    left: [base[0] + uy * half, base[1] - ux * half],
    right: [base[0] - uy * half, base[1] + ux * half],
  };
}

/** The arrow of a shape as path data. */
export function arrowMark(from: Point, to: Point, shape: ArrowShape): Mark {
  const { middle, neck, left, right } = shape;
  return {
    d: `M${pair(from)}Q${pair(middle)} ${pair(neck)}`,
    head: `M${pair(to)}L${pair(left)} ${pair(right)}z`,
  };
}

/** A circle as a path, so that every mark of a map is one kind of element. */
export function circle(at: Point, radius: number): Mark {
  const [r, across] = [tenths(radius), tenths(radius * 2)];
  return {
    d: `M${pair([at[0] - radius, at[1]])}a${r} ${r} 0 1 1 ${across} 0a${r} ${r} 0 1 1 ${-across} 0z`,
    head: '',
  };
}

function pair([x, y]: Point): string {
  return `${tenths(x)} ${tenths(y)}`;
}
