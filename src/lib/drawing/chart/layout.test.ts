import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { publicationDays } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { allSeries } from '#lib/views/series.ts';
import { summaryOn } from '#lib/views/summary.ts';
import { widthOf } from '#lib/drawing/type/measured-lines.ts';
import { dayOf } from './chart-data.ts';
import { drawingsOf, drawnOn } from './drawn.ts';
import type { DrawnChart } from './layout.ts';
import { linesScene, type PlainLine } from './lines.ts';
import { PHONE, SMALL, WIDE } from './paper.ts';
import { asRevisedReading, overTimeReading } from './reading.ts';
import { seriesData } from './series-data.ts';
import { chartsOfLines } from './summary-charts.ts';
import type { Scene } from './scene.ts';

const made = (runs: PlainLine['runs'], label = 'Samplia'): PlainLine => ({
  label,
  runs,
  breaks: [],
});
const point = (as_of: string, value: number) => ({
  day: dayOf(as_of),
  value: {
    id: as_of,
    as_of,
    shape: 'exact' as const,
    value,
    high: '' as const,
    amount: `${value}`,
  },
});
const steps = made([[point('2030-01-01', 500), point('2030-01-11', 1000)]]);

test('a number stands until the next published one, then steps: never a slope', () => {
  const { paths } = drawnOn(linesScene([steps]), WIDE);
  expect(paths.find(({ kind }) => kind === 'c-l')?.d).toMatch(/^M\d+ \d+h\d+v-\d+$/);
});

test('heights count from zero, and the largest number is within the plot', () => {
  const { plot, most, paths } = drawnOn(linesScene([steps]), WIDE);
  const [, , y = ''] =
    /^M(\d+) (\d+)/.exec(paths.find(({ kind }) => kind === 'c-l')?.d ?? '') ?? [];
  expect(Number(y)).toBe(Math.round(plot.bottom - (500 / most) * (plot.bottom - plot.top)));
  expect(most).toBeGreaterThanOrEqual(1000);
});

test('names in the column stand at least 17 px apart, with a line to their ends where they were moved', () => {
  const close = ['Samplia', 'Modelland', 'Examplia'].map((label, index) =>
    made([[point('2030-01-01', 500), point('2030-01-11', 1000 + index)]], label),
  );
  const { rows, paths } = drawnOn(linesScene(close), WIDE);
  const heights = rows.map(({ y }) => y).sort((a, b) => a - b);
  expect(heights).toHaveLength(3);
  for (let i = 1; i < heights.length; i += 1)
    expect((heights[i] ?? 0) - (heights[i - 1] ?? 0)).toBeGreaterThanOrEqual(16);
  expect(paths.filter(({ kind }) => kind === 'c-h').length).toBeGreaterThanOrEqual(2);
});

test('a name of any length is whole on the paper', () => {
  const label = 'Central African Republic and Samplia';
  for (const paper of [WIDE, PHONE]) {
    const { rows, width } = drawnOn(linesScene([{ ...steps, label }]), paper);
    const [row] = rows;
    expect((row?.x ?? 0) + widthOf(label, 'sans', row?.size ?? 0)).toBeLessThan(width);
  }
});

test('a break is told in words with its day, in the chart; more than four of them by letters', () => {
  const series = allSeries(library).get('killed-civilians-ukr-ohchr-recorded');
  if (!series) throw new Error('no such series');
  const { scene } = overTimeReading(seriesData(library, series), series);
  const breaks = scene.keys.filter(({ kind }) => kind === 'break');
  expect(breaks.length).toBeGreaterThan(1);
  expect(breaks.map(({ letter }) => letter).join('')).toBe('');
  const words = drawnOn(scene, WIDE)
    .texts.map(({ text }) => text)
    .join(' ');
  for (const { note } of breaks) expect(words).toContain(note.split('. ')[0]?.replace(/\.$/, ''));
});

/** All scenes that pages show. */
function* scenes(): Generator<[string, Scene]> {
  for (const series of allSeries(library).values()) {
    const data = seriesData(library, series);
    yield [series.id, overTimeReading(data, series).scene];
    const revised = asRevisedReading(data, series);
    if (revised) yield [`${series.id} as revised`, revised.scene];
  }
}

interface Text {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function textsOf({ texts, rows }: DrawnChart): Text[] {
  const all = [
    ...texts,
    ...rows.map((row) => ({
      ...row,
      text: [row.name, row.number?.amount ?? '', row.date?.text ?? ''].filter(Boolean).join(' '),
    })),
  ];
  return all.map(({ text, x, y, anchor, size }) => {
    const width = widthOf(text, 'sans', size);
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return { text, left, right: left + width, top: y - size * 0.72, bottom: y };
  });
}

/** Texts that overlap by more than a pixel, or leave the paper. */
function faultsOf(drawn: DrawnChart): string[] {
  const texts = textsOf(drawn);
  const out = texts.filter(
    ({ left, right, top }) => left < -1 || top < -2 || right > drawn.width + 1,
  );
  const upon = texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
      )
      .map((b) => `“${a.text}” upon “${b.text}”`),
  );
  return [...upon, ...out.map(({ text }) => `“${text}” leaves the paper`)];
}

test('in the charts of all series no text lies upon another or leaves the paper, wide and on a phone', () => {
  const faults: string[] = [];
  for (const [name, scene] of scenes())
    for (const [kind, drawn] of Object.entries(drawingsOf(scene)))
      faults.push(...faultsOf(drawn as DrawnChart).map((fault) => `${name}, ${kind}: ${fault}`));
  expect(faults).toEqual([]);
}, 120_000);

test('nor in those of the summaries', () => {
  const days = publicationDays(library);
  const some = days.filter((_, index) => index % 12 === 0 || index === days.length - 1);
  const faults: string[] = [];
  for (const day of some) {
    const charts = chartsOfLines(summaryOn(library, asKnownOn(library, day)).chart);
    if (!charts) continue;
    for (const drawn of [charts.all.wide, charts.all.phone, ...Object.values(charts.each)])
      faults.push(...faultsOf(drawn).map((fault) => `${day}: ${fault}`));
  }
  expect(faults).toEqual([]);
}, 120_000);

test('no text is smaller than 12 px where it is shown smallest', () => {
  // Px that a drawing is at least shown wide: by the styles, and on a phone of 360 px.
  const shown = [
    [WIDE, 656],
    [PHONE, 328],
    [SMALL, 252],
  ] as const;
  for (const [paper, width] of shown)
    expect((Math.min(paper.small, paper.label) * width) / paper.width).toBeGreaterThanOrEqual(12);
});
