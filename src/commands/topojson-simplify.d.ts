// The package ships no types; these are the five functions the map is cut with.
declare module 'topojson-simplify' {
  import type { Topology } from 'topojson-specification';

  type Corner = [number, number];
  export function presimplify<T extends Topology>(
    topology: T,
    weight?: (triangle: Corner[]) => number,
  ): T;
  export function simplify<T extends Topology>(topology: T, minWeight?: number): T;
  export function filter<T extends Topology>(
    topology: T,
    keep?: (ring: Corner[], interior: boolean) => boolean,
  ): T;
  export function filterWeight<T extends Topology>(
    topology: T,
    minWeight?: number,
    weight?: (ring: Corner[]) => number,
  ): (ring: Corner[], interior: boolean) => boolean;
  export function planarTriangleArea(triangle: number[][]): number;
}
