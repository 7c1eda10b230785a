import { expect, test } from 'vitest';
import { figure } from '../../../tests/support/made.ts';
import { whyDiffers } from './claims.ts';

const headline = figure({ measure: 'killed', population: 'civilians', verification: 'verified' });

test('a claim says in what it is not comparable with the figure above it: people, dates, proof', () => {
  const claim = figure({
    measure: 'killed',
    population: 'persons',
    verification: 'claimed',
    asOf: '2030-01-04',
  });
  expect(whyDiffers([claim], headline)).toBe(
    'Not comparable: persons, not civilians; other dates; claimed, not verified.',
  );
});

test('another body’s count of the same subject and dates says so, and the same figure that it is repeated', () => {
  const other = figure({
    measure: 'killed',
    population: 'civilians',
    verification: 'verified',
    value: 99,
  });
  expect(whyDiffers([other], headline)).toBe(
    'Another body’s count for the same dates, by its own definition.',
  );
  expect(whyDiffers([{ ...headline }], headline)).toBe('The same figure, repeated.');
});

test('of claims about several kinds of people each is named, and a part of the people above as a part', () => {
  const claim = (population: string) =>
    figure({ measure: 'killed', population, verification: 'verified' });
  expect(whyDiffers([claim('persons'), claim('children')], headline)).toBe(
    'Not comparable: persons, not civilians; children only.',
  );
  expect(whyDiffers([claim('civilians'), claim('children')], headline)).toBe(
    'Not comparable: children only.',
  );
});
