import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { allSeries } from '#lib/views/series.ts';
import { chartDays } from './chart-days.ts';
import { movedTo } from './moved.ts';
import { outputs } from './outputs.ts';

const { id } = library.situation;
const [figure] = library.figures;
const series = figure?.series ?? '';
const publisher = figure?.definition.publisher.id ?? '';

test.each([
  [`/${id}/flows/m/2022-03-01-known-2022-04-02/`, `/${id}/flows/m/2022-03-01/`],
  [`/embed/${id}/flows/m/2022-03-01-known-2022-04-02/`, `/embed/${id}/flows/m/2022-03-01/`],
  [`/data/${id}/flows/m/2022-03-01-known-2022-04-02.svg`, `/data/${id}/flows/m/2022-03-01.svg`],
  [`/data/${id}/flows/m/2022-03-01-known-2022-04-02.csv`, `/data/${id}/flows/m.csv`],
  [`/data/${id}/flows/m/2022-03-01.hxl.csv`, `/data/${id}/flows/m.csv`],
  [`/data/${id}/flows/m/known-2022-03-01.json`, `/data/${id}/flows/m.json`],
  [`/data/${id}/flows/m/2022-03-01.xlsx`, `/data/${id}/flows/m.csv`],
  [`/data/${id}/days/2022-03-01.hxl.csv`, `/data/${id}/days/2022-03-01.csv`],
  [`/data/${id}/days/2022-03-01.xlsx`, `/data/${id}/days/2022-03-01.csv`],
  [`/data/${id}/days/2022-03-01.jsonld`, `/data/${id}/days/2022-03-01.json`],
  [`/data/${id}/series/s.hxl.csv`, `/data/${id}/series/s.csv`],
  [`/data/${id}/series/s.xlsx`, `/data/${id}/series/s.csv`],
  [`/${id}/series/${series}/changes.xml`, `/${id}/changes/publisher/${publisher}/changes.xml`],
  [`/${id}/series/${series}/changes.json`, `/${id}/changes/publisher/${publisher}/changes.json`],
  [`/${id}/series/nothing/changes.xml`, null],
  [`/embed/${id}/figures/f/oembed.json`, `/oembed?url=%2Fembed%2F${id}%2Ffigures%2Ff%2F`],
  [`/embed/${id}/charts/c/oembed.json`, `/oembed?url=%2Fembed%2F${id}%2Fcharts%2Fc%2F`],
  [
    `/data/${id}/revisions/0123456789-abcdef01/figures.csv`,
    `/data/${id}/revisions/0123456789-abcdef01.zip`,
  ],
  [
    `/data/${id}/revisions/0123456789-abcdef01/days/a.csv`,
    `/data/${id}/revisions/0123456789-abcdef01.zip`,
  ],
  // Gone without a successor: styles of a page's foot and of an older build belong to no page any more.
  [`/${id}/on/2022-03-01/foot.css`, null],
  ['/_app/immutable/assets/0.Em0vPHka.css', null],
  ['/404.html', null],
  ['/', null],
  ['//example.org/', null],
])('%s moved to %s', (old, now) => {
  expect(movedTo(old)).toBe(now);
});

test('a chart as known on a day on which it did not change is the chart of the last day before it', () => {
  const one = allSeries(library).get(series);
  if (!one) throw new Error('expected a series');
  const last = chartDays(library, one).at(-1) ?? '';
  const at = (day: string) => `/embed/${id}/charts/${series}/known-${day}/`;
  expect(movedTo(at('9999-12-31'))).toBe(at(last));
  expect(movedTo(at(last))).toBeNull();
  expect(movedTo(at('1999-12-31'))).toBeNull();
  expect(movedTo(`/embed/${id}/charts/nothing/known-9999-12-31/`)).toBeNull();
});

test('no address that there is is taken for one that moved', () => {
  const all = outputs().flatMap(({ addresses }) => addresses);
  expect(all.length).toBeGreaterThan(1000);
  expect(all.filter((address) => movedTo(address) !== null)).toEqual([]);
});
