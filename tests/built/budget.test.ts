import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { filesOf, folder, kindsOf, useSite } from '../support/site.ts';

const home = useSite();
/** One round trip of a new connection carries about this much. */
const oneTrip = 14_600;
const beforeInteraction = 45_000;
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

test.each(summaries)('%s asks for little before a reader does anything', async (file) => {
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
  const sum = asked.reduce((bytes, one) => bytes + one.bytes, 0);
  expect(asked.length).toBeGreaterThan(0);
  expect(sum, JSON.stringify(asked, null, 1)).toBeLessThanOrEqual(beforeInteraction);
});

test('the map that every summary carries stays small', () => {
  const html = readFileSync(join(folder, 'ukraine-2022/on/2022-02-28/index.html'), 'utf8');
  const paths = [...html.matchAll(/<path class="(?:land|borders|home)[^>]*>/g)].join('');
  expect(paths.length).toBeGreaterThan(1000);
  expect(brotliCompressSync(paths).length).toBeLessThanOrEqual(mapWithin);
});
