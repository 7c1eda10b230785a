import { expect, test } from 'vitest';
import type { CounterPlan, Figure, MapPlan, Situation } from '#lib/records/model.ts';
import {
  caveat,
  day,
  event,
  figure,
  frame,
  library,
  measure,
  place,
  situation,
  source,
} from '../../../tests/support/made.ts';
import { asKnownOn } from './known.ts';
import { summaryOn } from './summary.ts';

const plan = (cells: Partial<CounterPlan> = {}): CounterPlan => ({
  id: 'to-sam',
  label: 'To Samplia',
  headline: [],
  parts: [],
  claims: [],
  ...cells,
});
const summary = (figures: Figure[], shown: Partial<Situation>, on = '2030-01-05') => {
  const lib = library(figures, { situation: situation(shown) });
  return summaryOn(lib, asKnownOn(lib, day(on)));
};
const headline = figure();

const map = (places: string[]): MapPlan => ({
  id: 'crossings',
  label: 'Crossings',
  measures: [measure()],
  rules: [headline.definition],
  beside: [],
  frame: frame({ places: places.map((id) => place({ id })) }),
});

test('flows come in the order of the map, a word among them', () => {
  const many = figure({ place: 'MOD', amount: { kind: 'word', word: 'many' } });
  const shown = summary([headline, many], { maps: [map(['MOD', 'SAM', 'NON'])] }).flows;
  expect(shown.map(({ key, standing }) => [key, standing.figure])).toEqual([
    ['MOD', many],
    ['SAM', headline],
  ]);
});

test('everything shown is listed once with its sources, caveats and definitions', () => {
  const [grave, mild] = [caveat({ code: 'a', gravity: 1 }), caveat({ code: 'b', gravity: 5 })];
  const head = figure({ caveats: [mild] });
  const also = figure({ source: source({ id: 'also', relayOf: 'a speech' }), caveats: [grave] });
  const unshown = figure({ place: 'MOD' });
  const shown = summary([also, head, unshown], {
    counters: [plan({ headline: [head.series], claims: [head.series] })],
    maps: [map(['SAM'])],
    chart: [{ place: place(), series: [head.series] }],
  });
  expect(shown.figures).toEqual([head, also]);
  expect(shown.sources).toEqual([also.source, head.source]);
  expect(shown.caveats).toEqual([grave, mild]);
  expect(shown.definitions).toEqual([head.definition]);
});

test('an event brings its source', () => {
  const paper = source({ id: 'talks' });
  const lib = library([], { events: [event({ source: paper })], sources: [paper] });
  expect(summaryOn(lib, asKnownOn(lib, day('2030-01-05'))).sources).toEqual([paper]);
});
