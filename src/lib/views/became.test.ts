import { expect, test } from 'vitest';
import {
  caveat,
  correction,
  day,
  definition,
  figure,
  library,
  publisher,
  source,
} from '../../../tests/support/made.ts';
import { becameOf } from './became.ts';

const then = figure({ value: 111, published: '2030-01-06' });

test('of the newest figure nothing became', () => {
  expect(becameOf(library([then]), then)).toEqual({
    since: [],
    newer: null,
    contradicted: null,
    otherRule: null,
    kind: 'first',
    instead: null,
  });
});

test('a figure about later days is newer, one about earlier days is not', () => {
  const newer = figure({ value: 222, asOf: '2030-02-01', published: '2030-02-02' });
  const older = figure({ value: 22, asOf: '2030-01-02', published: '2030-02-03' });
  const known = library([then, newer, older]);
  expect(becameOf(known, then)).toMatchObject({ newer, since: [] });
  expect(becameOf(known, newer).newer).toBe(null);
  expect(becameOf(library([then, older]), then).newer).toBe(null);
});

test('what its publisher says of later days by another rule is told apart from the newer', () => {
  const rule = definition({ id: 'example-anew', replaces: 'example-crossings' });
  const anew = figure({
    value: 333,
    asOf: '2030-03-01',
    published: '2030-03-02',
    definition: rule,
  });
  expect(becameOf(library([then, anew]), then)).toMatchObject({ newer: null, otherRule: anew });
  const newest = figure({ value: 444, asOf: '2030-04-01', published: '2030-04-02' });
  expect(becameOf(library([then, anew, newest]), then)).toMatchObject({
    newer: newest,
    otherRule: null,
  });
});

test('a revision and a correction of the very figure are told', () => {
  const revised = figure({ value: 99, published: '2030-02-01' });
  const corrections = [correction({ thing: then.id, day: day('2030-03-01') })];
  const { since } = becameOf(library([then, revised], { corrections }), then);
  expect(since.map(({ kind }) => kind)).toEqual(['revised', 'corrected']);
  expect(since[0]?.now).toBe(revised);
});

test('a rule that took no place of this one is no successor, whatever it says later', () => {
  const beside = figure({
    value: 333,
    asOf: '2030-03-01',
    published: '2030-03-02',
    definition: definition({ id: 'example-by-month' }),
  });
  expect(becameOf(library([then, beside]), then).otherRule).toBe(null);
});

test('a value that never stood names the one that does', () => {
  const standing = figure({
    value: 112,
    source: source({ id: 'another', published: '2030-01-06' }),
  });
  const made = library([then, standing]);
  const lost = [then, standing].find((one) => becameOf(made, one).kind === 'also');
  if (!lost) throw new Error('One of two values said on one day stands.');
  expect(becameOf(made, lost).instead).toBe(lost === then ? standing : then);
});

test('what applies instead is named in its publisher’s own text, not in a later one that repeats it', () => {
  const agency = publisher();
  const own = source({ id: 'own', published: '2030-01-06', publisher: agency });
  const relay = source({ id: 'relay', published: '2030-01-07', publisher: agency, relayOf: 'own' });
  const early = source({ id: 'early', published: '2030-01-06', publisher: agency, relayOf: 'x' });
  const original = figure({ value: 500, source: own });
  const repeated = figure({ value: 500, source: relay });
  const lost = figure({ value: 499, source: early });
  const made = library([lost, original, repeated]);
  expect(becameOf(made, lost)).toMatchObject({ kind: 'also', instead: { id: original.id } });
});

test('a copy’s slip was not counted anew, nor does it count anew', () => {
  const slip = figure({
    value: 711,
    published: '2030-02-02',
    definition: definition({ id: 'example-misprint' }),
    caveats: [caveat({ code: 'misprint' })],
  });
  const made = library([then, slip]);
  expect(becameOf(made, then).since).toEqual([]);
  expect(becameOf(made, slip).since).toEqual([]);
});
