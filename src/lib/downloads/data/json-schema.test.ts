import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { figuresJson } from '#lib/downloads/figures-json.ts';
import { mapJson } from '#lib/downloads/map-file.ts';
import { day, figure, library, source } from '../../../../tests/support/made.ts';
import { figuresSchema } from './json-schema.ts';

const edition = { situation: 'examplia-2030', site: null, revision: 'abcdef0123' };
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
});
addFormats.default(ajv);
const isLawful = ajv.compile(JSON.parse(figuresSchema(edition)) as object);
const faultsOf = (text: string) => (isLawful(JSON.parse(text)) ? [] : (isLawful.errors ?? []));

const made = library([
  figure({ value: 1_111 }),
  figure({ amount: { kind: 'between', low: 1_111, high: 2_222 }, published: '2030-01' }),
  figure({ amount: { kind: 'word', word: 'hundreds' }, statedAs: 'hundreds', published: '' }),
  figure({ amount: { kind: 'unknown' }, published: '2030-01-05T18:00+02:00' }),
  figure({
    amount: { kind: 'at_least', value: 4_321 },
    source: source({ id: 'example-relay', redistribution: 'forbids' }),
  }),
]);
const json = figuresJson(made, edition);

test('figures of every kind of amount obey the schema', () => {
  expect(faultsOf(json)).toEqual([]);
  expect(faultsOf(figuresJson(library([]), edition))).toEqual([]);
});

test.each([
  ['a column is missing', /"locator":null,/, ''],
  ['there is a column more', '"locator":null', '"locator":null,"total":77'],
  ['a value is text', '"value":1111', '"value":"1111"'],
  ['a value is missing', '"value":1111', '"value":null'],
  ['a value is negative', '"value":1111', '"value":-1111'],
  ['a word has a value', /("qualifier":"word","value":)null/, '$1111'],
  ['a range has a value between', /("qualifier":"between","value":)null/, '$11500'],
  ['the number of a citation is there', /("qualifier":"at_least","value":)null/, '$14321'],
  ['a status is none', '"obs_status":"A"', '"obs_status":"Z"'],
  ['a day is none', '"as_of":"2030-01-05"', '"as_of":"5 January"'],
  ['an address is none', '"address":"https://example.org/', '"address":"example '],
  ['the revision is missing', '"data_revision":"abcdef0123",', ''],
])('the schema refuses a file in which %s', (_what, from, to) => {
  const spoilt = json.replace(from, to);
  expect(spoilt).not.toBe(json);
  expect(faultsOf(spoilt)).not.toEqual([]);
});

const mapFile = mapJson(
  'crossings',
  made.figures.map((one) => ({
    figure: one,
    isBeside: one === made.figures[0],
    mapFrom: day('2030-01-05'),
    mapUntil: null,
    knownFrom: day('2030-01-06'),
    knownUntil: day('2030-01-09'),
  })),
  edition,
);

test('the file of a map obeys the same schema', () => {
  expect(faultsOf(mapFile)).toEqual([]);
});

test.each([
  ['a day of the map is missing', mapFile, /"map_from":"[^"]*",/, ''],
  ['a day has no beginning', mapFile, /"known_from":"[^"]*"/, '"known_from":null'],
  ['a day of the map is none', mapFile, '"known_until":"2030-01-09"', '"known_until":"later"'],
  ['what stands beside is half said', mapFile, '"beside":"yes"', '"beside":"maybe"'],
  ['a map has no name', mapFile, '"map":"crossings",', ''],
  ['a row says of a map in the file of none', json, '"id":', '"map_until":null,"id":'],
])('the schema refuses a file in which %s', (_what, whole, from, to) => {
  const spoilt = whole.replace(from, to);
  expect(spoilt).not.toBe(whole);
  expect(faultsOf(spoilt)).not.toEqual([]);
});
