import { expect, test } from 'vitest';
import {
  day,
  definition,
  figure,
  library,
  publisher,
  source,
} from '../../../tests/support/made.ts';
import { allSeries, neighbouringSeries, vintageRows } from './series.ts';
import type { Series } from './series.ts';

const seriesOf = (all: ReadonlyMap<string, Series>, id: string): Series => {
  const series = all.get(id);
  if (!series) throw new Error(`no series ${id}`);
  return series;
};

test('a series holds all its vintages, the latest as-of first, each as it came out', () => {
  const [late, undated, first, timed, newest] = [
    figure({ published: '2030-02-05' }),
    figure({ published: '' }),
    figure({ published: '2030-01-05' }),
    figure({ published: '2030-01-05T09:00+02:00' }),
    figure({ asOf: '2030-01-06', published: '2030-01-06' }),
  ];
  const all = allSeries(library([late, undated, first, timed, newest]));
  const series = seriesOf(all, first.series);
  expect(all.size).toBe(1);
  expect(series.figures).toEqual([newest, timed, first, late, undated]);
  expect(vintageRows(series).map(({ asOf, figures }) => [asOf, figures.length])).toEqual([
    ['2030-01-06', 1],
    ['2030-01-05', 4],
  ]);
});

test('periods that end on one day are rows of their own, the longest first', () => {
  const flow = definition({ statistic: 'flow' });
  const month = figure({ definition: flow, asOf: '2030-07-31', periodStart: '2030-07-01' });
  const year = figure({ definition: flow, asOf: '2030-07-31', periodStart: '2030-01-01' });
  const series = seriesOf(allSeries(library([month, year])), month.series);
  expect(vintageRows(series).map(({ periodStart }) => periodStart)).toEqual([
    '2030-01-01',
    '2030-07-01',
  ]);
});

test('a definition that took the place of another stands beside it with the reason', () => {
  const reason = 'Entries are counted from now on.';
  const old = definition({ id: 'old-rule' });
  const now = definition({
    id: 'new-rule',
    replaces: 'old-rule',
    breakDay: day('2030-03-14'),
    breakReason: reason,
  });
  const third = definition({ id: 'third-rule' });
  const [before, after, apart] = [old, now, third].map((rule) => figure({ definition: rule }));
  const lib = library([before, after, apart].filter((one) => one !== undefined));
  const all = allSeries(lib);
  const breaks = (id: string) =>
    neighbouringSeries(lib, seriesOf(all, id)).definitions.map((other) => [
      other.definition.id,
      other.break?.reason ?? null,
    ]);
  expect(breaks(before?.series ?? '')).toEqual([
    ['new-rule', reason],
    ['third-rule', null],
  ]);
  expect(breaks(after?.series ?? '')).toEqual([
    ['old-rule', reason],
    ['third-rule', null],
  ]);
});

test('other publishers stand beside a series on the same measure and place, by their order', () => {
  const by = (id: string, order: number, place = 'SAM', measure = 'border_crossings') =>
    figure({
      definition: definition({ id: `rule-of-${id}`, publisher: publisher({ id, order }) }),
      source: source({ id }),
      place,
      measure,
    });
  const own = figure();
  const [last, first] = [by('guard', 9), by('ministry', 2)];
  const elsewhere = by('police', 1, 'MOD');
  const otherwise = by('registry', 1, 'SAM', 'refugees_recorded');
  const lib = library([own, last, first, elsewhere, otherwise]);
  const { publishers } = neighbouringSeries(lib, seriesOf(allSeries(lib), own.series));
  expect(publishers.map(({ id }) => id)).toEqual([first.series, last.series]);
});
