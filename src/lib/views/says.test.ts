import { expect, test } from 'vitest';
import type { Figure } from '#lib/records/model.ts';
import { figure, population } from '../../../tests/support/made.ts';
import { mostOf, saysOf } from './says.ts';
import type { ShownCounter } from './summary.ts';

const counter = (headline: Figure | null, claims: readonly Figure[]): ShownCounter => ({
  plan: { id: 'killed', label: 'Killed', headline: [], parts: [], claims: [] },
  headline: headline && { figure: headline, alsoSaid: [] },
  parts: [],
  added: null,
  claims: claims.map((claim) => ({ figure: claim, alsoSaid: [] })),
});
const children = population({ id: 'children' });
const headline = figure({ amount: { kind: 'exact', value: 20 } });
const claim = figure({ amount: { kind: 'at_least', value: 45 } });
const ofChildren = figure({ population: children, amount: { kind: 'between', low: 1, high: 60 } });

test('what several say is grouped by whom they count, the people of the headline first', () => {
  const says = saysOf(counter(headline, [ofChildren, claim]));
  expect(
    says?.groups.map(({ population: { id }, claims }) => [
      id,
      claims.map(({ figure: one }) => one),
    ]),
  ).toEqual([
    [headline.population.id, [headline, claim]],
    ['children', [ofChildren]],
  ]);
});

test('one scale reaches to the largest number of all of them', () => {
  expect(saysOf(counter(headline, [claim, ofChildren]))?.most).toBe(60);
  expect(mostOf([figure({ amount: { kind: 'about', value: 70 } })])).toBe(70);
  expect(mostOf([figure({ amount: { kind: 'word', word: 'many' } })])).toBe(0);
});

test('where nobody else says anything there is nothing to lay beside', () => {
  expect(saysOf(counter(headline, []))).toBeNull();
});

test('claims without a headline are laid beside each other', () => {
  expect(saysOf(counter(null, [claim]))?.groups).toHaveLength(1);
});
