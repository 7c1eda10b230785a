import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnPersons } from './drawn-persons.ts';
import {
  circleRadius,
  flowWidth,
  isAtFloor,
  markFactor,
  markSize,
  LEAST_WIDTH,
} from './flow-scale.ts';

const persons = fc.integer({ min: 1, max: 40_000_000 });

test('a small flow can be seen and a large one leaves room', () => {
  expect(flowWidth(333)).toBe(LEAST_WIDTH);
  expect(flowWidth(17_777_777)).toBeLessThanOrEqual(34);
});

test('nobody has no width and no circle', () => {
  expect([flowWidth(0), circleRadius(0)]).toEqual([0, 0]);
});

test('the larger number is never drawn smaller', () => {
  fc.assert(
    fc.property(persons, persons, (a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      expect(flowWidth(more)).toBeGreaterThanOrEqual(flowWidth(less));
      expect(circleRadius(more)).toBeGreaterThanOrEqual(circleRadius(less));
    }),
  );
});

test('a circle of four times the number has twice the radius', () => {
  expect(circleRadius(4_000_000)).toBeCloseTo(2 * circleRadius(1_000_000), 5);
});

test('a range is drawn by its low bound, never by its middle', () => {
  expect(drawnPersons({ kind: 'between', low: 1000, high: 3000 })).toBe(1000);
});

test('a qualifier does not change how large a number is drawn', () => {
  for (const kind of ['exact', 'at_least', 'more_than', 'about', 'nearly', 'up_to'] as const)
    expect(drawnPersons({ kind, value: 1234 })).toBe(1234);
});

test('a word, withheld and unknown have no number to draw', () => {
  expect(drawnPersons({ kind: 'word', word: 'many' })).toBeNull();
  for (const kind of ['withheld', 'unknown', 'not_collected'] as const)
    expect(drawnPersons({ kind })).toBeNull();
});

test('what is too small to be seen is drawn larger, and known to be', () => {
  const asked = [333, 33_333, 0].map((persons) => isAtFloor(persons, 'arrow'));
  expect(asked).toEqual([true, false, false]);
  expect([isAtFloor(1_111, 'circle'), isAtFloor(11_111, 'circle')]).toEqual([true, false]);
});

test('on paper that shows more of the Earth every mark is smaller by one factor', () => {
  const factor = markFactor({ scale: 460 });
  expect(factor).toBeLessThan(0.7);
  for (const persons of [1_111_111, 4_444_444])
    expect(markSize(persons, 'circle', factor)).toBeCloseTo(
      markSize(persons, 'circle') * factor,
      0,
    );
  expect(markSize(4_444_444, 'circle', factor) / markSize(1_111_111, 'circle', factor)).toBeCloseTo(
    2,
    1,
  );
});
