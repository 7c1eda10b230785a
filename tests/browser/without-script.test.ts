import { expect, test } from 'vitest';
import { folder, kindsOf, useSite } from '../support/site.ts';

const home = useSite();

/** What a reader finds on a page. */
async function readAt(address: string, javaScriptEnabled: boolean) {
  const context = await home.browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(home.site + address, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  // What is there only where it works; what it says stands in the table too, where it goes in the lists of days.
  await page
    .locator('[data-known-on], [data-slider], [data-pixels], [data-copy], [data-print]')
    .evaluateAll((all) => all.forEach((one) => one.remove()));
  const text = await page.locator('body').innerText();
  const figures = await page.locator('[data-figure]').count();
  const links = await page.locator('a[href]').count();
  await context.close();
  return { text, figures, links };
}

test.each(kindsOf(folder))('$name is complete without script ($file)', async ({ address }) => {
  const without = await readAt(address, false);
  expect(without.text.length).toBeGreaterThan(100);
  expect(without).toEqual(await readAt(address, true));
});

test('without script no figure of the summary is hidden outside of what opens', async () => {
  const context = await home.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${home.site}/ukraine-2022/on/2022-02-28/`);
  const figures = await page.locator('[data-figure]').all();
  const hidden = [];
  for (const figure of figures)
    if (!(await figure.isVisible())) hidden.push(await figure.getAttribute('data-figure'));
  await context.close();
  expect(figures.length).toBeGreaterThan(3);
  expect(hidden).toEqual([]);
});

test('without script the day form leads to the list of all publication days', async () => {
  const context = await home.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${home.site}/ukraine-2022/`);
  await page.locator('form[data-day-jump] button').click();
  await page.waitForURL(/\/ukraine-2022\/on\/\?day=/);
  expect(await page.locator('h1').innerText()).toBe('All publication days');
  await context.close();
});
