export type Point = readonly [x: number, y: number];

/** A rectangle in units of the frame. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
