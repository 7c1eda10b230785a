import { expect, test } from 'vitest';
import type { Summary } from './summary.ts';
import { day, definition, figure, library, madeBreak, place, situation } from '../../../tests/support/made.ts'; // prettier-ignore
import { shownCounters } from './counters.ts';
import { asKnownOn } from './known.ts';
import { residualsOf } from './residuals.ts';

/* A total, one country of it, and what the total has beyond the countries. */
const region = place({ id: 'REGION', kind: 'region' });
const beyond = place({ id: 'BEYOND', kind: 'region', partOf: ['REGION'] });
const dropped = madeBreak({ before: ['onward'], after: ['total'] });
const rule = (id: string) => definition({ id });
const total = (id: string, asOf = '2030-01-05') =>
  figure({ place: region, value: 900, definition: rule(id), asOf });
const onward = figure({ place: beyond, value: 60, definition: rule('onward') });
const way = {
  flow: { place: place({ id: 'SAM', partOf: ['REGION'] }) },
} as Summary['flows'][number];

function countersWith(whole: ReturnType<typeof total>) {
  const counters = [
    {
      id: 'crossed',
      label: 'Crossed',
      headline: [whole.series],
      parts: [{ label: 'beyond', series: [onward.series] }],
      claims: [],
    },
  ];
  const made = library([whole, onward], { situation: situation({ counters }), breaks: [dropped] });
  return shownCounters(made, asKnownOn(made, day('2030-01-05')));
}

test('what a total has beyond the countries of the list is shown below them', () => {
  const counters = countersWith(total('total-with-onward'));
  expect(residualsOf({ counters, flows: [way] })).toEqual([onward]);
});

test('a residual is never shown alone', () => {
  expect(residualsOf({ counters: countersWith(total('total-with-onward')), flows: [] })).toEqual(
    [],
  );
});

test('what was dropped from a total is no part of it', () => {
  const counters = countersWith(total('total'));
  expect(counters[0]?.headline?.figure.definition.id).toBe('total');
  expect(residualsOf({ counters, flows: [way] })).toEqual([]);
});

test('a place that is a way of the list is no residual', () => {
  const listed = { flow: { place: beyond } } as Summary['flows'][number];
  const counters = countersWith(total('total-with-onward'));
  expect(residualsOf({ counters, flows: [way, listed] })).toEqual([]);
});
