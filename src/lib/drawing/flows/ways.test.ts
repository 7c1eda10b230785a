import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossings } from '../../../../tests/support/crossings.ts';
import { waysOf, type Wish } from './ways.ts';

const star = (angles: readonly number[], width = 4): Wish[] =>
  angles.map((angle, i) => ({
    key: `k${i}`,
    from: [180, 140],
    to: [180 + 120 * Math.cos(angle), 140 + 120 * Math.sin(angle)],
    width,
  }));

test('the same wishes in another order give the same ways', () => {
  const wishes = star([0, 1, 2, 3.5, 5]);
  const ways = [...waysOf(wishes)].sort();
  expect([...waysOf([...wishes].reverse())].sort()).toEqual(ways);
});

test('arrows of one origin leave in the order of their targets and do not cross', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 35 }), { minLength: 2, maxLength: 9 }),
      fc.double({ min: 0.8, max: 20, noNaN: true }),
      (tens, width) => {
        expect(
          crossings(
            waysOf(
              star(
                tens.map((ten) => (ten * Math.PI) / 18),
                width,
              ),
            ),
          ),
        ).toEqual([]);
      },
    ),
  );
});

test('a way back runs beside the way there', () => {
  const [there] = star([2.5], 6);
  if (!there) throw new Error('expected a way');
  const other = star([0.3], 6).map((wish) => ({ ...wish, key: 'other' }));
  const back: Wish = { key: 'back', from: there.to, to: there.from, width: 6 };
  const ways = waysOf([there, ...other, back]);
  const [out, home] = [ways.get('k0'), ways.get('back')];
  const apart = (a?: readonly number[], b?: readonly number[]) =>
    Math.hypot((a?.[0] ?? 0) - (b?.[0] ?? 0), (a?.[1] ?? 0) - (b?.[1] ?? 0));
  expect(apart(out?.from, home?.to)).toBeGreaterThan(5);
  expect(apart(out?.to, home?.from)).toBeGreaterThan(5);
  expect(crossings(ways)).toEqual([]);
});

test('many toward one side are spread around the origin, none turned away from its target', () => {
  const ways = waysOf(star([3, 3.1, 3.2, 3.3, 3.4], 18));
  const angles = [...ways.values()].map(({ from }) => Math.atan2(from[1] - 140, from[0] - 180));
  const sorted = angles.map((angle) => (angle + 2 * Math.PI) % (2 * Math.PI)).sort();
  expect((sorted.at(-1) ?? 0) - (sorted[0] ?? 0)).toBeGreaterThan(1.2);
  expect(Math.max(...sorted.map((angle) => Math.abs(angle - 3.2)))).toBeLessThan(1.3);
});
