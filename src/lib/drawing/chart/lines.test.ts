import { expect, test } from 'vitest';
import { dayOf } from './chart-data.ts';
import { linesScene, smallScene, type PlainLine } from './lines.ts';

type Said = readonly [day: string, value: number];

const line = (label: string, ...runs: readonly (readonly Said[])[]): PlainLine => ({
  label,
  runs: runs.map((run) =>
    run.map(([as_of, value]) => ({
      day: dayOf(as_of),
      value: { id: as_of, as_of, shape: 'exact', value, high: '', amount: String(value) },
    })),
  ),
  breaks: [],
});

const samplia = line('Samplia', [
  ['2030-01-01', 500],
  ['2030-01-20', 1000],
]);
const modelland = line(
  'Modelland',
  [
    ['2030-01-02', 10],
    ['2030-01-12', 20],
  ],
  [['2030-01-15', 5]],
);

test('the line with the largest newest number has the accent, all others stand back', () => {
  const { lines, ends } = linesScene([modelland, samplia]);
  expect(lines.map(({ muted }) => muted)).toEqual([true, false]);
  expect(ends.map(({ name, value }) => [name, value.value])).toEqual([
    ['Modelland', 5],
    ['Samplia', 1000],
  ]);
});

test('no line runs across a break, nor over more than forty-five days without a number; the axis has that gap', () => {
  const late = line('Samplia', [
    ['2030-01-01', 500],
    ['2030-01-20', 1000],
    ['2030-03-07', 1100],
    ['2030-03-08', 1200],
  ]);
  const { lines, held } = linesScene([modelland, late]);
  expect(lines.map(({ runs }) => runs.map(({ length }) => length))).toEqual([
    [2, 1],
    [2, 2],
  ]);
  expect(held).toEqual([
    [dayOf('2030-01-01'), dayOf('2030-01-20')],
    [dayOf('2030-03-07'), dayOf('2030-03-08')],
  ]);
});

test('a number that no line leads to has a mark', () => {
  expect(linesScene([modelland]).marks.map(({ value }) => value.value)).toEqual([5]);
});

test('each by itself has its own scale and the days of all', () => {
  const all = linesScene([modelland, samplia]);
  const small = smallScene(modelland, all);
  expect([small.first, small.last, small.most]).toEqual([all.first, all.last, 20]);
});

test('a chart of nothing has no days and does not fail', () => {
  expect(linesScene([])).toMatchObject({ first: 0, last: 0, most: 0, lines: [] });
});
