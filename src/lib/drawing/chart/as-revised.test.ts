import { expect, test } from 'vitest';
import { definition, figure, library } from '../../../../tests/support/made.ts';
import type { Figure } from '#lib/records/model.ts';
import { allSeries } from '#lib/views/series.ts';
import { asRevised, defaultDate } from './as-revised.ts';
import { asRevisedReading } from './reading.ts';
import { seriesData } from './series-data.ts';

const dataOf = (figures: readonly Figure[]) => {
  const made = library(figures);
  const series = allSeries(made).get(figures[0]?.series ?? '');
  if (!series) throw new Error('no series');
  return { series, data: seriesData(made, series) };
};
const recorded = definition({ id: 'recorded', label: 'Recorded' });
const byMonth = definition({ id: 'by-month', label: 'By month', statistic: 'flow' });
const said = (rule: typeof recorded, value: number, published: string, asOf = '2030-01-05') =>
  figure({ measure: 'killed', definition: rule, value, published, asOf });

const figures = [
  said(recorded, 136, '2030-01-06'),
  said(recorded, 142, '2030-01-07'),
  said(recorded, 500, '2030-01-08', '2030-01-07'),
  said(byMonth, 342, '2030-07-05'),
  said(byMonth, 353, '2030-10-05'),
  said(byMonth, 353, '2030-11-05'),
];
const date = { as_of: '2030-01-05', start: '2030-01-01' };

test('each rule has a line of its own, named where it begins, its first and newest number written, and it is said that another rule begins', () => {
  const { lines, keys, ends } = asRevised(dataOf(figures).data, date, '');
  expect(ends.map(({ name, value, when }) => [name, value.value, when])).toEqual([
    ['Recorded', 136, '2030-01-06'],
    ['', 142, '2030-01-07'],
    ['By month', 342, '2030-07-05'],
    ['', 353, '2030-11-05'],
  ]);
  expect(lines.map(({ muted, runs, dash }) => [muted, dash, runs])).toEqual([
    [
      false,
      0,
      [[expect.objectContaining({ value: 136 }), expect.objectContaining({ value: 142 })]],
    ],
    [true, 1, [[342, 353, 353].map((value) => expect.objectContaining({ value }) as unknown)]],
  ]);
  expect(keys.map(({ letter, when, text }) => [letter, when, text])).toEqual([
    [
      '',
      '2030-07-05',
      'Another definition begins: “By month”. No line joins it to the one before.',
    ],
  ]);
});

test('on an earlier day what came later is not there, and the axes reach no further either', () => {
  const { data } = dataOf(figures);
  const then = asRevised(data, date, '2030-01-06');
  expect(then.marks.map(({ value }) => value.value)).toEqual([136]);
  expect(then.keys).toEqual([]);
  expect([then.last, then.most]).toEqual([then.first, 136]);
});

test('the date with most different numbers is shown, of several the earliest', () => {
  expect(defaultDate(dataOf(figures).data)).toEqual(date);
  const two = [
    said(recorded, 1, '2030-01-06'),
    said(recorded, 2, '2030-01-07'),
    said(recorded, 3, '2030-01-08', '2030-01-07'),
    said(recorded, 4, '2030-01-09', '2030-01-07'),
  ];
  expect(defaultDate(dataOf(two).data)).toEqual(date);
});

test('a series of which nothing was revised has no second reading', () => {
  const { data, series } = dataOf([
    said(recorded, 136, '2030-01-06'),
    said(recorded, 136, '2030-01-07'),
    said(recorded, 500, '2030-01-08', '2030-01-07'),
  ]);
  expect(asRevisedReading(data, series)).toBe(null);
});

test('what was also said that day lies beside the line', () => {
  const also = figure({
    measure: 'killed',
    definition: recorded,
    amount: { kind: 'about', value: 140 },
    source: { ...said(recorded, 1, '2030-01-07').source, id: 'briefing' },
    asOf: '2030-01-05',
  });
  const { lines, marks } = asRevised(dataOf([...figures, also]).data, date, '');
  expect(lines[0]?.runs.flat().map(({ value }) => value)).toEqual([136, 142]);
  expect(marks.filter(({ behind }) => behind).map(({ value }) => value.value)).toEqual([140]);
});
