import { expect, test } from 'vitest';
import type { Figure } from '#lib/records/model.ts';
import { caveat, figure, library, measure, source } from '../../../tests/support/made.ts';
import { allSeries } from './series.ts';
import { stands, vintagesOf } from './vintages.ts';

function rowsOf(...figures: Figure[]) {
  const made = library(figures);
  const series = allSeries(made).get(figures[0]?.series ?? '');
  if (!series) throw new Error('no series');
  return vintagesOf(made, series);
}
const kinds = (...figures: Figure[]) =>
  rowsOf(...figures)[0]?.vintages.map(({ figure: one, kind }) => [
    'value' in one.amount ? one.amount.value : one.amount.kind,
    kind,
  ]);
const said = (published: string, value: number, cells = {}) =>
  figure({ published, value, ...cells });

test('values stand in the order in which they came out, each with what it was', () => {
  expect(kinds(said('2030-01-06', 111), said('2030-02-01', 222), said('2030-01-08', 111))).toEqual([
    [111, 'first'],
    [111, 'confirmed'],
    [222, 'revised'],
  ]);
});

test('two numbers of one day with their hours are first and revised', () => {
  expect(kinds(said('2030-01-06T18:00+02:00', 222), said('2030-01-06T09:00+02:00', 111))).toEqual([
    [111, 'first'],
    [222, 'revised'],
  ]);
});

test('of two numbers of one day without hours one stands and the other was also said', () => {
  const rounded = figure({
    published: '2030-01-06',
    amount: { kind: 'about', value: 200 },
    source: source({ id: 'example-speech', published: '2030-01-06' }),
  });
  expect(kinds(rounded, said('2030-01-06', 222))).toEqual([
    [222, 'first'],
    [200, 'also'],
  ]);
});

test('a later paper with an older number revises nothing', () => {
  const older = source({ id: 'example-note', published: '2030-01-09', repeats: '2030-01-06' });
  expect(
    kinds(said('2030-01-08', 222), figure({ source: older, value: 111 }), said('2030-01-10', 333)),
  ).toEqual([
    [222, 'first'],
    [111, 'older'],
    [333, 'revised'],
  ]);
});

test('a rounded number for the same is told as the same in other words', () => {
  const about = figure({ published: '2030-01-09', amount: { kind: 'about', value: 11_000 } });
  expect(kinds(said('2030-01-08', 11_222), about)?.[1]).toEqual([11_000, 'restated']);
});

test('what gives no publication day comes last and revises nothing', () => {
  expect(kinds(said('', 333), said('2030-01-08', 222))).toEqual([
    [222, 'first'],
    [333, 'undated'],
  ]);
});

test('how far a value moved is worked out only where both are numbers; floors are refused', () => {
  const [row] = rowsOf(said('2030-01-06', 111), said('2030-02-01', 222));
  expect(row?.vintages[1]?.change).toMatchObject({ kind: 'derived', low: 111, high: 111 });
  const floor = (published: string, value: number) =>
    figure({ published, amount: { kind: 'at_least', value } });
  const [floors] = rowsOf(floor('2030-01-06', 111), floor('2030-02-01', 222));
  expect(floors?.vintages[1]?.change).toMatchObject({ kind: 'refused', reason: 'open-ended' });
});

test('a value that came out on the very day it speaks about is followed by a later state, not revised', () => {
  const state = (published: string, value: number) =>
    said(published, value, { asOf: '2030-01-06' });
  expect(
    kinds(state('2030-01-06', 111), state('2030-01-07', 222), state('2030-01-08', 333)),
  ).toEqual([
    [111, 'first'],
    [222, 'later'],
    [333, 'revised'],
  ]);
});

test('of a month of which no day is known another value is another reading', () => {
  const reading = (published: string, value: number) => said(published, value, { asOf: '2030-01' });
  expect(kinds(reading('2030-02-06', 111), reading('2030-02-20', 222))).toEqual([
    [111, 'first'],
    [222, 'reading'],
  ]);
});

test('a rounded number and one to the unit, days apart, are two ways to say what was known', () => {
  const about = figure({ published: '2030-01-06', amount: { kind: 'about', value: 12_000 } });
  expect(kinds(about, said('2030-01-08', 11_222))?.[1]).toEqual([11_222, 'restated']);
  expect(kinds(about, said('2030-02-08', 11_222))?.[1]).toEqual([11_222, 'revised']);
});

test('only what was the newest for a time comes to apply: the other value of a day, an older and an undated paper do not', () => {
  const applying = ['first', 'confirmed', 'restated', 'later', 'reading', 'revised'] as const;
  expect(applying.map(stands)).toEqual(applying.map(() => true));
  expect((['also', 'older', 'undated'] as const).map(stands)).toEqual([false, false, false]);
});

test('a revision is measured from the value that applied, not from one that only came out in between', () => {
  const older = source({ id: 'example-note', published: '2030-01-09', repeats: '2030-01-06' });
  const [row] = rowsOf(
    said('2030-01-08', 222),
    figure({ source: older, value: 111 }),
    said('2030-01-10', 333),
  );
  expect(row?.vintages.map(({ before }) => before?.amount)).toEqual([
    undefined,
    { kind: 'exact', value: 222 },
    { kind: 'exact', value: 222 },
  ]);
  expect(row?.vintages.map(({ change }) => change)).toMatchObject([null, null, { low: 111 }]);
});

