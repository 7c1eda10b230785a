import { expect, test } from 'vitest';
import { stepPath } from './step-path.ts';

test('steps go across first, then up or down', () => {
  expect(
    stepPath([
      [
        [0, 9],
        [4, 7],
        [6, 8],
      ],
    ]),
  ).toBe('M0 9h4v-2h2v1');
});

test('moves in one direction are one', () => {
  expect(
    stepPath([
      [
        [0, 9],
        [4, 9],
        [6, 9],
        [6, 5],
        [6, 3],
      ],
    ]),
  ).toBe('M0 9h6v-6');
});

test('between two runs the pen is lifted', () => {
  expect(
    stepPath([
      [
        [0, 9],
        [4, 7],
      ],
      [
        [10, 5],
        [12, 5],
      ],
    ]),
  ).toBe('M0 9h4v-2m6-2h2');
});

test('a point alone is no line', () => {
  expect(stepPath([[[3, 3]]])).toBe('');
});
