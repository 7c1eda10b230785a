import { expect, test } from 'vitest';
import {
  caveat,
  correction,
  day,
  definition,
  figure,
  library,
  source,
} from '../../../tests/support/made.ts';
import { since, sinceTogether } from './since.ts';

const then = figure({ value: 111, published: '2030-01-06' });
const on = day('2030-01-10');
const of = (...later: ReturnType<typeof figure>[]) => since(library([then, ...later]), [then], on);

test('a figure that its publisher revised is listed with the value that stands now and since when', () => {
  const revised = figure({ value: 222, published: '2030-02-01' });
  const repeated = figure({ value: 222, published: '2030-03-01' });
  const found = of(revised, repeated);
  expect(found).toMatchObject([{ then, now: revised, kind: 'revised', day: '2030-02-01' }]);
});

test('a value revised and taken back to what it was has not changed', () => {
  expect(
    of(
      figure({ value: 222, published: '2030-02-01' }),
      figure({ value: 111, published: '2030-03-01' }),
    ),
  ).toEqual([]);
});

test('what was already known on the day, and what only repeats the value, is no change since', () => {
  expect(of(figure({ value: 111, published: '2030-02-01' }))).toEqual([]);
  const known = figure({ value: 222, published: '2030-01-09' });
  expect(since(library([then, known]), [known], on)).toEqual([]);
});

test('another number in a text without a day is told as such', () => {
  expect(of(figure({ value: 333, source: source({ published: '' }) }))[0]?.kind).toBe('undated');
});

test('the same days counted anew by another rule are told apart from a revision', () => {
  const anew = figure({
    value: 222,
    published: '2030-02-01',
    definition: definition({ id: 'by-occurrence', statistic: 'flow' }),
  });
  expect(of(anew)).toMatchObject([{ kind: 'recounted', now: anew }]);
});

test('what we had written wrong and put right later is listed with its correction', () => {
  const corrections = [correction({ thing: then.id, day: day('2030-02-02') })];
  const [found] = since(library([then], { corrections }), [then], on);
  expect(found).toMatchObject({ kind: 'corrected', now: null, correction: corrections[0] });
  expect(since(library([then], { corrections }), [then], day('2030-02-02'))).toEqual([]);
});

test('a value that its publisher took back is told from the day on which that became known', () => {
  const withdrawn = caveat({ code: 'value-withdrawn' });
  const shown = figure({
    value: 111,
    published: '2030-01-06',
    caveats: [withdrawn],
    caveatsFrom: { 'value-withdrawn': day('2030-01-12') },
  });
  const made = library([shown]);
  expect(since(made, [shown], on)).toMatchObject([{ kind: 'withdrawn', caveat: withdrawn }]);
  expect(since(made, [shown], day('2030-01-12'))).toEqual([]);
});

test('a later state of a day that was not over is another number, no revision', () => {
  const early = figure({ value: 111, asOf: '2030-01-06', published: '2030-01-06' });
  const late = figure({ value: 222, asOf: '2030-01-06', published: '2030-01-07' });
  const found = since(library([early, late]), [early], day('2030-01-06'));
  expect(found).toMatchObject([{ kind: 'later', now: late }]);
});

test('what one later text says of the same days is told in one sentence', () => {
  const paper = source({ id: 'example-trends', published: '' });
  const places = ['SAM', 'MOD'];
  const early = places.map((place) => figure({ place, value: 111, published: '2030-01-06' }));
  const later = places.map((place) => figure({ place, value: 333, source: paper }));
  const found = since(library([...early, ...later]), early, on);
  expect(sinceTogether(found).map((together) => together.length)).toEqual([2]);
});
