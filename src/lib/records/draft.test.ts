import { expect, test } from 'vitest';
import {
  definition,
  library,
  measure,
  place,
  population,
  source,
} from '../../../tests/support/made.ts';
import { draftFigure, draftSource } from './draft.ts';
import type { Cells } from './draft.ts';

const crossings = definition({
  id: 'crossings',
  measures: ['border_crossings'],
  statistic: 'cumulative',
});
const present = definition({ id: 'present', measures: ['refugees_recorded'], statistic: 'stock' });
const words = {
  ...library([]),
  measures: new Map(['border_crossings', 'projected'].map((id) => [id, measure({ id })])),
  definitions: new Map([crossings, present].map((one) => [one.id, one])),
  places: new Map(['EXA', 'SAM'].map((id) => [id, place({ id })])),
  populations: new Map([['all_persons', population()]]),
};
const paper = source({ id: 'paper', published: '2034-02-02' });
const told = (cells: Cells, column: string) =>
  draftFigure(words, paper, 'EXA', cells).refusals.get(column) ?? null;

test('what is answered is held against what is answered, before the row is whole', () => {
  expect(told({ period_start: '2034-02-02', as_of: '2034-02-01' }, 'period_start')).toMatch(
    /^expected a day not after the as-of \(2034-02-01\)/,
  );
  expect(told({ measure: 'border_crossings', as_of: '2034-02-03' }, 'as_of')).toMatch(
    /^expected a day not after 2034-02-02/,
  );
  expect(told({ measure: 'border_crossings', definition: 'present' }, 'definition')).toMatch(
    /^expected a definition that covers border_crossings/,
  );
  expect(told({ definition: 'crossings', period_start: '' }, 'period_start')).toMatch(
    /^expected the day or month from which is counted/,
  );
});

test('what is not answered contradicts nothing, and agreement is not refused', () => {
  expect(told({ definition: 'crossings' }, 'period_start')).toBeNull();
  expect(told({ definition: 'present' }, 'definition')).toBeNull();
  expect(told({ period_start: '2034-02-01', as_of: '2034-02-01' }, 'period_start')).toBeNull();
  expect(told({ measure: 'border_crossings', as_of: '2034-02-02' }, 'as_of')).toBeNull();
});

test('a projection speaks of later days until its status says that it is none', () => {
  const later = { measure: 'projected', as_of: '2034-12' };
  expect(told(later, 'as_of')).toBeNull();
  expect(told({ ...later, status: 'F' }, 'as_of')).toBeNull();
  expect(told({ ...later, status: 'P' }, 'as_of')).toMatch(/^expected a day not after 2034-02-02/);
});

test('of a publication, too: the day it was read, what it repeats, itself as its own source', () => {
  const refused = (cells: Cells, column: string) =>
    draftSource(words, { published: '2034-02-02', ...cells }).refusals.get(column) ?? null;
  expect(refused({ retrieved: '2034-02-01' }, 'retrieved')).toMatch(/^expected a day not before/);
  expect(refused({ retrieved: '2034-02-02' }, 'retrieved')).toBeNull();
  expect(refused({ repeats: '2034-02-03' }, 'repeats')).toMatch(/^expected a day not after/);
  expect(refused({ title: 'A paper', relay_of: 'a paper' }, 'relay_of')).toMatch(
    /^expected another/,
  );
});
