import { expect, test } from 'vitest';
import {
  caveat,
  day,
  definition,
  figure,
  library,
  source,
} from '../../../../tests/support/made.ts';
import type { FigureCells } from '../../../../tests/support/made.ts';
import type { Break, Figure } from '#lib/records/model.ts';
import { chartFile } from '#lib/downloads/chart-file.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { publicationDays } from '#lib/views/days.ts';
import { allSeries } from '#lib/views/series.ts';
import { overTime, standsOn } from './over-time.ts';
import { overTimeReading } from './reading.ts';
import { seriesData } from './series-data.ts';

const dataOf = (figures: readonly Figure[], id = figures[0]?.series ?? '') => {
  const made = library(figures);
  const series = allSeries(made).get(id);
  if (!series) throw new Error(`no series ${id}`);
  return { made, series, data: seriesData(made, series) };
};
const said = (asOf: string, value: number, published = asOf, cells: FigureCells = {}) =>
  figure({ asOf, value, published, ...cells });
const runsOf = (figures: readonly Figure[], on = '') =>
  overTime(dataOf(figures).data, on)
    .lines.filter(({ behind }) => !behind)
    .flatMap(({ runs }) => runs.map((run) => run.map(({ value }) => value)));

test('each day is drawn as it is known now, and as it was known on an earlier day', () => {
  const figures = [
    said('2030-01-05', 1111),
    said('2030-01-06', 1200),
    said('2030-01-05', 1150, '2030-01-07'),
  ];
  expect(runsOf(figures)).toEqual([[1150, 1200]]);
  expect(runsOf(figures, '2030-01-06')).toEqual([[1111, 1200]]);
});

test('what stands on a day is what a page of that day would say', () => {
  const figures = [
    said('2030-01-05', 1111),
    said('2030-01-05', 1150, '2030-01-07'),
    said('2030-01-06', 1200, '2030-01-06'),
    figure({ asOf: '2030-01-08', value: 1300, source: source({ id: 'undated', published: '' }) }),
    figure({
      asOf: '2030-01-05',
      value: 1110,
      source: source({ id: 'late', published: '2030-01-09', repeats: '2030-01-05' }),
    }),
  ];
  const { made, series, data } = dataOf(figures);
  for (const on of [...publicationDays(made), day('2031-06-01')]) {
    const known = asKnownOn(made, on).standing(series.id);
    expect(
      data.figures
        .filter((value) => standsOn(value, on))
        .map(({ id }) => id)
        .sort(),
    ).toEqual(known.map(({ figure: { id } }) => id).sort());
  }
});

