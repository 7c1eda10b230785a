import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { revision } from '#lib/server/revision.ts';
import { parseDay } from '#lib/values/day.ts';
import { newestDay } from '#lib/views/days.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { citing } from '#lib/wording/citing.ts';
import { quoteText } from '#lib/wording/quote.ts';
import { documentOf } from '../support/dom.ts';
import { useSite } from '../support/site.ts';
import { goTo } from '../support/visits.ts';

const site = useSite();
const situation = library.situation.id;
const figureOf = (id: string) => {
  const found = library.figures.find((figure) => figure.id === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
};
/** What must be in the clipboard: made from the seeds, not read off the page. */
const sentence = (id: string): string =>
  quoteText(figureOf(id), {
    address: addresses.figure(situation, id),
    known: newestDay(library),
    revision,
  });
/** Ten figures, spread over the seeds: each of another publication. */
const ten = library.figures
  .filter((_, i) => i % Math.ceil(library.figures.length / 10) === 5)
  .map(({ id }) => id);
const some = ten[0] ?? '';

const opened = <T>(
  address: string,
  use: (page: Page) => Promise<T>,
  javaScriptEnabled = true,
): Promise<T> =>
  site.withUsedPage({ javaScriptEnabled }, async (page) => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    await page.context().grantPermissions(permissions, { origin: site.address });
    await goTo(page, site.address + address);
    return use(page);
  });

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** By keyboard alone: the thing is reached, and its key is the one a reader would press. */
async function press(page: Page, what: Locator): Promise<void> {
  await what.focus();
  await page.keyboard.press('Enter');
}
const said = (page: Page, words: string) =>
  page.getByRole('status').filter({ hasText: words }).waitFor({ timeout: 10_000 });

/** Opens what a block has closed. */
const openAll = (block: Locator) =>
  block.locator('details').evaluateAll((all) => {
    for (const one of all as HTMLDetailsElement[]) one.open = true;
  });

test('on the page of a figure a button copies its sentence and says so', async () => {
  await opened(addresses.figure(situation, some), async (page) => {
    const button = page.getByRole('button', { name: citing.copy });
    const box = await button.boundingBox();
    expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
    await press(page, button);
    await said(page, citing.copied);
    expect(await clipboard(page)).toBe(sentence(some));
  });
});

test('a row of a source, an entry of a map, a value of a series and a counter copy theirs', async () => {
  const flows = addresses.flows(situation);
  for (const [address, within] of [
    [addresses.source(situation, figureOf(some).source.id), `[id="figure-${some}"]`],
    [flows, '.ways > li >> nth=0'],
    [addresses.series(situation, figureOf(some).series), `[id="figure-${some}"]`],
    [addresses.summary(situation), 'article >> nth=-1'],
  ] as const)
    await opened(address, async (page) => {
      const block = page.locator(within);
      await openAll(block);
      const id = await block.locator('[data-figure]').first().getAttribute('data-figure');
      // Numbers beside it that explain it have links of their own.
      const link = block
        .getByRole('link', { name: citing.quote, exact: true })
        .and(page.locator(`[href$="/${id}/#quote"]`))
        .first();
      await press(page, link);
      await said(page, citing.copied);
      expect(await clipboard(page)).toBe(sentence(id ?? ''));
      expect(page.url()).toBe(site.address + address);
    });
});

test('an entry that a map fetched for another day copies as well', async () => {
  await opened(addresses.flows(situation), async (page) => {
    // What the slider does: the parts of the page are put anew.
    await page.locator('[data-swap="words"]').evaluate((part) => {
      part.replaceChildren(...part.cloneNode(true).childNodes);
    });
    const block = page.locator('.ways > li').nth(1);
    await openAll(block);
    const id = await block.locator('[data-figure]').first().getAttribute('data-figure');
    await press(page, block.getByRole('link', { name: citing.quote, exact: true }).first());
    await said(page, citing.copied);
    expect(await clipboard(page)).toBe(sentence(id ?? ''));
  });
});

