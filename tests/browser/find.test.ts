import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { allSeries } from '#lib/views/series.ts';
import { useSite } from '../support/site.ts';

const site = useSite();
const { id } = library.situation;

test('the list of series is whole without script', async () => {
  const names = await site.onPage(
    `/${id}/series/`,
    (page) => page.locator('main li[data-block] > a').allInnerTexts(),
    { javaScriptEnabled: false },
  );
  expect(names.length).toBe(allSeries(library).size);
});

test('what is typed leaves the entries that hold all words, and the headings above them', async () => {
  await site.onPage(`/${id}/series/`, async (page) => {
    const before = await page.locator('main h2:visible').count();
    await page.getByRole('searchbox').fill('KILLED civilians');
    const left = await page.locator('main li[data-block]:visible').allTextContents();
    expect(left.length).toBeGreaterThan(1);
    expect(left.filter((text) => !/killed/i.test(text) || !/civilians/i.test(text))).toEqual([]);
    expect(await page.locator('main h2:visible').count()).toBeLessThan(before);
    await page.getByRole('searchbox').fill('nothing of the kind');
    expect(await page.locator('main li[data-block]:visible').count()).toBe(0);
    expect(await page.locator('output').innerText()).not.toBe('');
    await page.getByRole('searchbox').fill('');
    expect(await page.locator('main h2:visible').count()).toBe(before);
  });
});

test('a place is found by a part of its name, without its marks, and leads to its page', async () => {
  const place = 'Türkiye';
  await site.onPage(`/${id}/find/`, async (page) => {
    await page.getByRole('searchbox').fill('turk');
    await page.getByRole('link', { name: place, exact: true }).click();
    await page.waitForURL(/\/to\/turkiye\/$/);
    expect(await page.locator('h1').innerText()).toContain(place);
  });
});
