import { expect, test } from 'vitest';
import type { Figure } from '#lib/records/model.ts';
import { figure, library, source } from '../../../tests/support/made.ts';
import { allSeries } from './series.ts';
import { vintagesOf } from './vintages.ts';

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
