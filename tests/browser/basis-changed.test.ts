import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import SeriesPage from '#lib/components/page/SeriesPage.svelte';
import Summary from '#lib/components/page/Summary.svelte';
import { chartFile } from '#lib/downloads/chart-file.ts';
import { drawingsOf } from '#lib/drawing/chart/drawn.ts';
import { linesScene } from '#lib/drawing/chart/lines.ts';
import { plainLines } from '#lib/drawing/chart/plain-lines.ts';
import { asRevisedReading, overTimeReading } from '#lib/drawing/chart/reading.ts';
import { seriesData } from '#lib/drawing/chart/series-data.ts';
import { readLibrary } from '#lib/records/library.ts';
import { publicationDays } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { seriesLife } from '#lib/views/series-page.ts';
import { allSeries } from '#lib/views/series.ts';
import { since } from '#lib/views/since.ts';
import { summaryOn } from '#lib/views/summary.ts';
import { difference, share } from '#lib/views/arithmetic.ts';
import { summaryParts } from '#lib/pages/summary-parts.ts';
import { sheetsOf } from '../support/paper.ts';
import { useSite } from '../support/site.ts';

/**
 * A case of May 2024, with made-up numbers: women and children among the dead count half from one day to the next,
 * because their basis went from all deaths reported to those identified.
 */
const folder = 'tests/fixtures/basis-changed';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(?:csv|yaml)$/.test(name),
);
const { library: read, faults } = readLibrary(
  Object.fromEntries(
    files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  ),
);
if (!read) throw new Error(faults.map(({ message }) => message).join('\n'));
const library = read;
const reason = 'women and children are counted among identified deaths only';
const site = useSite();

const days = publicationDays(library);
const day = days.at(-1) ?? library.situation.start;
const known = asKnownOn(library, day);
const summary = summaryOn(library, known);

function summaryHtml(): string {
  const parts = summaryParts(library, summary);
  const data = {
    ...parts,
    days: [],
    previous: null,
    next: null,
    isNewest: true,
    sheets: null,
    since: since(library, parts.shown, day),
    withdrawn: [],
  };
  return render(Summary, { props: { data } }).body;
}

function seriesHtml(id: string): { page: string; pictures: string[] } {
  const series = allSeries(library).get(id);
  if (!series) throw new Error(`no series ${id}`);
  const data = seriesData(library, series);
  const [overTime, asRevised] = [overTimeReading(data, series), asRevisedReading(data, series)];
  const charts = [
    { id: 'over-time' as const, caption: overTime.caption, drawings: drawingsOf(overTime.scene) },
    ...(asRevised
      ? [
          {
            id: 'as-revised' as const,
            caption: asRevised.caption,
            drawings: drawingsOf(asRevised.scene),
          },
        ]
      : []),
  ];
  const written = charts.flatMap(({ caption }) => caption.figures);
  const life = seriesLife(library, series, written);
  const read = { address: '/example/', known: day, revision: 'made-up' };
  const cited = { plain: [], bibtex: [], files: [] };
  const none = { frozen: null, following: null, title: '', height: 100 };
  const embeds = { figure: none, chart: none };
  const props = {
    data: {
      ...life,
      situation: 'examplia-2030',
      read,
      cited,
      withdrawn: [],
      charts,
      embeds,
      oembed: [],
      share: { url: '/example/', image: null },
    },
  };
  const pictures = [overTime, ...(asRevised ? [asRevised] : [])].map(({ scene, caption }) =>
    chartFile(scene, caption.alt),
  );
  return { page: render(SeriesPage, { props }).body, pictures };
}

const pages = (): [string, string][] => [
  ['summary', summaryHtml()],
  ['after', seriesHtml('killed-women-exa-identified').page],
  ['before', seriesHtml('killed-women-exa-all-reported').page],
];

const opened = <T>(html: string, use: (page: Page) => Promise<T>): Promise<T> =>
  site.withUsedPage({ javaScriptEnabled: false }, async (page) => {
    const print = readFileSync('src/styles/print.css', 'utf8');
    const base = readFileSync('src/styles/base.css', 'utf8');
    await page.setContent(
      `<!doctype html><html lang="en"><title>x</title><style>${base}</style><style>${print}</style>${html}`,
    );
    return use(page);
  });

test('no page gives a percentage, a fall or a difference across the change of basis', () => {
  for (const [name, html] of pages()) {
    const words = html.replace(/<[^>]*>/g, ' ');
    expect(words, name).not.toMatch(/%|per cent|halved|\b(?:up|down) by\b|\bless than before\b/);
    expect(html, name).not.toContain('data-derived');
  }
  const [before, after] = ['all-reported', 'identified'].map(
    (rule) => known.latest([`killed-women-exa-${rule}`])?.figure,
  );
  if (!before || !after) throw new Error('both bases are known');
  const declared = { dates: 'declared', meaning: 'count' } as const;
  expect(difference(after, before, declared)).toMatchObject({ reason: 'across-a-break' });
  expect(share(after, before, declared)).toMatchObject({ reason: 'across-a-break' });
});

test('what changed within seven days does not set the two bases side by side', () => {
  expect(summary.changes.filter(({ before, now }) => before.series !== now.series)).toEqual([]);
  expect(summary.changes.every(({ now }) => now.definition.id === 'identified')).toBe(true);
});

test('no line joins the two bases, in the chart or in the pictures of the series', () => {
  const [line] = summary.chart;
  expect(line?.segments.map(({ points }) => points.length)).toEqual([2, 2]);
  const file = chartFile(linesScene(plainLines(summary.chart)), 'Crossings');
  const drawn = [...file.matchAll(/<path class="c-l"[^>]* d="([^"]*)"/g)];
  expect(drawn).toHaveLength(1);
  // The pen is lifted once, between the two.
  expect(drawn[0]?.[1]?.match(/m/gi)).toHaveLength(2);
  for (const rule of ['identified', 'all-reported'])
    for (const picture of seriesHtml(`killed-women-exa-${rule}`).pictures)
      expect(picture).toContain('<svg');
});

test('the reason stands where the difference would have stood, and is heard', async () => {
  for (const [name, html] of pages()) {
    const heard = await opened(html, (page) => page.locator('main').ariaSnapshot());
    expect(heard.replace(/\s+/g, ' '), name).toContain(reason);
  }
});

test('the reason is printed', async () => {
  const tight = (text: string) => text.normalize('NFKC').replace(/[\s\u00ad]+/g, '');
  for (const [name, html] of pages()) {
    const sheets = await opened(html, async (page) =>
      sheetsOf(await page.pdf({ format: 'A4', tagged: true })),
    );
    expect(tight(sheets.join(' ')), name).toContain(tight(reason));
    expect(sheets.join(' '), name).not.toMatch(/%|per cent/);
  }
});
