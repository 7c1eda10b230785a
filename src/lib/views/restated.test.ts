import { expect, test } from 'vitest';
import type { Amount } from '#lib/values/amount.ts';
import { saysTheSame } from './restated.ts';

const of = (
  kind: 'exact' | 'about' | 'more_than' | 'nearly' | 'at_least',
  value: number,
): Amount => ({
  kind,
  value,
});

test.each<[string, Amount, Amount, boolean]>([
  ['the same number with another qualifier', of('exact', 111), of('at_least', 111), true],
  ['rounded to the nearest', of('about', 11_000), of('exact', 11_222), true],
  ['further off than rounding goes', of('about', 11_000), of('exact', 11_777), false],
  ['more than, and a little more', of('more_than', 2_200), of('exact', 2_222), true],
  ['more than, and less', of('more_than', 2_300), of('exact', 2_222), false],
  ['nearly, and a little less', of('nearly', 2_300), of('exact', 2_222), true],
  ['two numbers to the unit', of('exact', 1_111), of('exact', 1_112), false],
  ['two floors', of('at_least', 1_000), of('at_least', 1_111), false],
  ['a word and a number', { kind: 'word', word: 'many' }, of('exact', 1_111), true],
])('%s', (_what, a, b, same) => {
  expect(saysTheSame(a, b)).toBe(same);
  expect(saysTheSame(b, a)).toBe(same);
});
