import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayTicks, numberTicks } from './ticks.ts';

test('numbers stand in steps of one, two or five', () => {
  expect(numberTicks(4321)).toEqual([0, 1000, 2000, 3000, 4000, 5000]);
  expect(numberTicks(1_700_000)).toEqual([0, 500_000, 1_000_000, 1_500_000, 2_000_000]);
});

test('persons have no fractions', () => {
  expect(numberTicks(3)).toEqual([0, 1, 2, 3]);
  expect(numberTicks(0)).toEqual([0, 1]);
});

test('the last tick is never below the largest number, and ticks are few', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (largest) => {
      const ticks = numberTicks(largest);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest);
      expect(ticks.length).toBeLessThanOrEqual(6);
    }),
  );
});

test('days lie between the first and the last and are few', () => {
  const day = fc.integer({ min: 10_000, max: 30_000 });
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [first, last] = [Math.min(a, b), Math.max(a, b)];
      const ticks = dayTicks(first, last);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.every((tick) => tick >= first && tick <= last)).toBe(true);
    }),
  );
});
