import { expect, test } from 'vitest';
import { pictureSetOf } from './pictures.ts';

test.each([
  [undefined, 'newest'],
  ['', 'newest'],
  ['newest', 'newest'],
  ['all', 'all'],
])('PICTURES=%s asks for %s', (said, set) => {
  expect(pictureSetOf(said)).toBe(set);
});

test('another word is refused', () => {
  expect(() => pictureSetOf('yes')).toThrow('PICTURES must be "newest" or "all"; it is "yes".');
});
