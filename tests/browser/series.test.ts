import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { useSite } from '../support/site.ts';
import { goTo } from '../support/visits.ts';

const site = useSite();
const revised = '/ukraine-2022/series/border_crossings-refugees-abroad-unhcr-total/';
const twoRules = '/ukraine-2022/series/killed-civilians-ukr-ohchr-recorded/';
const past = '2022-04-20';

async function opened<T>(
  address: string,
  look: (page: Page) => Promise<T>,
  javaScriptEnabled = true,
): Promise<T> {
  const options = { viewport: { width: 1280, height: 900 }, javaScriptEnabled };
  return site.withPage(options, async (page) => {
    await goTo(page, site.address + address);
    return look(page);
  });
}

const shownDays = (page: Page) =>
  page
    .locator('[data-from]')
    .evaluateAll((values) =>
      values
        .filter((value) => value.checkVisibility())
        .map((value) => value.getAttribute('data-from') ?? ''),
    );

test.each([true, false])('plain links switch between the readings (script: %s)', async (script) => {
  await opened(
    twoRules,
    async (page) => {
      const [first, second] = [page.locator('#over-time'), page.locator('#as-revised')];
      expect([await first.isVisible(), await second.isVisible()]).toEqual([true, false]);
      await first.getByRole('link', { name: 'One date, as it was revised' }).click();
      expect([await first.isVisible(), await second.isVisible()]).toEqual([false, true]);
      expect(await second.locator('img').isVisible()).toBe(true);
      await page.goBack();
      expect([await first.isVisible(), await second.isVisible()]).toEqual([true, false]);
    },
    script,
  );
});

test('without script there is no control, and every value stands', async () => {
  await opened(
    revised,
    async (page) => {
      expect(await page.locator('[data-known-on]').isVisible()).toBe(false);
      expect(await page.locator('[data-from]').count()).toBe((await shownDays(page)).length);
    },
    false,
  );
});

test('both readings are on paper', async () => {
  await opened(twoRules, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#over-time').isVisible()).toBe(true);
    expect(await page.locator('#as-revised').isVisible()).toBe(true);
  });
});

test('the control steps by keyboard through the publication days and keeps its place', async () => {
  await opened(revised, async (page) => {
    const all = await shownDays(page);
    const days = [...new Set(all)].sort();
    const previous = page.locator('[data-step="previous"]');
    await previous.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).searchParams.get('on')).toBe(days.at(-3));
    expect((await shownDays(page)).every((day) => day <= (days.at(-3) ?? ''))).toBe(true);
    expect(await previous.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.locator('[data-known-on] input').inputValue()).toBe(days.at(-3));
    await page.locator('[data-step="newest"]').press('Enter');
    expect(new URL(page.url()).searchParams.get('on')).toBe(null);
    expect(await shownDays(page)).toEqual(all);
  });
});

test('a day in the address is shown on load: what came later is hidden, what stood is marked, what changed is told', async () => {
  await opened(`${revised}?on=${past}`, async (page) => {
    const shown = await shownDays(page);
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((day) => day > past)).toEqual([]);
    const rows = page.locator('[data-vintage-row]:not([hidden])');
    expect(await page.locator('[data-from][aria-current="true"]:not([hidden])').count()).toBe(
      await rows.count(),
    );
    const status = page.locator('[data-known-on] [role="status"]');
    expect(await status.innerText()).toMatch(/As known on 20\sApr\s2022\. \d+ figures shown/);
    await page.locator('[data-known-on] summary').click();
    const entries = page.locator('[data-known-on] details li');
    // They are written when the list has opened, which a browser tells a moment later.
    await entries.first().waitFor();
    expect(await entries.count()).toBe(
      Number(await status.locator('[data-count]:visible').innerText()),
    );
    expect(await entries.first().locator('[data-figure]').count()).toBe(2);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('the charts are drawn only for who begins to read, and anew for another day', async () => {
  await opened(revised, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const canvas = page.locator('[data-reading="over-time"][data-drawn] canvas');
    expect(await canvas.count()).toBe(0);
    await page.mouse.move(20, 20);
    await page.locator('[data-reading="over-time"]').scrollIntoViewIfNeeded();
    await canvas.waitFor();
    expect(asked.some((url) => url.endsWith('.chart.json'))).toBe(true);
    const bytes = () => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
    const newest = await bytes();
    await page.locator('[data-known-on] input').fill(past);
    await page.waitForFunction(() => location.search !== '');
    await page.waitForTimeout(100);
    expect(await bytes()).not.toBe(newest);
  });
});

test('a date of the table leads to its versions, and back', async () => {
  await opened(revised, async (page) => {
    const link = page.locator('[data-as-revised]').last();
    await link.click();
    await page.locator('[data-reading="as-revised"][data-drawn] canvas').waitFor();
    expect(new URL(page.url()).hash).toBe('#as-revised');
    expect(new URL(page.url()).searchParams.get('date')).toContain('2022-02');
    expect(await page.locator('#as-revised').isVisible()).toBe(true);
    await page.goBack();
    expect(new URL(page.url()).searchParams.get('date')).toBe(null);
  });
});

test('when the charts cannot be fetched the pictures stay, but not beside a table of another day', async () => {
  await opened(revised, async (page) => {
    await page.route('**/*.chart.json', (route) => route.abort());
    await page.mouse.move(20, 20);
    await page.locator('[data-reading="over-time"]').scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('[data-reading="over-time"] img').isVisible()).toBe(true);
    await page.locator('[data-known-on] input').fill(past);
    await page.locator('[data-reading="over-time"]').waitFor({ state: 'hidden' });
    await page.locator('[data-step="newest"]').click();
    await page.locator('[data-reading="over-time"]').waitFor({ state: 'visible' });
  });
});
