import { expect, test } from 'vitest';
import { parseChoice } from './choice.ts';
import { parseDegrees } from './degrees.ts';
import { parseIdentifier, parsePlaceId } from './identifier.ts';
import { parseIsoNumeric } from './iso-numeric.ts';
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
  ['-', 'write letters a to z'],
  ['a_-b', 'write a_b'],
  ['_a_', 'write a'],
  ['Île  de', 'write ile-de'],
  ['', 'found nothing'],
])('%j is no identifier, and the likely one is named', (text, wayOut) => {
  expect(() => parseIdentifier(text)).toThrow(wayOut);
});

test('a place is a code in capitals or an identifier, not a mixture', () => {
  expect(['SAM', 'EUROPE-OTHER', 'port-exemplar'].map(parsePlaceId)).toHaveLength(3);
  expect(() => parsePlaceId('Sam')).toThrow('write sam');
  expect(parsePlaceId('A'.repeat(64))).toHaveLength(64);
  expect(parseIdentifier('a'.repeat(64))).toHaveLength(64);
  for (const text of ['A'.repeat(65), 'SAM-', '-SAM', 'SAM--A', 'aSAM', 'SAMa', 'SAM1'])
    expect(() => parsePlaceId(text), text).toThrow('a country code in capitals');
  expect(parsePlaceId('SAM_A')).toBe('SAM_A');
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

test('of equally near codes the earlier is named, whatever its letters', () => {
  expect(nearest('deat', ['dead', 'dear'])).toBe('dead');
  expect(nearest('deat', ['dear', 'dead'])).toBe('dear');
  // Two steps of nine letters are near, four are not.
  expect(nearest('displacde', ['displaced'])).toBe('displaced');
  expect(nearest('dsplacedd', ['displaced'])).toBe('displaced');
  expect(nearest('dsplcddd', ['displaced'])).toBeNull();
  // A letter too few, too many or another is one step each, two neighbours exchanged are one.
  expect(nearest('idp', ['idps'])).toBe('idps');
  expect(nearest('idpss', ['idps'])).toBe('idps');
  expect(nearest('idqs', ['idps'])).toBe('idps');
  expect(nearest('dips', ['idps'])).toBe('idps');
  expect(nearest('IDPS', ['idps'])).toBe('idps');
});

test('a code much longer or shorter is not near, however alike it begins', () => {
  expect(nearest('killed', ['killed-in-action'])).toBeNull();
  expect(nearest('killed-in-action', ['killed'])).toBeNull();
});

test('the number of a country has three digits, and its zeros count', () => {
  expect(['112', '040'].map(parseIsoNumeric)).toEqual(['112', '040']);
  for (const text of ['12', '1122', 'x112', '112x', '11a', ''])
    expect(() => parseIsoNumeric(text), text).toThrow('the three digits of ISO 3166-1');
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
  expect(() => parseList(' ; ', parseIdentifier)).toThrow(
    'each item once, found " ; "; write nothing',
  );
  expect(() => parseList('a;;b', parseIdentifier)).toThrow('write a;b');
  expect(() => parseList('a;a', parseIdentifier)).toThrow('write a');
  expect(() => parseList('a;B', parseIdentifier)).toThrow('write b');
});

test('degrees lie on the globe', () => {
  expect(parseDegrees('-51.25', 90)).toBe(-51.25);
  expect(parseDegrees('21.5', 180)).toBe(21.5);
  expect(parseDegrees('7', 90)).toBe(7);
  // The poles and the 180th meridian are on it.
  expect([parseDegrees('90', 90), parseDegrees('-180', 180)]).toEqual([90, -180]);
  expect(() => parseDegrees('90.1', 90)).toThrow('from -90 to 90');
  expect(() => parseDegrees('21,5', 180)).toThrow('with a point');
  expect(() => parseDegrees('1e1', 180)).toThrow('with a point');
});