test('the first and the undated have no value before them; what came between keeps its own', () => {
  const [row] = rowsOf(said('2030-01-06', 111), said('2030-01-08', 111), said('', 333));
  expect(row?.vintages.map(({ kind, before }) => [kind, before !== null])).toEqual([
    ['first', false],
    ['confirmed', true],
    ['undated', false],
  ]);
  expect(row?.vintages.map(({ change }) => change)).toEqual([null, null, null]);
});

test('from the first value to the newest is said where there were two revisions or more', () => {
  const once = [said('2030-01-06', 111), said('2030-02-01', 222)];
  expect(rowsOf(...once)[0]?.overall).toBeNull();
  const again = [...once, said('2030-03-01', 444), said('2030-03-05', 444)];
  expect(rowsOf(...again)[0]?.overall).toMatchObject({ kind: 'derived', low: 333, high: 333 });
});

test('from the first value to the newest starts at the first that was dated and ends at what applies', () => {
  const speech = source({ id: 'example-speech', published: '2030-03-01' });
  const also = figure({ source: speech, amount: { kind: 'about', value: 500 } });
  const [row] = rowsOf(
    said('', 999),
    said('2030-01-06', 111),
    said('2030-02-01', 222),
    said('2030-03-01', 444),
    also,
  );
  expect(row?.vintages.map(({ kind }) => kind)).toEqual([
    'first',
    'revised',
    'revised',
    'also',
    'undated',
  ]);
  expect(row?.overall).toMatchObject({ kind: 'derived', low: 333, high: 333 });
  expect(rowsOf(said('', 999), said('', 888), said('', 777))[0]?.overall).toBeNull();
});

test('how far a count of the harmed moved is given, since both values are about the same days', () => {
  const killed = (published: string, value: number) =>
    said(published, value, {
      measure: measure({ id: 'killed' }),
      caveats: [caveat({ code: 'increase-not-daily' })],
    });
  const [row] = rowsOf(killed('2030-01-06', 111), killed('2030-02-01', 222));
  expect(row?.vintages[1]?.change).toMatchObject({ kind: 'derived', low: 111 });
});

test('of three hours of a day each revises the one before it, in whatever order the papers lie', () => {
  const at = (hour: string, value: number) => said(`2030-01-06T${hour}+02:00`, value);
  expect(kinds(at('18:00', 333), at('12:00', 222), at('09:00', 111))).toEqual([
    [111, 'first'],
    [222, 'revised'],
    [333, 'revised'],
  ]);
});

test('a value of the day without an hour comes behind those with one, and was also said', () => {
  const speech = source({ id: 'example-speech', published: '2030-01-06' });
  const rounded = figure({ source: speech, amount: { kind: 'about', value: 200 } });
  const at = (hour: string, value: number) => said(`2030-01-06T${hour}+02:00`, value);
  expect(kinds(rounded, at('18:00', 222), at('09:00', 111))).toEqual([
    [111, 'first'],
    [222, 'revised'],
    [200, 'also'],
  ]);
});

test('two values of the same hour are one that applies and one that was also said', () => {
  const speech = source({ id: 'example-speech', published: '2030-01-06T18:00+02:00' });
  const rounded = figure({ source: speech, amount: { kind: 'about', value: 200 } });
  expect(kinds(rounded, said('2030-01-06T18:00+02:00', 222))).toEqual([
    [222, 'first'],
    [200, 'also'],
  ]);
});

test('where a value without an hour applies, one with an hour came neither before nor after it', () => {
  const relay = source({
    id: 'example-relay',
    published: '2030-01-06T18:00+02:00',
    relayOf: 'A made-up statement',
  });
  const relayed = figure({ source: relay, value: 222 });
  const original = said('2030-01-06', 111);
  const shown = kinds(relayed, original);
  expect(shown?.map(([, kind]) => kind)).toEqual(['first', 'also']);
});

test.each([
  ['2030-01-09', 'restated'],
  ['2030-01-10', 'revised'],
])('a rounded number of 6 January and one to the unit of %s: %s', (published, kind) => {
  const about = figure({ published: '2030-01-06', amount: { kind: 'about', value: 12_000 } });
  expect(kinds(about, said(published, 11_222))?.[1]).toEqual([11_222, kind]);
});

test('a range and one number within three days are two ways to say what was known', () => {
  const range = figure({
    published: '2030-01-06',
    amount: { kind: 'between', low: 111, high: 333 },
  });
  expect(kinds(range, said('2030-01-08', 444))?.[1]).toEqual([444, 'restated']);
  expect(kinds(said('2030-01-06', 444), said('2030-01-08', 555))?.[1]).toEqual([555, 'revised']);
});

test('the rows of a series are worked out once', () => {
  const made = library([said('2030-01-06', 111)]);
  const [series] = allSeries(made).values();
  if (!series) throw new Error('no series');
  expect(vintagesOf(made, series)).toBe(vintagesOf(made, series));
});
