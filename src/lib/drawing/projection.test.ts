import { expect, test } from 'vitest';
import { frame } from '../../../tests/support/made.ts';
import { projectionOf } from './projection.ts';

/** Units between two places on the paper of a frame. */
function apart(
  one: ReturnType<typeof frame>,
  ...[from, to]: [readonly [number, number], readonly [number, number]]
): number {
  const project = projectionOf(one);
  const [[x, y], [toX, toY]] = [project([...from]) ?? [0, 0], project([...to]) ?? [0, 0]];
  return Math.hypot(toX - x, toY - y);
}

test('the middle of a frame is the middle of its paper', () => {
  expect(projectionOf(frame({ middle: [20, 50] }))([20, 50])).toEqual([
    expect.closeTo(180),
    expect.closeTo(144),
  ]);
});

test('places on either side of the antimeridian are neighbours', () => {
  const pacific = frame({ middle: [180, -17], parallels: [-25, -10] });
  const degree = apart(pacific, [178, -17], [179, -17]);
  expect(apart(pacific, [179, -17], [-179, -17])).toBeCloseTo(2 * degree, 1);
  const [west = 0] = projectionOf(pacific)([179, -17]) ?? [];
  const [east = 0] = projectionOf(pacific)([-179, -17]) ?? [];
  expect([west < 180, east > 180]).toEqual([true, true]);
});

test('in the south north is still above', () => {
  const pacific = frame({ middle: [180, -17], parallels: [-25, -10] });
  const [, north = 0] = projectionOf(pacific)([180, -16]) ?? [];
  const [, south = 0] = projectionOf(pacific)([180, -18]) ?? [];
  expect(north).toBeLessThan(south);
});
