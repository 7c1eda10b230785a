import { createCanvas, loadImage } from '@napi-rs/canvas';
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
  return site.withUsedPage(options, async (page) => {
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

test.each([true, false])(
  'revisions lead the killed, and both readings can be seen (script: %s)',
  async (script) => {
    await opened(
      twoRules,
      async (page) => {
        const ids = await page
          .locator('[data-reading]')
          .evaluateAll((all) => all.map((one) => one.getAttribute('data-reading')));
        expect(ids).toEqual(['as-revised', 'over-time']);
        for (const id of ids)
          expect(await page.locator(`[data-reading="${id}"] svg:visible`).count()).toBe(1);
      },
      script,
    );
  },
);

/** The share of its pixels that is darker than half. */
async function inkOf(page: Page, selector: string): Promise<number> {
  const image = await loadImage(await page.locator(selector).screenshot());
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let dark = 0;
  for (let i = 0; i < data.length; i += 4)
    if ((data[i] ?? 255) + (data[i + 1] ?? 255) + (data[i + 2] ?? 255) < 384) dark += 1;
  return dark / (data.length / 4);
}

test.each([true, false])(
  'a series page that was only opened prints its charts in ink (script: %s)',
  async (script) => {
    await opened(
      twoRules,
      async (page) => {
        await page.emulateMedia({ media: 'print' });
        for (const id of ['as-revised', 'over-time']) {
          const ink = await inkOf(page, `[data-reading="${id}"]`);
          // Lines, marks and words take some hundredths of it; an empty one has none.
          expect(ink).toBeGreaterThan(0.005);
          expect(ink).toBeLessThan(0.2);
        }
      },
      script,
    );
  },
);

test('drawn live, a chart keeps the proportions of its picture and moves nothing', async () => {
  await opened(revised, async (page) => {
    const frame = page.locator('[data-reading="over-time"]');
    const before = await frame.boundingBox();
    await page.mouse.move(20, 20);
    await frame.scrollIntoViewIfNeeded();
    const canvas = page.locator('[data-reading="over-time"][data-drawn] canvas');
    await canvas.waitFor();
    const [after, drawn] = [await frame.boundingBox(), await canvas.boundingBox()];
    expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
    expect(drawn?.width).toBeCloseTo(after?.width ?? 0, 0);
    expect(drawn?.height).toBeCloseTo(after?.height ?? 0, 0);
  });
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
    expect(await page.locator('[data-reading="over-time"] svg:visible').count()).toBe(1);
    await page.locator('[data-known-on] input').fill(past);
    await page.locator('[data-reading="over-time"]').waitFor({ state: 'hidden' });
    await page.locator('[data-step="newest"]').click();
    await page.locator('[data-reading="over-time"]').waitFor({ state: 'visible' });
  });
});
