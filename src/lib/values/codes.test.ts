import { expect, test } from 'vitest';
import { parseChoice } from './choice.ts';
import { parseDegrees } from './degrees.ts';
import { parseIdentifier, parsePlaceId } from './identifier.ts';
import { parseList } from './list.ts';
import { nearest } from './nearest.ts';

test.each(['a', 'example-agency', 'border_crossings', '2030-01-05', 'a1'])(
  '%s is an identifier',
  (id) => {
    expect(parseIdentifier(id)).toBe(id);
  },
);

test.each([
  ['Example Agency', 'write example-agency'],
  ['a--b', 'write a-b'],
  ['-a', 'write a'],
  ['a.b', 'write a-b'],
  ['../a', 'write a'],
  ['café', 'write cafe'],
  ['а', 'letters a to z'], // a Cyrillic letter
  ['a'.repeat(65), 'at most 64'],
  ['', 'found nothing'],
])('%j is no identifier, and the likely one is named', (text, wayOut) => {
  expect(() => parseIdentifier(text)).toThrow(wayOut);
});

test('a place is a code in capitals or an identifier, not a mixture', () => {
  expect(['SAM', 'EUROPE-OTHER', 'port-exemplar'].map(parsePlaceId)).toHaveLength(3);
  expect(() => parsePlaceId('Sam')).toThrow('write sam');
});

test('the nearest code is named, a far one never', () => {
  const codes = ['killed', 'injured', 'border_crossings', 'real-higher', 'MOD'];
  expect(nearest('kiled', codes)).toBe('killed');
  expect(nearest('Border crossings', codes)).toBe('border_crossings');
  expect(nearest('real_highr', codes)).toBe('real-higher');
  expect(nearest('MDO', codes)).toBe('MOD');
  expect(nearest('wounded', codes)).toBeNull();
  expect(nearest('X', ['A', 'B'])).toBeNull();
  expect(nearest('', codes)).toBeNull();
});

test('a choice is refused with all choices', () => {
  expect(() => parseChoice('flows', ['stock', 'flow'])).toThrow(
    'stock, flow, found "flows"; did you mean flow?',
  );
});

test('a list holds each item once, without blanks', () => {
  expect(parseList('a;b', parseIdentifier)).toEqual(['a', 'b']);
  expect(parseList('', parseIdentifier)).toEqual([]);
  expect(() => parseList('a; b', parseIdentifier)).toThrow('write a;b');
  expect(() => parseList('a;;b', parseIdentifier)).toThrow('write a;b');
  expect(() => parseList('a;a', parseIdentifier)).toThrow('write a');
  expect(() => parseList('a;B', parseIdentifier)).toThrow('write b');
});

test('degrees lie on the globe', () => {
  expect(parseDegrees('-51.25', 90)).toBe(-51.25);
  expect(() => parseDegrees('90.1', 90)).toThrow('from -90 to 90');
  expect(() => parseDegrees('21,5', 180)).toThrow('with a point');
  expect(() => parseDegrees('1e1', 180)).toThrow('with a point');
});
