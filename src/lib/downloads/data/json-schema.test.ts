import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { figuresJson } from '#lib/downloads/figures-json.ts';
import { figure, library, source } from '../../../../tests/support/made.ts';
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
    source: source({ id: 'example-relay', redistribution: 'cite' }),
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
