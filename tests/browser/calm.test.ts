import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { folder, kindsOf, useSite } from '../support/site.ts';

interface Watched {
  shift: number;
  long: string[];
}
const home = useSite();
const summary = '/ukraine-2022/';

/** A slow phone: a quarter of this machine's speed. */
async function slowPage(
  address: string,
  reducedMotion: 'reduce' | 'no-preference' = 'no-preference',
) {
  const context = await home.browser.newContext({
    viewport: { width: 360, height: 740 },
    reducedMotion,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const watched: Watched = { shift: 0, long: [] };
    Object.assign(globalThis, { watched });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        watched.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries())
        watched.long.push(`${name} ${Math.round(duration)} ms`);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(home.site + address, { waitUntil: 'networkidle' });
  return page;
}
const watchedOn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);

test.each(kindsOf(folder))('$name does not move while it loads ($file)', async ({ address }) => {
  const page = await slowPage(address);
  const { shift } = await watchedOn(page);
  await page.context().close();
  expect(shift).toBe(0);
});

test('the summary does not move when its chart is drawn', async () => {
  const page = await slowPage(summary);
  await page.locator('[data-chart]').scrollIntoViewIfNeeded();
  await page.locator('[data-chart][data-drawn]').waitFor();
  const { shift } = await watchedOn(page);
  await page.context().close();
  expect(shift).toBe(0);
});

test('before a reader does anything no script of the summary keeps a slow phone busy', async () => {
  // Other programs on this machine can make a task long: only one that is long in every load is the page's own.
  const loads: string[][] = [];
  for (let i = 0; i < 4 && loads.every((long) => long.length > 0); i++) {
    const page = await slowPage(summary);
    loads.push((await watchedOn(page)).long);
    await page.context().close();
  }
  expect(loads.filter((long) => long.length === 0).length, JSON.stringify(loads)).toBeGreaterThan(
    0,
  );
});

test('nothing on the summary is animated, and nothing at all for who asked for less motion', async () => {
  const page = await slowPage(summary, 'reduce');
  const moving = await page.evaluate(() => ({
    running: document.getAnimations().length,
    smooth: getComputedStyle(document.documentElement).scrollBehavior,
    set: [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      return (
        transitionDuration.split(', ').some((time) => parseFloat(time) > 0) ||
        animationName !== 'none'
      );
    }).length,
  }));
  await page.context().close();
  expect(moving).toEqual({ running: 0, smooth: 'auto', set: 0 });
});
