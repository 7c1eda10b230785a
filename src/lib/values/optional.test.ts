import { expect, test } from 'vitest';
import { optional } from './optional.ts';

test('an empty cell is nothing, and any other is read', () => {
  const read = optional((text) => text.length);
  expect(read('')).toBeNull();
  expect(read('abc')).toBe(3);
});
