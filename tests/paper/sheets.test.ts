import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { sheetsOf, tight } from '../support/paper.ts';
import { useSite } from '../support/site.ts';

const site = useSite();
const address = '/ukraine-2022/on/2022-02-28/';

const onPage = <T>(look: (page: Page) => Promise<T>): Promise<T> =>
  site.onPage(address, look, { javaScriptEnabled: false });

const printed = new Map<string, Promise<string[]>>();
/** The sheets that a browser prints of the page, once each format. */
function sheetsOn(format: string): Promise<string[]> {
  const sheets =
    printed.get(format) ??
    onPage((page) => page.pdf({ format, preferCSSPageSize: true, tagged: true })).then(sheetsOf);
  printed.set(format, sheets);
  return sheets;
}

const figures = new Map(library.figures.map((figure) => [figure.id, figure]));
let shown: (typeof library.figures)[number][] = [];

beforeAll(async () => {
  const ids = await onPage((page) =>
    page.locator('[data-figure]').evaluateAll((all) =>
      all
        // The list that looks past the day tells of its sources by itself (below).
        .filter((one) => one.closest('[aria-labelledby="since"]') === null)
        .map((one) => one.getAttribute('data-figure') ?? ''),
    ),
  );
  shown = [...new Set(ids)].flatMap((id) => figures.get(id) ?? []);
});

test('on paper what opens on screen is open, and its note is there', async () => {
  const { opening, closed, notes } = await onPage(async (page) => {
    await page.emulateMedia({ media: 'print' });
    const visible = (elements: Element[]) =>
      elements
        .filter((element) => element.getClientRects().length > 0)
        .map(({ id, tagName }) => id || tagName);
    return {
      opening: await page.locator('nav, form, button').evaluateAll(visible),
      closed: await page
        .locator('details > :not(summary)')
        .evaluateAll(
          (all) =>
            all.filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length,
        ),
      notes: await page
        .locator('.notes [data-key]')
        .evaluateAll((all) =>
          all
            .filter((one) => one.getClientRects().length > 0)
            .map((one) => one.getAttribute('data-key') ?? ''),
        ),
    };
  });
  const wanted = shown.flatMap((figure) => [
    ...figure.caveats.map(({ code }) => `c-${code}`),
    `d-${figure.definition.id}`,
    `s-${figure.source.id}`,
  ]);
  expect(opening).toEqual([]);
  expect(closed).toBe(0);
  expect(shown.length).toBeGreaterThan(5);
  expect([...new Set(wanted)].filter((note) => !notes.includes(note))).toEqual([]);
});

test('on paper every counter carries the numbers of its notes', async () => {
  const without = await onPage(async (page) => {
    await page.emulateMedia({ media: 'print' });
    return page
      .locator('article[data-block], article [data-block]:has([data-figure])')
      .evaluateAll((blocks) =>
        blocks
          .filter((block) =>
            [...block.querySelectorAll('a[href^="#note-"]')].every(
              (link) => link.getClientRects().length === 0,
            ),
          )
          .map((block) => block.textContent?.slice(0, 80)),
      );
  });
  expect(without).toEqual([]);
});

test.each(['A4', 'Letter'])(
  'on %s every number, caveat and source stands on the sheets',
  async (format) => {
    const sheets = await sheetsOn(format);
    const text = tight(sheets.join(' '));
    const missing = shown.flatMap((figure) =>
      [
        amountText(figure.amount),
        figure.source.title,
        figure.source.address,
        figure.definition.text,
        ...figure.caveats.map((caveat) => caveat.text),
      ].filter((words) => !text.includes(tight(words))),
    );
    expect([...new Set(missing)]).toEqual([]);
    expect(sheets.length).toBeLessThanOrEqual(12);
  },
);

test('at the foot of every sheet stand its state, the house and page n of m', async () => {
  const sheets = await sheetsOn('A4');
  const feet = sheets.filter(
    (sheet, i) =>
      !(
        tight(sheet).includes(tight(`page ${i + 1} of ${sheets.length}`)) &&
        tight(sheet).includes(tight('as known on 28 February 2022')) &&
        tight(sheet).includes(tight(address))
      ),
  );
  expect(sheets.length).toBeGreaterThan(1);
  expect(feet).toEqual([]);
});

test('on paper the first sheet begins with the place and the first number', async () => {
  const [first = ''] = await sheetsOn('A4');
  expect(tight(first)).toContain(tight(library.situation.title));
  expect(tight(first)).toContain(tight('at least 102'));
});

test('on paper the list of what became of figures since says each number, its source and where to find it', async () => {
  const later = await onPage((page) =>
    page
      .locator('[aria-labelledby="since"] [data-figure]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-figure') ?? '')),
  );
  const its = [...new Set(later)].flatMap((id) => figures.get(id) ?? []);
  const text = tight((await sheetsOn('A4')).join(' '));
  expect(its.length).toBeGreaterThan(3);
  for (const { amount, source, caveats } of its) {
    expect(text).toContain(tight(amountText(amount)));
    expect(text).toContain(tight(source.title));
    expect(text).toMatch(
      new RegExp(
        `${tight(source.id)}/|${tight(source.address).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`,
      ),
    );
    // A caveat that the page's notes tell is a note; one of the later value alone stands in the list.
    for (const { text: told, label } of caveats)
      expect(text.includes(tight(told)) || text.includes(tight(label))).toBe(true);
  }
});
