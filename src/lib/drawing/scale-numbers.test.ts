import { expect, test } from 'vitest';
import { scaleNumbers } from './scale-numbers.ts';

test('at an axis stand digits below a million, and words above', () => {
  const said = [0, 40, 5_000, 300_000, 1_000_000, 2_500_000, 20_000_000].map(scaleNumbers('en'));
  expect(said).toEqual(['0', '40', '5,000', '300,000', '1 million', '2.5 million', '20 million']);
  expect(Math.max(...said.map(({ length }) => length))).toBeLessThan('300 thousand'.length);
});
