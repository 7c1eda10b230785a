import { expect, test } from 'vitest';
import { faultCauses, faultCount, faultLines } from './fault-causes.js';

const slip = (line: number, found: string, file = 'a/figures/x.csv') =>
  `${file}:${line}:8: value: expected a whole number of persons, found "${found}"; write digits alone`;
const many = Array.from({ length: 69 }, (_, n) => slip(n + 2, `1,${100 + n}`));

test('one cause is reported once, with its count and its first three places', () => {
  expect(faultLines(many)).toEqual([
    many[0],
    '  also a/figures/x.csv:3:8: found "1,101"',
    '  also a/figures/x.csv:4:8: found "1,102"',
    '  and 66 more places (69 times in all)',
  ]);
  expect(faultCount(many)).toBe('69 faults, 1 cause');
});

test('for machines a cause is its first fault, its count and its first three places', () => {
  const [cause, ...more] = faultCauses(many);
  expect(more).toEqual([]);
  expect(cause).toMatchObject({ line: 2, name: 'value', found: '"1,100"', count: 69 });
  expect(cause?.places.map(({ line, found }) => [line, found])).toEqual([
    [2, '"1,100"'],
    [3, '"1,101"'],
    [4, '"1,102"'],
  ]);
});

test('a cause that is there once is the fault as it is', () => {
  expect(faultLines([slip(2, 'x')])).toEqual([slip(2, 'x')]);
  expect(faultCount([slip(2, 'x')])).toBe('1 fault');
});

test('the same in several files of figures has one cause, in another column it has another', () => {
  const other = slip(2, 'x').replace('value:', 'value_high:');
  expect(faultLines([slip(2, 'x'), slip(9, 'y', 'a/figures/y.csv'), other])).toEqual([
    slip(2, 'x'),
    '  also a/figures/y.csv:9:8: found "y"',
    other,
  ]);
});

test('where rows differ in what was expected or in the way out, the other places say theirs whole', () => {
  const changed = (line: number, was: string, is: string) =>
    `a.csv:${line}:8: value: expected "${was}", as published, found "${is}"; put it back`;
  expect(faultLines([changed(2, '222', '223'), changed(3, '444', '445')])).toEqual([
    changed(2, '222', '223'),
    `  also ${changed(3, '444', '445')}`,
  ]);
});

test('what is missing of a file has a cause in each file', () => {
  const missing = (file: string) => `${file}:1:1: expected this file, found none; write its header`;
  expect(faultCauses([missing('a.csv'), missing('b.csv')]).map(({ file }) => file)).toEqual([
    'a.csv',
    'b.csv',
  ]);
});

test('another thing found in words is another cause', () => {
  const row = (found: string) => `a.csv:2:1: x: expected one row for each figure, found ${found}`;
  expect(faultCauses([row('none'), row('two')])).toHaveLength(2);
  expect(faultCauses([row('2 rows'), row('3 rows')])).toHaveLength(1);
});

test('a message of another form is a cause by itself, as often as it is the same', () => {
  expect(faultLines(['no place', 'no place', 'another'])).toEqual([
    'no place',
    '  also no place',
    'another',
  ]);
});