test('no line crosses a break inside the rule; its words stand where the line is open', () => {
  const one: Break = {
    id: 'lowered',
    day: day('2030-01-07'),
    until: null,
    before: ['example-crossings'],
    after: ['example-crossings'],
    places: [],
    what: 'Belarus was taken out',
    reason: 'no reason published',
    saidBy: '',
  };
  const rule = definition({ breaks: [one] });
  const cells = { definition: rule };
  const figures = [
    said('2030-01-05', 1111, '2030-01-05', cells),
    said('2030-01-06', 1200, '2030-01-06', cells),
    said('2030-01-08', 900, '2030-01-08', cells),
    said('2030-01-09', 950, '2030-01-09', cells),
  ];
  expect(runsOf(figures)).toEqual([
    [1111, 1200],
    [900, 950],
  ]);
  const made = library(figures, { breaks: [one] });
  const series = [...allSeries(made).values()][0];
  if (!series) throw new Error('no series');
  const { caption, scene } = overTimeReading(seriesData(made, series), series);
  expect(caption.keys.map(({ letter, when }) => [letter, when])).toEqual([['', '2030-01-07']]);
  expect(caption.alt).toContain('Belarus was taken out. Reason: no reason published.');
  expect(chartFile(scene, caption.alt).match(/class="c-l" d="M[^"]*M?[^"]*m/)).not.toBe(null);
});

test('a number that begins anew, another start of the count and a long gap part the line too', () => {
  const anew = said('2030-01-06', 600, '2030-01-06', { status: 'B' });
  expect(runsOf([said('2030-01-05', 1111), anew])).toEqual([[1111], [600]]);
  const later = said('2030-01-06', 600, '2030-01-06', { periodStart: '2030-01-03' });
  expect(runsOf([said('2030-01-05', 1111), later])).toEqual([[1111], [600]]);
  expect(runsOf([said('2030-01-05', 1111), said('2030-03-05', 1200)])).toEqual([[1111], [1200]]);
});

test('when a second rule takes the place of the first and the number halves, nothing joins the two and the reason is said', () => {
  const first = definition({ id: 'all-reported', label: 'All reported deaths' });
  const second = definition({
    id: 'identified',
    label: 'Identified deaths',
    replaces: 'all-reported',
    breakDay: day('2030-01-08'),
    breakReason: 'only identified deaths are counted',
  });
  const figures = [
    said('2030-01-05', 1000, '2030-01-05', { definition: first }),
    said('2030-01-07', 1100, '2030-01-07', { definition: first }),
    said('2030-01-08', 550, '2030-01-08', { definition: second }),
    said('2030-01-09', 560, '2030-01-09', { definition: second }),
  ];
  for (const id of [figures[0]?.series, figures[2]?.series]) {
    const { series, data } = dataOf(figures, id);
    const { scene, caption } = overTimeReading(data, series);
    const values = scene.lines.flatMap(({ runs }) => runs.flat().map(({ value }) => value));
    expect([values.includes(1100), values.includes(550)].filter(Boolean)).toHaveLength(1);
    const words = `${caption.alt} ${caption.keys.map(({ text }) => text).join(' ')}`;
    expect(caption.alt).toContain('Reason: only identified deaths are counted.');
    expect(words + chartFile(scene, caption.alt)).not.toMatch(/%|per cent|half/);
  }
});

test('a flow has a bar for each period and no line at all', () => {
  const rule = definition({ id: 'by-month', statistic: 'flow' });
  const month = (asOf: string, value: number, published: string) =>
    said(asOf, value, published, { definition: rule, periodStart: `${asOf.slice(0, 7)}-01` });
  const { data } = dataOf([
    month('2030-01-31', 300, '2030-02-05'),
    month('2030-02-28', 200, '2030-03-05'),
    month('2030-01-31', 340, '2030-03-05'),
  ]);
  const scene = overTime(data, '');
  expect(scene.lines).toEqual([]);
  expect(scene.marks.map(({ from, day: to, behind }) => [to - from, behind])).toEqual([
    [30, true],
    [30, false],
    [27, false],
  ]);
});

test('a publication of which some numbers no longer stand is a thin line behind; one that was only confirmed is not', () => {
  const old = source({ id: 'series-of-january', published: '2030-01-07' });
  const figures = [
    figure({ asOf: '2030-01-05', value: 1111, source: old }),
    figure({ asOf: '2030-01-06', value: 1200, source: old }),
    said('2030-01-05', 1150, '2030-01-08'),
    said('2030-01-06', 1200, '2030-01-08'),
  ];
  const { lines, marks } = overTime(dataOf(figures).data, '');
  expect(lines.map(({ behind, runs }) => [behind, runs.flat().map(({ value }) => value)])).toEqual([
    [true, [1111, 1200]],
    [false, [1150, 1200]],
  ]);
  expect(marks.some(({ behind }) => behind)).toBe(false);
});

test('a word has no height and no line; a picture holds no published number', () => {
  const word = figure({
    asOf: '2030-01-06',
    amount: { kind: 'word', word: 'many' },
    published: '2030-01-06',
  });
  const figures = [said('2030-01-05', 1111, '2030-01-05', { caveats: [caveat()] }), word];
  expect(runsOf(figures)).toEqual([[1111]]);
  const { series, data } = dataOf(figures);
  const { scene, caption } = overTimeReading(data, series);
  expect(chartFile(scene, caption.alt)).not.toMatch(/1,?111|many/);
  expect(caption.notes.join(' ')).toContain('given in words');
});

test('the axes of a past day reach only as far as what was known then', () => {
  const { data } = dataOf([said('2030-01-05', 1111), said('2030-03-05', 99_999)]);
  const [past, now] = [overTime(data, '2030-01-10'), overTime(data, '')];
  expect([past.most, past.last]).toEqual([1111, past.first]);
  expect(now.most).toBe(99_999);
  expect(now.last).toBeGreaterThan(past.last);
});
