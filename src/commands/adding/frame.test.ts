import { expect, test } from 'vitest';
import { projectionOf } from '#lib/drawing/projection.ts';
import { proposedFrame } from './frame.js';

type LonLat = [number, number];

test.each<[string, LonLat[]]>([
  [
    'neighbours in the north',
    [
      [31, 49],
      [21, 52],
      [25, 46],
      [38, 53],
    ],
  ],
  [
    'on both sides of the equator',
    [
      [30, 3],
      [32, -3],
      [26, 0],
    ],
  ],
  [
    'on both sides of the 180th meridian',
    [
      [178, -18],
      [-176, -14],
      [170, -21],
    ],
  ],
  [
    'two close ones',
    [
      [6.1, 49.6],
      [6.2, 49.7],
    ],
  ],
])('%s stand on the paper with room around them', async (_, points) => {
  const { middle, parallels, scale, size } = await proposedFrame(points);
  const [width, height] = size;
  const project = projectionOf({ middle, parallels, scale, width, height });
  for (const point of points) {
    const [x = NaN, y = NaN] = project(point) ?? [];
    expect(x).toBeGreaterThan(40);
    expect(x).toBeLessThan(width - 40);
    expect(y).toBeGreaterThan(40);
    expect(y).toBeLessThan(height - 40);
  }
});
