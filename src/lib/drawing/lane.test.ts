import { expect, test } from 'vitest';
import { placesOn } from './lane.ts';
import { SPAN, placeOn, scaleMarks } from './scale-marks.ts';

test('an exact number is a dot at its part of the scale, which begins at zero', () => {
  expect(placesOn({ kind: 'exact', value: 50 }, 100)).toEqual({
    at: [SPAN / 2],
    from: SPAN / 2,
    to: SPAN / 2,
    isOpen: false,
  });
  expect(placesOn({ kind: 'exact', value: 0 }, 100)?.at).toEqual([0]);
  expect(placesOn({ kind: 'exact', value: 100 }, 100)?.at).toEqual([SPAN]);
});

test.each(['at_least', 'more_than'] as const)('%s is open to the right', (kind) => {
  expect(placesOn({ kind, value: 100 }, 200)).toMatchObject({ isOpen: true, to: 100 });
});

test.each(['about', 'nearly', 'up_to'] as const)('%s is not', (kind) => {
  const places = placesOn({ kind, value: 100 }, 200);
  expect(places).toMatchObject({ isOpen: false });
  expect(places?.to).toBe(places?.from);
});

test('a range has a dot at each of its ends and a line between them', () => {
  expect(placesOn({ kind: 'between', low: 50, high: 100 }, 100)).toEqual({
    at: [SPAN / 2, SPAN],
    from: SPAN / 2,
    to: SPAN,
    isOpen: false,
  });
});

test('what is no number has no place, and nothing has one on a scale without an end', () => {
  expect(placesOn({ kind: 'word', word: 'many' }, 100)).toBeNull();
  expect(placesOn({ kind: 'unknown' }, 100)).toBeNull();
  expect(placesOn({ kind: 'exact', value: 0 }, 0)).toBeNull();
});

test('a scale has round marks from zero on, at most five, none beyond its end', () => {
  for (const most of [7, 10, 327_000, 352, 1684, 19_870_988]) {
    const marks = scaleMarks(most);
    expect(marks[0]).toEqual({ value: 0, at: 0 });
    expect(marks.length).toBeGreaterThan(1);
    expect(marks.length).toBeLessThanOrEqual(5);
    for (const { value, at } of marks) {
      expect(value).toBeLessThanOrEqual(most);
      expect(at).toBe(placeOn(value, most));
    }
  }
  expect(scaleMarks(327_000).map(({ value }) => value)).toEqual([0, 200_000]);
  expect(scaleMarks(0)).toEqual([]);
});
