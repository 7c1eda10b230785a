import { describe, expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { publicationDays } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { summaryOn } from '#lib/views/summary.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { printerOf, tight } from '../support/paper.ts';
import { useSite } from '../support/site.ts';

/* The first sheet is complete on one page of either paper, and what is small on it can be read. */

const site = useSite();
const printed = printerOf(site.address);
const newest = publicationDays(library).at(-1) ?? '';
const days = ['2022-02-28', '2022-03-15', '2022-06-09', '2023-02-21', newest];
/** Points: of anything, which the raised numbers are, and of labels in the map. */
const [SMALLEST, LABEL] = [6.4, 6.5];

const look = (day: string, query: string) =>
  site.withUsedPage({}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${site.address}/ukraine-2022/print/on/${day}/${query}`);
    await page.waitForSelector('html[data-sheet="ready"]', { state: 'attached' });
    return page.evaluate(() => {
      const first = document.querySelector('.first');
      const plain = (element: Element) => (element as HTMLElement).innerText;
      const shown = (element: Element) => element.getClientRects().length > 0;
      const of = (selector: string) => [...(first?.querySelectorAll(selector) ?? [])].filter(shown);
      const map = first?.querySelector('svg.map');
      const width = Number(map?.getAttribute('viewBox')?.split(' ')[2]);
      const unit = (map?.getBoundingClientRect().width ?? 0) / width;
      return {
        words: of(
          'h1, h2, h3, .state, .lead, article p, .ways p, figcaption p, th, td, .small',
        ).map(plain),
        labels: of('svg.map text').map(
          (text) => parseFloat(getComputedStyle(text).fontSize) * unit * 0.75,
        ),
        figures: of('[data-figure]').map((one) => one.getAttribute('data-figure') ?? ''),
        behind: [...document.querySelectorAll('.sheets > section h2')].filter(shown).map(plain),
      };
    });
  });

const papers = [
  ['A4', ''],
  ['Letter', '?paper=letter'],
] as const;
/** Letter is tried of the first and the newest of these days, or with PROVE=1 of each: a sheet takes seconds to print. */
const papersOf = (day: string) =>
  process.env['PROVE'] === '1' || day === days[0] || day === newest ? papers : papers.slice(0, 1);

describe.each(days)('the first sheet of %s', (day) => {
  test.each(papersOf(day))(
    'is complete on one page of %s, and nothing else is on it',
    async (_, query) => {
      const { sheets } = await printed(day, query);
      const { words, behind } = await look(day, query);
      const text = tight(sheets[0]?.text ?? '');
      const rest = tight(
        sheets
          .slice(1)
          .map((sheet) => sheet.text)
          .join(' '),
      );
      expect(words.length).toBeGreaterThan(25);
      expect(words.filter((one) => !text.includes(tight(one)))).toEqual([]);
      expect(behind.length).toBeGreaterThan(2);
      expect(behind.filter((heading) => text.includes(tight(heading)))).toEqual([]);
      expect(behind.filter((heading) => !rest.includes(tight(heading)))).toEqual([]);
    },
  );

  test.each(papersOf(day))('has on %s no text smaller than can be read', async (_, query) => {
    const { document } = await printed(day, query);
    const { labels } = await look(day, query);
    const page = await document.getPage(1);
    const { items } = await page.getTextContent();
    const sizes = items.flatMap((item) =>
      'str' in item && item.str.trim() !== '' ? [Math.hypot(...item.transform.slice(2, 4))] : [],
    );
    expect(sizes.length).toBeGreaterThan(100);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(SMALLEST - 0.05);
    expect(labels.length).toBeGreaterThan(10);
    expect(Math.min(...labels)).toBeGreaterThanOrEqual(LABEL - 0.02);
  });

  test('has the first four counters and every way of the map, each with its number', async () => {
    const { sheets } = await printed(day);
    const { figures } = await look(day, '');
    const summary = summaryOn(library, asKnownOn(library, day as never));
    const ways = summary.flows.map(({ standing }) => standing.figure);
    const isWay = new Set(ways.map(({ id }) => id));
    const counters = summary.counters.flatMap(({ headline }) =>
      headline && !isWay.has(headline.figure.id) ? [headline.figure] : [],
    );
    const wanted = [...counters.slice(0, 4), ...ways];
    expect(wanted.length).toBeGreaterThan(8);
    expect(wanted.filter(({ id }) => !figures.includes(id)).map(({ id }) => id)).toEqual([]);
    const text = tight(sheets[0]?.text ?? '');
    expect(wanted.filter(({ amount }) => !text.includes(tight(amountText(amount))))).toEqual([]);
  });
});
