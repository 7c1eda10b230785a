import { expect, test } from 'vitest';
import type { Figure } from '#lib/records/model.ts';
import { definition, figure, population, publisher, source } from '../../../tests/support/made.ts';
import { leadOf } from './lead.ts';
import type { ShownCounter } from './summary.ts';

const counter = (id: string, shown: Figure | null): ShownCounter => ({
  plan: { id, label: id, headline: [], parts: [], claims: [] },
  headline: shown && { figure: shown, alsoSaid: [] },
  parts: [],
  added: null,
  claims: [],
});
const other = definition({ id: 'other', publisher: publisher({ id: 'other' }) });
const said = (counters: readonly ShownCounter[]) =>
  leadOf(counters).map(({ items }) => items.map((item) => item.counter));
const one = figure();

test('neighbours of one publication for the same dates share a sentence, two at most', () => {
  expect(said([counter('a', one), counter('b', one), counter('c', one)])).toEqual([
    ['a', 'b'],
    ['c'],
  ]);
});

test.each([
  ['publisher', figure({ definition: other })],
  ['people', figure({ population: population({ id: 'others' }) })],
  ['publication', figure({ source: source({ id: 'another' }) })],
  ['standing', figure({ verification: 'claimed' })],
  ['day', figure({ asOf: '2029-12-31' })],
])('a number that differs in its %s has a sentence of its own', (_what, differing) => {
  expect(said([counter('a', one), counter('b', differing)])).toEqual([['a'], ['b']]);
});

test('there are two sentences at most', () => {
  const two = figure({ definition: other });
  expect(said([counter('a', one), counter('b', two), counter('c', one)])).toEqual([['a'], ['b']]);
});

test('a counter without a number has no part in it', () => {
  const word = figure({ amount: { kind: 'word', word: 'many' } });
  expect(said([counter('a', null), counter('b', word), counter('c', one)])).toEqual([['c']]);
  expect(leadOf([])).toEqual([]);
});
