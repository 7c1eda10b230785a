import { expect, test } from 'vitest';
import { countriesFor, countryFrom, neighboursOf } from './countries.js';

const groups = new Map([
  ['ABROAD', 1],
  ['WORLD', 1],
]);

test('a country has its name, number and a place within it from the atlas', () => {
  expect(countryFrom('TCD', ['WORLD'])).toEqual({
    id: 'TCD',
    label: 'Chad',
    in_phrase: 'in Chad',
    to_phrase: 'to Chad',
    kind: 'country',
    part_of: 'WORLD',
    iso_numeric: '148',
    longitude: '19.6',
    latitude: '17.5',
  });
});

test.each([
  ['CAF', 'to the Central African Republic'],
  ['COD', 'to the Democratic Republic of the Congo'],
  ['PHL', 'to the Philippines'],
  ['SSD', 'to South Sudan'],
])('the name of %s stands in a sentence with its article: %s', (code, phrase) => {
  expect(countryFrom(code, [])?.['to_phrase']).toBe(phrase);
});

test('neighbours have a border with it; an island and a made-up country have none', () => {
  expect(neighboursOf('SDN')).toEqual(['CAF', 'EGY', 'ERI', 'ETH', 'LBY', 'SSD', 'TCD']);
  expect(neighboursOf('ISL')).toEqual([]);
  expect(neighboursOf('OTH')).toEqual([]);
});

test('only what is missing is taken, and a situation’s own country is none of arrival', () => {
  const rows = countriesFor(['SDN', 'TCD', 'EGY', 'OTH'], new Map([...groups, ['EGY', 1]]));
  expect(rows.map((cells) => [cells['id'], cells['part_of']])).toEqual([
    ['SDN', ''],
    ['TCD', 'ABROAD;WORLD'],
  ]);
});
