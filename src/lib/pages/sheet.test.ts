import { afterEach, expect, test, vi } from 'vitest';
import { library } from '#lib/server/library.ts';
import { publicationDays } from '#lib/views/days.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { sheetsOf } from './sheet.ts';

// The first page works all days out.
vi.setConfig({ testTimeout: 60_000 });

/** What the site is asked for while a PDF is made; it has nothing. */
const asked: string[] = [];
const site = {
  base: '',
  fetch(path: string) {
    asked.push(path);
    return Promise.resolve({ status: 404, headers: {}, body: Buffer.from('') });
  },
};
afterEach(() => {
  vi.unstubAllEnvs();
  asked.length = 0;
});

const { id } = library.situation;
const { sheetPage, pdfFile } = sheetsOf(id);
const days = publicationDays(library);
const [first = '', newest = ''] = [days[0], days.at(-1)];

test('with a Chromium the sheets of every day name their file as PDF', () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  for (const day of [first, newest]) {
    const { pdf, summary } = sheetPage(day);
    expect(pdf).toBe(addresses.paper(id, summary.day));
    expect(pdf).toContain(day);
  }
});

test('without a Chromium no page names a PDF, and there is none', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/no/such/chromium');
  for (const day of [first, newest]) {
    expect(sheetPage(day).pdf).toBe(null);
    const file = pdfFile({ day, file: `${id}-${day}` }, '', site);
    await expect(file).rejects.toMatchObject({ status: 404 });
  }
});

test('a file under another name, or of a day without a source, is not there', async () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  for (const [day, file] of [
    [first, `${id}-${newest}`],
    [first, 'sheets'],
    ['1999-12-31', `${id}-1999-12-31`],
  ] as const)
    await expect(pdfFile({ day, file }, '', site)).rejects.toMatchObject({ status: 404 });
  expect(asked).toEqual([]);
});

test('a file is made of the page of its own day', async () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  const file = pdfFile({ day: first, file: `${id}-${first}` }, '?paper=letter', site);
  await expect(file).rejects.toThrow('There are no sheets');
  expect(asked).toEqual([`/${id}/print/on/${first}/`]);
});
