import { expect, test } from 'vitest';
import { markPath, stepPath } from './step-path.ts';

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

test('a point alone is a mark, not a line', () => {
  expect(stepPath([[[3, 3]]])).toBe('');
  expect(markPath([[3, 3]])).toBe('M3 3h0');
});

test('of marks that would touch the first and the last of all are drawn', () => {
  expect(
    markPath([
      [0, 0],
      [1, 0],
      [2, 0],
      [10, 0],
      [11, 0],
    ]),
  ).toBe('M0 0h0m10 0h0m1 0h0');
});
