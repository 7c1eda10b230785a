import { expect, test } from 'vitest';
import { figureId, seriesId } from './figure-id.ts';

const words = {
  source: 'example-2030-01-05',
  measure: 'border_crossings',
  population: 'all_persons',
  origin: 'EXA',
  place: 'SAM',
  definition: 'example-weekly',
  periodStart: '2030-01-01',
  asOf: '2030-01-05',
};

test('an id is the words of its row in small letters', () => {
  expect(seriesId(words, 'EXA')).toBe('border_crossings-all_persons-sam-example-weekly');
  expect(figureId(words, 'EXA', 'cumulative')).toBe(
    'example-2030-01-05.border_crossings.all_persons.sam.example-weekly.2030-01-05',
  );
});

test('only a flow names its period, so that two weeks with one end stay two', () => {
  expect(figureId(words, 'EXA', 'flow')).toContain('.2030-01-01.2030-01-05');
  expect(figureId({ ...words, periodStart: null }, 'EXA', 'stock')).not.toContain('2030-01-01');
});

test('another origin than the country is named', () => {
  expect(seriesId({ ...words, origin: 'MOD' }, 'EXA')).toMatch(/-from-mod$/);
  expect(figureId({ ...words, origin: 'MOD' }, 'EXA', 'stock')).toContain('.from-mod.');
});