test('a block of several figures copies a sentence for each, on lines of their own', async () => {
  // A day on which one paper gave a whole and its parts.
  await opened(addresses.day(situation, parseDay('2022-03-05')), async (page) => {
    const all = page.locator('article[data-block]');
    const own = await all.evaluateAll((blocks) =>
      blocks.map((block) =>
        [...block.querySelectorAll('[data-figure]')]
          .filter((one) => one.closest('[data-block]') === block)
          .map((one) => one.getAttribute('data-figure') ?? ''),
      ),
    );
    const at = own.findIndex(({ length }) => length > 1);
    const [block, ids] = [all.nth(at), own[at] ?? []];
    expect(ids.length).toBeGreaterThan(1);
    await openAll(block);
    await press(page, block.getByRole('link', { name: citing.quote, exact: true }).last());
    await said(page, citing.copiedAll);
    expect((await clipboard(page)).split('\n')).toEqual(ids.map(sentence));
  });
});

test('where copying is refused the sentence is marked, and the page says so', async () => {
  await opened(addresses.figure(situation, some), async (page) => {
    await page.evaluate(() => {
      const refuse = () => Promise.reject(new Error('refused'));
      Object.defineProperty(navigator, 'clipboard', {
        value: { write: refuse, writeText: refuse },
      });
    });
    await press(page, page.getByRole('button', { name: citing.copy }));
    await said(page, citing.failed);
    const marked = await page.evaluate(() => String(getSelection()));
    expect(marked.replace(/\s+/g, ' ').trim()).toBe(sentence(some));
  });
});

test('where the page of a figure cannot be fetched its link is followed', async () => {
  await opened(addresses.source(situation, figureOf(some).source.id), async (page) => {
    await page.evaluate(() => {
      XMLHttpRequest.prototype.send = function () {
        this.onerror?.(new ProgressEvent('error'));
      };
    });
    const row = page.locator(`[id="figure-${some}"]`);
    await press(page, row.getByRole('link', { name: citing.quote, exact: true }));
    await page.waitForURL(/#quote$/);
    expect(page.url()).toBe(`${site.address}${addresses.figure(situation, some)}#quote`);
  });
});

test('without script the link leads to the whole sentence, and no button pretends to copy it', async () => {
  await opened(
    addresses.source(situation, figureOf(some).source.id),
    async (page) => {
      const row = page.locator(`[id="figure-${some}"]`);
      await row.getByRole('link', { name: citing.quote, exact: true }).click();
      await page.waitForURL(`${site.address}${addresses.figure(situation, some)}#quote`);
      const text = await page.locator('[data-quote]').innerText();
      expect(text.replace(/\s+/g, ' ').trim()).toBe(sentence(some));
      expect(await page.getByRole('button').count()).toBe(0);
    },
    false,
  );
});

test('the caveats of ten sentences are those of their figures, each once and in words', async () => {
  expect(new Set(ten).size).toBe(10);
  expect(ten.filter((id) => figureOf(id).caveats.length > 1).length).toBeGreaterThan(2);
  for (const id of ten) {
    const { text } = await site.fetch(addresses.figure(situation, id));
    const quote = documentOf(text).querySelector('[data-quote]');
    const said = [...(quote?.querySelectorAll('[data-caveat]') ?? [])].map((one) => [
      one.getAttribute('data-caveat'),
      one.textContent?.trim() !== '',
    ]);
    expect(said, id).toEqual(figureOf(id).caveats.map(({ code }) => [code, true]));
    const words = (quote?.textContent ?? '').replace(/\s+/g, ' ');
    const [gravest, ...others] = figureOf(id).caveats;
    const lacking = [gravest?.text ?? '', ...others.map(({ label }) => label)].filter(
      (one) => !words.includes(one.replace(/\s+/g, ' ')),
    );
    expect(lacking, id).toEqual([]);
  }
});
