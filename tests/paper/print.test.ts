import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { parseDay } from '#lib/values/day.ts';
import { publicationDays } from '#lib/views/days.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { documentOf } from '../support/dom.ts';
import { SheetPrinter } from '#lib/server/made/sheet-printer.ts';
import { footOf, printerOf, siteAt, tight } from '../support/paper.ts';
import { useSite } from '../support/site.ts';

const site = useSite();
const printed = printerOf(site.address);
const days = publicationDays(library);
const newest = days.at(-1) ?? '';

/** What the printed page shows, as its own elements say: notes, their numbers, and who refers to them. */
const look = (day: string, query: string, javaScriptEnabled: boolean) =>
  site.withUsedPage({ javaScriptEnabled }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${site.address}/ukraine-2022/print/on/${day}/${query}`);
    // Where scripts run they have done what the address asks for.
    if (javaScriptEnabled)
      await page.waitForSelector('html[data-sheet="ready"]', { state: 'attached' });
    return page.evaluate(() => {
      const plain = (element: Element) =>
        (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim();
      const shown = (element: Element) => element.getClientRects().length > 0;
      return {
        notes: [...document.querySelectorAll<HTMLLIElement>('.notes > li')]
          .filter(shown)
          .map((note) => ({
            id: note.dataset['key'] ?? '',
            number: note.value,
            text: plain(note),
          })),
        // A range names every note from the number that begins it to the one that ends it.
        references: [...document.querySelectorAll('a[href^="#note-"]')]
          .filter(shown)
          .flatMap((link) => {
            const from = Number(link.textContent);
            const to = Number(link.getAttribute('data-to') ?? from);
            const first = { at: link.getAttribute('href')?.slice(1) ?? '', said: link.textContent };
            return [
              first,
              ...Array.from({ length: to - from }, (_, i) => ({
                at: `note-${from + 1 + i}`,
                said: String(from + 1 + i),
              })),
            ];
          })
          .map(({ at, said }) => ({ to: document.getElementById(at)?.dataset['key'], said })),
        figures: [...document.querySelectorAll('[data-figure]')]
          .filter((one) => shown(one) && one.closest('[aria-labelledby="since"]') === null)
          .map((one) => one.getAttribute('data-figure') ?? ''),
        headings: [...document.querySelectorAll('h1, h2, h3')].filter(shown).map(plain),
        words: plain(document.body),
        forms: [...document.querySelectorAll('form, input, button, nav')].filter(shown).length,
      };
    });
  });

const seen = new Map<string, ReturnType<typeof look>>();
/** Each looked at once for all tests. */
function pageOf(day: string, query = '', javaScriptEnabled = true): ReturnType<typeof look> {
  const name = `${day} ${query} ${javaScriptEnabled}`;
  const found = seen.get(name) ?? look(day, query, javaScriptEnabled);
  seen.set(name, found);
  return found;
}

const figures = new Map(library.figures.map((figure) => [figure.id, figure]));
const keysOf = (id: string): string[] => {
  const figure = figures.get(id);
  return figure
    ? [
        ...figure.caveats.map(({ code }) => `c-${code}`),
        `d-${figure.definition.id}`,
        `s-${figure.source.id}`,
      ]
    : [];
};

const choice = '?without=map,chart&notes=short&paper=letter';
const queries = ['', '?paper=letter', '?without=chart', '?without=map', choice];
/**
 * What of each day is printed. A set of sheets takes seconds, so each choice is printed of one day or two and the sheets
 * as they are of all; with PROVE=1 every choice is printed of every day.
 */
const states: readonly (readonly [day: string, printed: readonly string[]])[] = [
  ['2022-02-28', ['', '?paper=letter', choice]],
  [newest, ['', '?without=map', '?without=chart']],
];
const chosen =
  process.env['PROVE'] === '1'
    ? ['2022-02-28', '2022-03-20', newest].map((day) => [day, queries] as const)
    : states;

test('each choice is printed of some day', () => {
  expect(new Set(chosen.flatMap(([, printed]) => printed))).toEqual(new Set(queries));
});

describe.each(chosen)('the sheets of %s', (day, own) => {
  const papers = own.filter((query) => query === '' || query === '?paper=letter');
  test.each(papers)('hold every note of the page once, and no other%s', async (query) => {
    const { sheets } = await printed(day, query);
    const { notes } = await pageOf(day, query);
    const text = tight(sheets.map((sheet) => sheet.text).join(' '));
    const missing = notes.filter((note) => !text.includes(tight(note.text)));
    const twice = notes.filter((note) => text.split(tight(`${note.text}`)).length > 2);
    expect(notes.length).toBeGreaterThan(20);
    expect(missing.map(({ id }) => id)).toEqual([]);
    expect(twice.filter(({ text }) => text.length > 60).map(({ id }) => id)).toEqual([]);
  });

  test('say with each figure the numbers of all its notes, and of each note who names it', async () => {
    const { notes, references, figures: shown } = await pageOf(day);
    const numbers = new Map(notes.map(({ id, number }) => [id, String(number)]));
    expect(references.filter(({ to, said }) => numbers.get(to ?? '') !== said)).toEqual([]);
    const named = new Set(references.map(({ to }) => to));
    const events = library.events.map(({ source }) => `s-${source.id}`);
    const caveats = library.events.flatMap(({ source }) =>
      source.caveats.map(({ code }) => `c-${code}`),
    );
    const orphans = notes.filter(
      ({ id }) => !named.has(id) && !events.includes(id) && !caveats.includes(id),
    );
    expect(orphans).toEqual([]);
    const known = new Set(notes.map(({ id }) => id));
    const later = (id: string, key: string) =>
      (figures.get(id)?.caveatsFrom[key.replace('c-', '')] ?? '') > day;
    const lacking = shown.flatMap((id) =>
      keysOf(id).filter((key) => !known.has(key) && !later(id, key)),
    );
    expect(shown.length).toBeGreaterThan(10);
    expect(lacking).toEqual([]);
  });

  test('number the notes in the order in which they are first named', async () => {
    const { notes, references } = await pageOf(day);
    const first = [...new Set(references.map(({ said }) => Number(said)))];
    const order = notes.map(({ number }) => number).filter((number) => first.includes(number));
    expect(notes.map(({ number }) => number)).toEqual(notes.map((_, i) => i + 1));
    // Within one block numbers stand by size, so none comes before a smaller one that is new.
    const news = first.filter((number, i) => first.slice(0, i).some((before) => before > number));
    expect(news).toEqual([]);
    expect(order.length).toBeGreaterThan(20);
  });

  test('lead in the file from each number to its note, said in words', async () => {
    const { document, sheets } = await printed(day);
    const links = sheets.flatMap((sheet) => sheet.links);
    const within = links.filter(({ to }) => to.startsWith('note-'));
    expect(within.length).toBeGreaterThan(50);
    for (const to of new Set(within.map((link) => link.to)))
      expect(await document.getDestination(to), to).not.toBeNull();
    expect(links.filter(({ said }) => said === '')).toEqual([]);
    expect(within.filter(({ said }) => !/^Note \d+$/.test(said))).toEqual([]);
    expect(links.filter(({ to }) => /localhost|127\.0\.0\.1/.test(to))).toEqual([]);
  });

  test.each(papers.map((query) => [query === '' ? 'A4' : 'Letter', query]))(
    'carry on %s at their foot address, state, revision and page n of m',
    async (_paper, query) => {
      const { sheets } = await printed(day, query);
      const address = `/ukraine-2022/print/on/${day}/${query}`;
      sheets.forEach(({ text }, i) => {
        expect(tight(text)).toContain(tight(`page ${i + 1} of ${sheets.length}`));
        expect(tight(text)).toContain(tight(`Caveat ${address} · as known on`));
        expect(text).toMatch(/data\s+revision\s+[\da-f]{10}/);
      });
    },
  );

  test('carry a code at the foot of every sheet that is the address shown', async () => {
    for (const query of own.filter((one) => one === '' || one === choice)) {
      // That of a choice is the same on all its sheets.
      const sheets = query === '' ? Infinity : 1;
      const { document } = await printed(day, query);
      for (let sheet = 1; sheet <= Math.min(sheets, document.numPages); sheet += 1) {
        const { width, height, pixels } = await footOf(document, sheet, 2.5, 0.15);
        const code = jsQR(pixels, width, height);
        expect(code?.data, `sheet ${sheet}`).toBe(`/ukraine-2022/print/on/${day}/${query}`);
      }
    }
  });

  test('say the same without script', async () => {
    const [on, off] = await Promise.all([pageOf(day), pageOf(day, '', false)]);
    expect(off).toEqual(on);
    expect(on.forms).toBe(0);
  });

  test('part no heading from what follows, and no note', async () => {
    for (const query of own.filter((one) => one !== choice)) {
      const { sheets } = await printed(day, query);
      const { headings, notes } = await pageOf(day, query);
      for (const { lines } of sheets) {
        const last = tight(lines.at(-1) ?? '');
        expect(headings.filter((heading) => tight(heading) === last)).toEqual([]);
      }
      const texts = sheets.map((sheet) => tight(sheet.text));
      const parted = notes.filter((note) => !texts.some((text) => text.includes(tight(note.text))));
      expect(parted.map(({ id }) => id)).toEqual([]);
    }
  });
});

const parts = ['counters', 'map', 'chart', 'claims', 'changes', 'events'];
test.each([
  ...parts.map((part) => [part]),
  ['counters', 'map'],
  ['claims', 'changes', 'events'],
  parts,
])(
  'without %s %s %s nothing refers to a note that is gone, and no note stays that nobody names',
  async (left) => {
    const without = left.split(',');
    const query = `?without=${left}`;
    const { notes, references, figures: shown } = await pageOf('2022-03-20', query);
    const there = new Set(notes.map(({ id }) => id));
    expect(references.filter(({ to }) => !there.has(to ?? ''))).toEqual([]);
    const wanted = new Set(shown.flatMap(keysOf));
    const shownBy = without.includes('events')
      ? []
      : library.events.flatMap(({ source }) => [
          `s-${source.id}`,
          ...source.caveats.map(({ code }) => `c-${code}`),
        ]);
    const named = new Set(references.map(({ to }) => to));
    expect(
      notes.filter(({ id }) => !wanted.has(id) && !named.has(id) && !shownBy.includes(id)),
    ).toEqual([]);
    expect([...wanted].filter((key) => !there.has(key))).toEqual([]);
  },
);

test('short notes keep the name of every caveat and rule and every source with its address', async () => {
  const [full, short] = await Promise.all([pageOf(newest), pageOf(newest, '?notes=short')]);
  expect(short.notes.map(({ id, number }) => [id, number])).toEqual(
    full.notes.map(({ id, number }) => [id, number]),
  );
  expect(short.words.length).toBeLessThan(full.words.length);
  for (const { id, text } of short.notes) {
    const caveat = library.caveats.get(id.replace('c-', ''));
    const source = library.sources.find((one) => id === `s-${one.id}`);
    if (caveat) expect(text).toContain(caveat.label);
    if (source) expect(text).toContain(source.address);
  }
});

test('the boxes work by style alone', async () => {
  await site.onPage(
    '/ukraine-2022/print/',
    async (page) => {
      const map = page.locator('.part-map');
      const note = page
        .locator('.notes > li.in-map:not(.in-chart, .in-counters, .in-claims)')
        .first();
      const page_ = () =>
        page.evaluate(() => getComputedStyle(document.body).getPropertyValue('page'));
      expect([await map.isVisible(), await page_()]).toEqual([true, 'a4']);
      await page.locator('#part-map').uncheck();
      await page.locator('#part-chart').uncheck();
      await page.locator('#paper-letter').check();
      expect([await map.isVisible(), await page_()]).toEqual([false, 'letter']);
      if ((await note.count()) > 0) expect(await note.isVisible()).toBe(false);
    },
    { javaScriptEnabled: false },
  );
});

test('the choice is in the address, comes back from it and goes on to another day', async () => {
  await site.onPage('/ukraine-2022/print/on/2022-03-20/', async (page) => {
    await page.locator('#part-map').uncheck();
    await page.locator('#notes-short').check();
    await page.locator('#paper-letter').check();
    const query = '?without=map&notes=short&paper=letter';
    expect(new URL(page.url()).search).toBe(query);
    const foot = await page.locator('.foot-text').textContent();
    expect(foot).toContain(`/ukraine-2022/print/on/2022-03-20/${query},`);
    await page.reload();
    expect(await page.locator('.part-map').isVisible()).toBe(false);
    expect(await page.locator('#paper-letter').isChecked()).toBe(true);
    await page.locator('.choice a[rel="prev"]').click();
    await page.waitForURL((url) => !url.pathname.includes('2022-03-20'));
    expect(new URL(page.url()).search).toBe(query);
  });
});

test('the newest summary fits four A4 sheets and 400 kB, is linked, and is the same whenever it is printed', async () => {
  const { sheets, pdf } = await printed(newest);
  expect(sheets.length).toBeLessThanOrEqual(4);
  expect(pdf.length).toBeLessThanOrEqual(400_000);
  const { text } = await site.fetch('/ukraine-2022/print/');
  const link = documentOf(text).querySelector('a[type="application/pdf"]')?.getAttribute('href');
  const { pathname } = new URL(link ?? '', `${site.address}/ukraine-2022/print/`);
  expect(pathname).toBe(addresses.paper('ukraine-2022', parseDay(newest)));
  const printer = new SheetPrinter(60_000);
  try {
    const again = await printer.print(
      siteAt(site.address),
      `/ukraine-2022/print/on/${newest}/`,
      newest,
    );
    expect(Buffer.compare(again, pdf)).toBe(0);
  } finally {
    await printer.close();
  }
});

test('every publication day’s sheets are reached by a link', async () => {
  const links = await site.onPage('/ukraine-2022/print/', async (page) => {
    await page.locator('.choice nav a[href$="/print/on/"]').click();
    return page
      .locator('main dd a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname));
  });
  expect(links.length).toBe(days.length);
  expect(new Set(links)).toEqual(new Set(days.map((day) => `/ukraine-2022/print/on/${day}/`)));
});
