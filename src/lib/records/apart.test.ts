import { expect, test } from 'vitest';
import { apart } from './apart.ts';

test('short texts are shown whole, and an empty one in words', () => {
  expect(apart('102', '103')).toEqual(['"102"', '"103"']);
  expect(apart('', '103')).toEqual(['nothing', '"103"']);
});

test('of long texts the part is shown in which they differ', () => {
  const long = 'So many words that nobody would look for one letter among them. '.repeat(3);
  const [was, is] = apart(`${long}Each case.`, `${long}Any case.`);
  expect(was).toMatch(/^"….*Each case\."$/);
  expect(is).toMatch(/^"….*Any case\."$/);
});
