import { expect, test } from 'vitest';
import { general, oddCauses, oddLines } from './causes.js';

const odd = (n: number, reason = 'More than a fifth away from its neighbour') => ({
  rule: 'jumps',
  text: `${reason}:\n  figure ${n}\n  beside ${n - 1}`,
  line: `jumps,${n}`,
});

test('what is odd for one reason is told once, with how often and the first three figures', () => {
  const [list = [], ...others] = oddCauses([1, 2, 3, 4, 5].map((n) => odd(n)));
  expect(others).toEqual([]);
  expect(oddLines(list).map(({ text }) => text)).toEqual([
    '',
    'More than a fifth away from its neighbour (5 times):\n  figure 1\n  beside 0',
    '  jumps,1',
    ...[2, 3].flatMap((n) => [`  figure ${n}\n  beside ${n - 1}`, `  jumps,${n}`]),
  ]);
});

test('a single odd thing needs no count', () => {
  expect(oddLines([odd(1)]).map(({ text }) => text)).toContain(odd(1).text);
});

test('reasons that differ in days alone are one; each is told with its own days', () => {
  const list = oddCauses([odd(1, '27 days old'), odd(2, '15 days old'), odd(3, 'It falls')]);
  expect(list.map(({ length }) => length)).toEqual([2, 1]);
  expect(oddLines(list[0] ?? []).map(({ text }) => text)).toContain(odd(2, '15 days old').text);
});

test('what nobody has to sign has no line to sign', () => {
  expect(oddLines([{ ...odd(1), line: null }]).some(({ isToSign }) => isToSign)).toBe(false);
});

test('quotes and numbers of a row are no part of a cause', () => {
  expect(general('expected "a, 1" as on 2030-01-05, found 1,234')).toBe(
    'expected "…" as on 0, found 0',
  );
});
