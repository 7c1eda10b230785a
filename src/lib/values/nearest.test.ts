import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const codes = ['killed', 'injured', 'refugees', 'border_crossings'];

test('one letter left out, added, replaced or exchanged with its neighbour is recognised', () => {
  expect(nearest('kiled', codes)).toBe('killed');
  expect(nearest('killled', codes)).toBe('killed');
  expect(nearest('kilxed', codes)).toBe('killed');
  expect(nearest('ikled', ['kiled'])).toBe('kiled');
  expect(nearest('kille', codes)).toBe('killed');
  expect(nearest('illed', codes)).toBe('killed');
});

test('a letter exchanged with its neighbour counts once, wherever it lies', () => {
  // Of three letters at most one may be another.
  expect(nearest('bac', ['abc'])).toBe('abc');
  expect(nearest('acb', ['abc'])).toBe('abc');
  expect(nearest('cab', ['abc'])).toBe(null);
  expect(nearest('cba', ['abc'])).toBe(null);
  // Half an exchange is none.
  expect(nearest('abcd', ['abdx'])).toBe(null);
  expect(nearest('abcd', ['abxc'])).toBe(null);
});

test('a third of the letters may be others, and no more', () => {
  expect(nearest('injuxxd', ['injured'])).toBe('injured');
  expect(nearest('injxxxd', ['injured'])).toBe(null);
  expect(nearest('abcdefghi', ['abcdefxyz'])).toBe('abcdefxyz');
  expect(nearest('abcdefghi', ['abcdewxyz'])).toBe(null);
  expect(nearest('abcdef', ['abcd'])).toBe('abcd');
  expect(nearest('abcdef', ['abc'])).toBe(null);
  expect(nearest('abcd', ['abcdef'])).toBe(null);
  expect(nearest('abcd', ['abcde'])).toBe('abcde');
  expect(nearest('abcdef', ['xxabcdyf'])).toBe(null);
});

test('of two letters one may be another; a single letter is near to itself alone', () => {
  expect(nearest('ab', ['ax'])).toBe('ax');
  expect(nearest('ab', ['xy'])).toBe(null);
  expect(nearest('a', ['b', 'ab'])).toBe(null);
  expect(nearest('a', ['b', 'A'])).toBe('A');
});

test('capital letters, blanks at the ends, and the joints "-", "_" and blank are no difference', () => {
  expect(nearest('BORDER CROSSINGS', codes)).toBe('border_crossings');
  expect(nearest('border-crossings', codes)).toBe('border_crossings');
  expect(nearest('     killed    ', codes)).toBe('killed');
  expect(nearest('a_b c', ['a-b-c'])).toBe('a-b-c');
  expect(nearest('a', ['', 'a'])).toBe('a');
});

test('the nearest is given; of two that are equally near the earlier one', () => {
  expect(nearest('refugee', ['refuges', 'refugees'])).toBe('refuges');
  expect(nearest('refugee', ['refugees', 'refuges'])).toBe('refugees');
  expect(nearest('refugees', ['refuges', 'refugees'])).toBe('refugees');
  expect(nearest('refugees', ['xefugxes', 'refuges'])).toBe('refuges');
});

test('nothing is near to an empty text, or among no codes', () => {
  expect(nearest('', ['a', ''])).toBe(null);
  expect(nearest('   ', ['-', 'a'])).toBe(null);
  expect(nearest('killed', [])).toBe(null);
});
