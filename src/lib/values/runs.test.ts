import { expect, test } from 'vitest';
import { runsOf } from './runs.ts';

test('three and more in a row are said by their ends, two as two, each number once', () => {
  const said = (numbers: number[]) =>
    runsOf(numbers)
      .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`))
      .join(', ');
  expect(said([])).toBe('');
  expect(said([3, 1, 2, 3, 8, 7])).toBe('1–3, 7, 8');
  expect(said([10, 2, 9, 11, 12])).toBe('2, 9–12');
});
