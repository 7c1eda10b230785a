import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { filesOf, folder, kindsOf, useSite } from '../support/site.ts';

const home = useSite();
/** One round trip of a new connection carries about this much. */
const oneTrip = 14_600;
const beforeInteraction = 45_000;
const ofSeries = 60_000;
const mapWithin = 2_700;

const largestDay = kindsOf(folder).find(({ name }) => name === '/ukraine-2022/on/…/');
const summaries = [
  'ukraine-2022/index.html',
  'ukraine-2022/on/2022-02-28/index.html',
  ...(largestDay ? [largestDay.file] : []),
];
const sent = (file: string) => statSync(join(folder, `${file}.br`)).size;

test.each(summaries)('%s arrives in one round trip', (file) => {
  expect(sent(file)).toBeLessThanOrEqual(oneTrip);
});

test('so does the page of every other day', () => {
  const days = filesOf(join(folder, 'ukraine-2022/on'), 'index.html').map(
    (file) => `ukraine-2022/on/${file}`,
  );
  expect(days.filter((file) => sent(file) > oneTrip)).toEqual([]);
});

/** All that a page asks for at a phone before its reader does anything, in bytes as sent. */
async function askedBy(file: string): Promise<{ url: string; bytes: number }[]> {
  const context = await home.browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const asked: { url: string; bytes: number }[] = [];
  page.on('requestfinished', (request) => {
    void request
      .sizes()
      .then(({ responseBodySize, responseHeadersSize }) =>
        asked.push({ url: request.url(), bytes: responseBodySize + responseHeadersSize }),
      );
  });
  await page.goto(`${home.site}/${file.replace('index.html', '')}`, { waitUntil: 'networkidle' });
  await context.close();
  return asked;
}

test.each(summaries)('%s asks for little before a reader does anything', async (file) => {
  const asked = await askedBy(file);
  const sum = asked.reduce((bytes, one) => bytes + one.bytes, 0);
  expect(asked.length).toBeGreaterThan(0);
  expect(sum, JSON.stringify(asked, null, 1)).toBeLessThanOrEqual(beforeInteraction);
});

const series = filesOf(join(folder, 'ukraine-2022/series'), '/index.html')
  .map((file) => `ukraine-2022/series/${file}`)
  .sort((a, b) => sent(b) - sent(a));

test.each(series.slice(0, 3))('%s, one of the longest series, asks for little', async (file) => {
  const asked = await askedBy(file);
  const sum = asked.reduce((bytes, one) => bytes + one.bytes, 0);
  expect(sum, JSON.stringify(asked, null, 1)).toBeLessThanOrEqual(ofSeries);
});

test('no page of a series is larger than the longest three allow', () => {
  expect(series.length).toBeGreaterThan(200);
  expect(sent(series[0] ?? '')).toBeLessThanOrEqual(ofSeries / 2);
});

test.each([
  [360, 740],
  [1280, 900],
])('the first view of a series at %i × %i px arrives in one round trip', async (width, height) => {
  for (const file of series.slice(0, 3)) {
    const start = startOf(file);
    const context = await home.browser.newContext({ viewport: { width, height } });
    const page = await context.newPage();
    await page.goto(`${home.site}/${file.replace('index.html', '')}`);
    // The words that begin within the first view; the last of them must have come with the first bytes.
    const last = await page.evaluate(() => {
      const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let found = '';
      for (let node = words.nextNode(); node; node = words.nextNode()) {
        const element = node.parentElement;
        const text = (node.nodeValue ?? '').trim();
        if (!element?.checkVisibility() || text.length < 4) continue;
        if (element.getBoundingClientRect().top < innerHeight) found = text;
      }
      return found;
    });
    await context.close();
    expect(last.length).toBeGreaterThan(3);
    expect(start.replace(/\s+/g, ' '), `${file}: ${last}`).toContain(
      last.replace(/\s+/g, ' ').replaceAll('&', '&amp;'),
    );
  }
});

/** What a browser can read of a page once the first round trip has come. */
function startOf(file: string): string {
  const first = readFileSync(join(folder, `${file}.br`)).subarray(0, oneTrip);
  return brotliDecompressSync(first, { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString();
}

test('the map that every summary carries stays small', () => {
  const html = readFileSync(join(folder, 'ukraine-2022/on/2022-02-28/index.html'), 'utf8');
  const paths = [...html.matchAll(/<path class="(?:land|borders|home)[^>]*>/g)].join('');
  expect(paths.length).toBeGreaterThan(1000);
  expect(brotliCompressSync(paths).length).toBeLessThanOrEqual(mapWithin);
});
