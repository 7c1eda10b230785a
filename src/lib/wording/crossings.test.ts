import { expect, test } from 'vitest';
import { day, definition, frame, measure, place, situation } from '../../../tests/support/made.ts';
import { countedText } from './figures.ts';
import { crossingsWords } from './crossings.ts';
import { named } from './places.ts';

const republic = place({
  id: 'MOD',
  label: 'Modular Republic',
  inPhrase: 'in the Modular Republic',
});
const map = (drawnAs: 'arrow' | 'circle', label: string) => ({
  id: 'one',
  label,
  measures: [measure({ drawnAs })],
  rules: [definition()],
  beside: [],
  frame: frame(),
});

test('a place keeps its article, and one that is not simply "in" something its bare name', () => {
  expect(named(republic)).toBe('the Modular Republic');
  expect(named(place({ label: 'Line', inPhrase: 'on the Line' }))).toBe('Line');
});

test('map and chart speak of the situation’s own country and day', () => {
  const words = crossingsWords(situation({ country: republic, start: day('2031-02-03') }));
  expect(words.counted).toBe('Border crossings since 3 February 2031');
  expect(words.mapTitle).toBe('Map of border crossings out of the Modular Republic');
  expect(words.chartHeading).toBe('Crossings by country since 3 February 2031');
  expect(words.chartAlt).toContain('crossings out of the Modular Republic by country');
  expect(words.sheetChartAlt).toContain('crossings out of the Modular Republic by country');
});

test('a first map of people recorded is not called one of crossings', () => {
  const recorded = crossingsWords(situation({ maps: [map('circle', 'Refugees recorded')] }));
  expect([recorded.heading, recorded.counted]).toEqual(['Refugees recorded', 'Refugees recorded']);
  expect(recorded.mapTitle).toBe('Flow map: Refugees recorded');
  const ways = crossingsWords(situation({ maps: [map('arrow', 'Border crossings')] }));
  expect(ways.heading).toBe('Where people crossed the border');
});

test('who comes from a place with an article is said to come from it with the article', () => {
  const figure = {
    measure: measure({ drawnAs: 'arrow', phrase: 'border crossings' }),
    population: { id: 'refugees', label: 'Refugees', phrase: 'refugees', partOf: [] },
    place: place({ label: 'Samplia' }),
    origin: republic,
  };
  expect(countedText(figure)).toBe('border crossings to Samplia from the Modular Republic');
});
