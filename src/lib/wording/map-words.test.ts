import { expect, test } from 'vitest';
import { day, definition, frame, measure, place, situation } from '../../../tests/support/made.ts';
import { mapWords } from './map-words.ts';
import type { Measure } from '#lib/records/model.ts';
import { named } from './places.ts';

const republic = place({
  id: 'MOD',
  label: 'Modular Republic',
  inPhrase: 'in the Modular Republic',
});
const map = (counted: Measure, label: string) => ({
  id: 'one',
  label,
  measures: [counted],
  rules: [definition()],
  beside: [],
  frame: frame(),
});

test('a place keeps its article, and one that is not simply "in" something its bare name', () => {
  expect(named(republic)).toBe('the Modular Republic');
  expect(named(place({ label: 'Line', inPhrase: 'on the Line' }))).toBe('Line');
});

const crossings = measure({ label: 'Border crossings', mapHeading: 'Where people crossed' });
const arrivals = measure({ id: 'arrivals', label: 'New arrivals', drawnAs: 'arrow' });
const wordsOf = (cells: Parameters<typeof situation>[0], ...measures: Measure[]) =>
  mapWords({
    situation: situation(cells),
    measures: new Map(measures.map((one) => [one.id, one])),
  });
const chart = (id: string) => [{ place: place(), series: [`${id}-refugees-sam-a-rule`] }];

test('map and chart speak of the situation’s own country and day', () => {
  const words = wordsOf(
    {
      country: republic,
      start: day('2031-02-03'),
      maps: [map(crossings, 'Crossings')],
      chart: chart('border_crossings'),
    },
    crossings,
  );
  expect(words).toEqual({
    heading: 'Where people crossed',
    mapTitle: 'Map of border crossings from the Modular Republic',
    counted: 'Border crossings since 3 February 2031',
    chartHeading: 'Border crossings by country since 3 February 2031',
    chartAlt:
      'Line chart of border crossings from the Modular Republic by country of arrival; the values are in the table below.',
    sheetChartAlt:
      'Line chart of border crossings from the Modular Republic by country of arrival; the newest values are in the list beside the map.',
  });
});

test('arrows of another measure are not called border crossings, nor is its chart', () => {
  const maps = [map(arrivals, 'Arrivals')];
  const words = wordsOf({ maps, chart: chart('arrivals') }, crossings, arrivals);
  expect(Object.values(words).join(' ')).not.toMatch(/cross/i);
  expect(words.heading).toBe('Arrivals');
  expect(words.mapTitle).toMatch(/^Map of new arrivals from /);
  expect(words.chartHeading).toMatch(/^New arrivals by country since /);
});

test('map and chart can count two different things', () => {
  const words = wordsOf({ maps: [map(crossings, 'Ways')], chart: chart('arrivals') }, crossings, arrivals); // prettier-ignore
  expect([words.heading, words.chartHeading.slice(0, 12)]).toEqual(['Where people crossed', 'New arrivals']); // prettier-ignore
});

test('a first map of people recorded is not called one of ways', () => {
  const recorded = measure({ drawnAs: 'circle', label: 'Recorded' });
  const words = wordsOf({ maps: [map(recorded, 'Refugees recorded')] }, recorded);
  expect([words.heading, words.counted]).toEqual(['Refugees recorded', 'Refugees recorded']);
  expect(words.mapTitle).toBe('Flow map: Refugees recorded');
});

test('without a map and a chart nothing is named that is not there', () => {
  const words = wordsOf({ maps: [], chart: [] });
  expect(words.heading).toBe('Flow map');
  expect(Object.values(words).join(' ')).not.toMatch(/undefined|cross/i);
});
