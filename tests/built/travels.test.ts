import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figurePicture } from '#lib/downloads/share/figure-picture.ts';
import { library } from '#lib/server/library.ts';
import { publicationDays } from '#lib/views/days.ts';
import { knowing } from '#lib/views/knowing.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { summaryOn } from '#lib/views/summary.ts';
import { readingOf } from '#lib/pages/read-at.ts';
import { openPress } from '../../src/commands/sheets.js';
import { openPdf, readSheets, tight } from '../support/paper.ts';
import { folder, useSite } from '../support/site.ts';

/*
 * The first law along every way a number leaves by: page, sheet, picture, embed, sentence, files. Ten figures are drawn by
 * lot from all that any day's summary shows; the seed is named, so that a failure can be had again: CAVEAT_LOT=<seed>.
 */
const { readAt } = readingOf(library.situation.id);
const home = useSite();
const seed = Number(process.env['CAVEAT_LOT'] ?? Date.now() % 1_000_000);
let state = seed;
/** Between 0 and 1 (mulberry32). */
function lot(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
const one = <T>(of: readonly T[]): T => of[Math.floor(lot() * of.length)] as T;

const days = publicationDays(library);
const drawn = Array.from({ length: 10 }, () => {
  const day = one(days);
  const { counters, flows } = summaryOn(library, asKnownOn(library, day));
  const shown = [
    ...counters.flatMap(({ headline, claims }) => (headline ? [headline, ...claims] : claims)),
    ...flows.map(({ standing }) => standing),
  ].map(({ figure }) => figure.id);
  return { day, id: one(shown) };
});

let press: Awaited<ReturnType<typeof openPress>>;
beforeAll(async () => {
  press = await openPress(folder);
});
afterAll(() => press.close());

const figures = new Map(library.figures.map((figure) => [figure.id, figure]));
const sorted = (codes: Iterable<string>) => [...new Set(codes)].sort();
/** Which caveats a text tells: the gravest in full, the others by their labels. */
const toldIn = (text: string, codes: readonly string[]) =>
  codes.filter((code) => {
    const caveat = library.caveats.get(code);
    return caveat && (text.includes(caveat.text) || text.includes(caveat.label));
  });
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

/** The codes told in the block of a figure of a page, in it or by the numbers of its notes. */
async function onPage(address: string, id: string, within: string): Promise<string[]> {
  const page = await home.browser.newPage();
  await page.goto(home.site + address);
  const codes = await page.evaluate(
    ([id = '', within = '']) => {
      const block = [...document.querySelectorAll(within)].find((one) =>
        one.querySelector(`[data-figure="${id}"]`),
      );
      const noted = [...(block?.querySelectorAll('a[href^="#note-c-"]') ?? [])].map(
        (link) =>
          document
            .getElementById((link.getAttribute('href') ?? '').slice(1))
            ?.getAttribute('data-caveat') ?? '',
      );
      const told = [...(block?.querySelectorAll('[data-caveat]') ?? [])].map(
        (place) => place.getAttribute('data-caveat') ?? '',
      );
      return [...noted, ...told];
    },
    [id, within],
  );
  await page.close();
  return codes;
}

/** The codes whose notes the numbers beside a figure lead to, as they stand in the file. */
async function onPaper(day: string, id: string): Promise<string[]> {
  const address = `/ukraine-2022/print/on/${day}/`;
  const page = await home.browser.newPage();
  await page.emulateMedia({ media: 'print' });
  await page.goto(home.site + address);
  const said = await page.evaluate((id) => {
    const blocks = [...document.querySelectorAll<HTMLElement>('.sheets [data-block]')];
    const block = blocks.findLast((one) => one.querySelector(`[data-figure="${id}"]`));
    const notes = [...document.querySelectorAll<HTMLLIElement>('.notes > li[data-caveat]')];
    return {
      block: block?.innerText ?? '',
      notes: notes.map((note) => ({
        code: note.dataset['caveat'] ?? '',
        number: note.value,
        text: note.innerText,
      })),
    };
  }, id);
  await page.close();
  const sheets = await readSheets(await openPdf(await press.print(address)));
  const text = tight(sheets.map((sheet) => sheet.text).join(' '));
  // The marks around a source's own words come from the style: a page's text lacks them, a file's has them.
  const unmarked = (words: string) => words.replace(/[“”]/g, '');
  expect(unmarked(text)).toContain(unmarked(tight(said.block)));
  const [, numbers = ''] = /Notes([\d,\s]+)/.exec(said.block) ?? [];
  const named = new Set(numbers.split(',').map(Number));
  const there = said.notes.filter(({ number, text: note }) =>
    text.includes(tight(`${number}.${note}`)),
  );
  return there.flatMap(({ number, code }) => (named.has(number) ? [code] : []));
}

test.each(drawn)(
  `$id leaves with the same caveats by every way (lot ${seed}, $day)`,
  async ({ day, id }) => {
    const figure = figures.get(id);
    if (!figure) throw new Error(`no figure ${id}`);
    const wanted = sorted(figure.caveats.map(({ code }) => code));
    // A page and a sheet of a past day know what was known then.
    const then = sorted(knowing(figure, day).caveats.map(({ code }) => code));

    const beside = await onPage(
      `/ukraine-2022/on/${day}/`,
      id,
      'article [data-block], li [data-block]',
    );
    expect(sorted(beside).filter((code) => then.includes(code))).toEqual(then);
    const paper = await onPaper(day, id);
    expect(sorted(paper).filter((code) => then.includes(code))).toEqual(then);

    const own = `/ukraine-2022/figures/${id}/`;
    expect(sorted(await onPage(own, id, '[data-quote]'))).toEqual(wanted);
    expect(sorted(await onPage(own, id, 'main > [data-block]'))).toEqual(wanted);
    const alternative = /property="og:description" content="([^"]*)"/.exec(
      read(`${own.slice(1)}index.html`),
    )?.[1];
    expect(sorted(toldIn((alternative ?? '').replaceAll('&amp;', '&'), wanted))).toEqual(wanted);
    expect(sorted(await onPage(`/embed/ukraine-2022/figures/${id}/`, id, '[data-block]'))).toEqual(
      wanted,
    );

    for (const shape of ['wide', 'square'] as const) {
      const svg = figurePicture({ figure, read: readAt(figure), sourcePage: '/x/' }, shape);
      expect(
        sorted([...svg.matchAll(/data-caveat="([^"]+)"/g)].map(([, code = '']) => code)),
      ).toEqual(wanted);
    }

    const csv: Record<string, string>[] = parse(read('data/ukraine-2022/figures.csv'), {
      columns: true,
    });
    const row = csv.find((record) => record['id'] === id);
    expect(sorted((row?.['caveat_codes'] ?? '').split(';').filter(Boolean))).toEqual(wanted);
    const json = JSON.parse(read('data/ukraine-2022/figures.json')) as {
      figures: { id: string; caveat_codes: string }[];
    };
    const record = json.figures.find((held) => held.id === id);
    expect(sorted((record?.caveat_codes ?? '').split(';').filter(Boolean))).toEqual(wanted);
  },
);
