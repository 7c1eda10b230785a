import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart } from './label-column.ts';

test('labels that are clear of one another stay where they wish', () => {
  expect(apart([80, 20, 50], 16, 0, 100)).toEqual([80, 20, 50]);
});

test('labels at the foot push those above them up', () => {
  expect(apart([100, 100, 99], 16, 0, 100)).toEqual([84, 100, 68]);
});

test('all stand apart, in the column, in the order of their wishes', () => {
  const wishes = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(wishes, (wished) => {
      const placed = apart(wished, 16, 0, 200);
      const rising = wished
        .map((wish, index) => ({ wish, index, y: placed[index] ?? NaN }))
        .sort((a, b) => a.wish - b.wish || a.index - b.index)
        .map(({ y }) => y);
      expect(Math.min(...rising)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...rising)).toBeLessThanOrEqual(200);
      for (let i = 1; i < rising.length; i += 1)
        expect((rising[i] ?? 0) - (rising[i - 1] ?? 0)).toBeGreaterThanOrEqual(15.9);
    }),
  );
});

test('too many for the column stand evenly closer', () => {
  expect(apart([5, 5, 5], 16, 0, 20)).toEqual([0, 10, 20]);
});
