import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from './geometry.ts';
import {
  areaOf,
  bandPath,
  bandReach,
  boxOf,
  cornersOf,
  halfWidth,
  headHalf,
  headLength,
  openEdges,
  outlinesCross,
  ribbon,
  ribbonPath,
  type Curve,
} from './ribbon.ts';

const level: Curve = [
  [20, 100],
  [60, 100],
  [100, 100],
  [140, 100],
];
const width = fc.double({ min: 0.8, max: 35, noNaN: true });
const point = fc.tuple(
  fc.double({ min: 0, max: 360, noNaN: true }),
  fc.double({ min: 0, max: 288, noNaN: true }),
);

test('a ribbon only ever grows along its way, and is full from 0.7 of it to the head', () => {
  fc.assert(
    fc.property(width, fc.nat(100), fc.nat(100), (wide, one, two) => {
      const [near, far] = [Math.min(one, two), Math.max(one, two)];
      expect(halfWidth(near, 100, wide)).toBeLessThanOrEqual(halfWidth(far, 100, wide));
    }),
  );
  for (const along of [70, 85, 100]) expect(halfWidth(along, 100, 12)).toBeCloseTo(6);
  expect(halfWidth(0, 100, 12)).toBeCloseTo(0.42);
});

test('the larger the number, the larger the area within the outline', () => {
  fc.assert(
    fc.property(width, width, (one, two) => {
      const [less, more] = [Math.min(one, two), Math.max(one, two)];
      fc.pre(more - less > 0.2);
      const [small, large] = [less, more].map((wide) => areaOf(cornersOf(ribbon(level, wide))));
      expect(large).toBeGreaterThan(small ?? Infinity);
    }),
  );
});

test('the tip is the end of the way, whatever the width, and the tail a point at its start', () => {
  fc.assert(
    fc.property(width, fc.tuple(point, point, point, point), (wide, curve) => {
      const [start, , , end] = curve;
      fc.pre(Math.hypot(end[0] - start[0], end[1] - start[1]) > 20);
      const corners = cornersOf(ribbon(curve, wide));
      expect(corners[0]).toEqual(start);
      const nearest = Math.min(...corners.map(([x, y]) => Math.hypot(x - end[0], y - end[1])));
      expect(nearest).toBeLessThan(1e-9);
    }),
  );
});

test('in the path itself a ribbon has the width of its number where it is read', () => {
  for (const wide of [0.8, 2.5, 6, 12]) {
    const corners = cornersOf(ribbon(level, wide));
    // Level, so that what lies across is above and below.
    const near = corners.filter(([x]) => Math.abs(x - (20 + 0.78 * 120)) < 8).map(([, y]) => y);
    expect(near.length).toBeGreaterThan(3);
    const found = Math.max(...near) - Math.min(...near);
    expect(Math.abs(found - wide)).toBeLessThan(0.05 + 0.01 * wide);
  }
});

test('a head grows with the width without a jump, and is never more than 0.45 of the way', () => {
  expect(headLength(7.999, 400)).toBeCloseTo(headLength(8.001, 400), 1);
  expect(headLength(8, 400)).toBeCloseTo(9.36);
  expect(headLength(30, 40)).toBeCloseTo(18);
  expect(headHalf(2)).toBeCloseTo(2.25);
  expect(headHalf(10)).toBe(5);
});

test('a broad ribbon has no barbs: no part of it is wider than its full width', () => {
  for (const wide of [8.5, 16, 34]) {
    const { top, bottom } = boxOf(cornersOf(ribbon(level, wide)));
    // A cubic may reach a little beyond its ends.
    expect(Math.abs(bottom - top - wide)).toBeLessThan(0.2);
  }
  const { top, bottom } = boxOf(cornersOf(ribbon(level, 2)));
  expect(bottom - top).toBeCloseTo(2 * headHalf(2), 1);
});

test('a path is as its corners are: read back, it has the same box within a tenth', () => {
  const ends = (path: string): Point[] => {
    const found: Point[] = [];
    let at: [number, number] = [0, 0];
    for (const [, kind = '', text = ''] of path.matchAll(/([Mlcs])([^Mlcsz]*)/g)) {
      const numbers = (text.match(/-?(?:\d*\.\d+|\d+)/g) ?? []).map(Number);
      const size = { M: 2, l: 2, s: 4, c: 6 }[kind] ?? 2;
      expect(numbers.length % size).toBe(0);
      for (let i = 0; i < numbers.length; i += size) {
        const [x = 0, y = 0] = numbers.slice(i + size - 2, i + size);
        at = kind === 'M' ? [x, y] : [at[0] + x, at[1] + y];
        found.push(at);
      }
    }
    return found;
  };
  for (const wide of [0.8, 5, 20]) {
    const made = ribbon(
      [
        [212, 138],
        [186, 112],
        [146, 108],
        [100, 103],
      ],
      wide,
    );
    const corners = cornersOf(made);
    for (const [x, y] of ends(ribbonPath(made)))
      expect(Math.min(...corners.map(([a, b]) => Math.hypot(a - x, b - y)))).toBeLessThan(0.15);
  }
});

test('a ribbon takes less than 250 bytes', () => {
  const made = ribbon(
    [
      [212, 138],
      [186, 112],
      [146, 108],
      [100, 103],
    ],
    4.2,
  );
  expect(ribbonPath(made).length).toBeLessThan(250);
});

test('the band of "about" reaches out by at most 2.2 units, and the edges of "at least" open outwards', () => {
  expect(bandReach(1)).toBeCloseTo(0.92);
  expect(bandReach(50)).toBe(2.2);
  expect(bandPath(level, 4)).toMatch(/^M.*z$/);
  expect(openEdges(level, 4).match(/M/g)).toHaveLength(2);
});

test('outlines that cross are found, and those side by side are not', () => {
  const up: Curve = [
    [80, 160],
    [80, 120],
    [80, 80],
    [80, 40],
  ];
  const below = level.map(([x, y]): Point => [x, y + 12]) as unknown as Curve;
  const [one, two, three] = [level, up, below].map((curve) => cornersOf(ribbon(curve, 10)));
  expect(outlinesCross(one ?? [], two ?? [])).toBe(true);
  expect(outlinesCross(one ?? [], three ?? [])).toBe(false);
});
