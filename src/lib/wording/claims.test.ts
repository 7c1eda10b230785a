import { expect, test } from 'vitest';
import { figure } from '../../../tests/support/made.ts';
import { whyDiffers } from './claims.ts';

const headline = figure({ measure: 'killed', population: 'civilians', verification: 'verified' });

test('a claim says in what it differs from the number above it: whom it counts, days, proof', () => {
  const claim = figure({
    measure: 'killed',
    population: 'persons',
    verification: 'claimed',
    asOf: '2030-01-04',
  });
  expect(whyDiffers(claim, headline)).toBe(
    'It differs by whom it counts (persons), days, proof (claimed).',
  );
});

test('what differs in nothing but the speaker says so', () => {
  expect(whyDiffers({ ...headline }, headline)).toMatch(/who counts/);
});
