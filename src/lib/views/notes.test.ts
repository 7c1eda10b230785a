import { expect, test } from 'vitest';
import { caveat, figure, source } from '../../../tests/support/made.ts';
import { noteKeys, notesOf } from './notes.ts';

const grave = caveat({ code: 'grave', gravity: 1 });
const slight = caveat({ code: 'slight', gravity: 5 });
const one = figure({ caveats: [grave, slight] });
const two = figure({ value: 2222, asOf: '2030-01-09', caveats: [slight] });

test('each caveat, definition and source is one note, caveats first and the gravest of them first', () => {
  const notes = notesOf([two, one]);
  expect(notes.caveats).toEqual([grave, slight]);
  expect(notes.numbers).toEqual({
    'c-grave': 1,
    'c-slight': 2,
    [`d-${one.definition.id}`]: 3,
    [`s-${one.source.id}`]: 4,
  });
});

test('every note a figure needs has a number on its page', () => {
  const { numbers } = notesOf([one, two]);
  for (const key of [...noteKeys(one), ...noteKeys(two)]) expect(numbers[key]).toBeGreaterThan(0);
});

test('sources of events are notes too', () => {
  const paper = source({ id: 'event-paper', caveats: [slight] });
  const notes = notesOf([], [paper]);
  expect(notes.sources).toEqual([paper]);
  expect(notes.caveats).toEqual([slight]);
});
