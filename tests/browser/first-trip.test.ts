import type { Page } from 'playwright';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { allSeries } from '#lib/views/series.ts';
import { useSite } from '../support/site.ts';
import { goTo } from '../support/visits.ts';

/*
 * What comes with the first round trip, and what a page asks for before its reader does anything; how many bytes each
 * page has is asked of every page by the tests of the site.
 */
const site = useSite();
const situation = '/ukraine-2022';
/** One round trip of a new connection carries about this much. */
const oneTrip = 14_600;
const beforeInteraction = 45_000;
/** And so many with the faces of its text. */
const withFonts = 85_000;
const ofSeries = 60_000;
const mapWithin = 2_700;
const sights = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
];

const { address: largestDay = '' } =
  (await site.kinds()).find(({ name }) => name.startsWith('summary of a day ')) ?? {};
const summaries = new Set([`${situation}/`, `${situation}/on/2022-02-28/`, largestDay]);
/** Those with the most values. */
const series = [...allSeries(library).values()]
  .sort((a, b) => b.figures.length - a.figures.length)
  .slice(0, 3)
  .map(({ id }) => `${situation}/series/${id}/`);

/** All that a page asks for at a phone before its reader does anything, in bytes as sent. */
async function askedBy(path: string): Promise<{ url: string; bytes: number }[]> {
  // Once more, or it is not compressed at its best yet.
  await site.sent(path);
  return site.withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
    await goTo(page, site.address + path);
    // The page's own count: what a debugger hears of a navigation may begin too late.
    return page.evaluate(() =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .map((entry) => entry as PerformanceResourceTiming)
        .map(({ name, transferSize }) => ({ url: name, bytes: transferSize })),
    );
  });
}

test.each([
  ...[...summaries].map((path) => [path, beforeInteraction] as const),
  ...series.map((path) => [path, ofSeries] as const),
])('%s asks for at most %i bytes before a reader does anything', async (path, most) => {
  const asked = await askedBy(path);
  const sumOf = (some: typeof asked) => some.reduce((bytes, one) => bytes + one.bytes, 0);
  const fonts = asked.filter(({ url }) => url.includes('/fonts/'));
  const sum = sumOf(asked) - sumOf(fonts);
  expect(asked.length).toBeGreaterThan(2);
  expect(asked[0]).toMatchObject({ url: site.address + path });
  expect(asked.filter(({ bytes }) => bytes === 0)).toEqual([]);
  expect(sum, JSON.stringify(asked, null, 1)).toBeLessThanOrEqual(most);
  expect(sumOf(asked)).toBeLessThanOrEqual(withFonts);
  expect(sumOf(fonts)).toBeLessThanOrEqual(40_000);
});

/** What a browser can read of a page once the first round trip has come. */
async function startOf(path: string): Promise<string> {
  const first = (await site.sent(path)).subarray(0, oneTrip);
  return brotliDecompressSync(first, { finishFlush: constants.BROTLI_OPERATION_FLUSH })
    .toString()
    .replace(/\s+/g, ' ');
}

/** The last words, of at least so many letters, that begin within the first view. */
const lastWords = (page: Page, letters: number) =>
  page.evaluate((least) => {
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let found = '';
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const element = node.parentElement;
      const text = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
      if (!element?.checkVisibility() || text.length < least) continue;
      if (element.getBoundingClientRect().top < innerHeight) found = text;
    }
    return found;
  }, letters);

/** For each page the words within its first view that do not come with its first bytes. */
async function lateWords(path: string, letters: number): Promise<string[]> {
  const start = await startOf(path);
  const late: string[] = [];
  await site.onPage(
    path,
    async (page) => {
      for (const sight of sights) {
        await page.setViewportSize(sight);
        const last = await lastWords(page, letters);
        if (last.length < letters || !start.includes(last.replaceAll('&', '&amp;')))
          late.push(`${path} at ${sight.width} px: ${last}`);
      }
    },
    { javaScriptEnabled: false },
  );
  return late;
}

test('the first view of a long series comes with the first round trip', async () => {
  const late = [];
  for (const path of series) late.push(...(await lateWords(path, 4)));
  expect(late).toEqual([]);
});

test.each([...summaries])('so do the counters and the map of %s', async (path) => {
  const start = await startOf(path);
  expect(start).toContain('</figure>');
  // What follows the map on a wide screen begins after them.
  expect(start).toMatch(/<h2 id="(?:list|says)"/);
  expect(await lateWords(path, 12)).toEqual([]);
});

test('so does that of a map, with the map in it', async () => {
  const late = [];
  for (const state of [
    '',
    'crossings/2022-08-30/',
    'recorded-europe/2022-08-30/',
    'recorded-europe/',
    'registrations-europe/',
  ]) {
    const path = `${situation}/flows/${state}`;
    if (!(await startOf(path)).includes('</figure>')) late.push(`${path}: the map`);
    late.push(...(await lateWords(path, 8)));
  }
  expect(late).toEqual([]);
});

test('the map that every summary carries stays small', async () => {
  const { text } = await site.fetch(`${situation}/on/2022-02-28/`);
  const paths = [...text.matchAll(/<path class="(?:land|borders|home)[^>]*>/g)].join('');
  expect(paths.length).toBeGreaterThan(1000);
  expect(brotliCompressSync(paths).length).toBeLessThanOrEqual(mapWithin);
});
