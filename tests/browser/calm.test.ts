import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { usePieces } from '../support/in-pieces.ts';
import { folder, kindsOf, useSite } from '../support/site.ts';

interface Watched {
  shift: number;
  /** What moved, from which height to which: a failure names it. */
  moved: string[];
}
/** A part of the page that moved, as the browser tells it. */
interface Moved {
  node: Node | null;
  previousRect: DOMRect;
  currentRect: DOMRect;
}
const home = useSite();
const pieces = usePieces(folder, () => home.site);
const summary = '/ukraine-2022/';

/** A slow phone: a quarter of this machine's speed, and a network on which a page comes in pieces. */
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
    const watched: Watched = { shift: 0, moved: [] };
    Object.assign(globalThis, { watched });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; sources: Moved[] }[]) {
        // A line that begins with a space before its first word is there: nothing anyone sees.
        const isSpace = ({ node }: Moved) => node?.nodeType === 3 && !node.textContent?.trim();
        if (entry.sources.length > 0 && entry.sources.every(isSpace)) continue;
        watched.shift += entry.value;
        for (const { node, previousRect, currentRect } of entry.sources)
          watched.moved.push(
            `${node?.nodeName ?? ''} "${(node?.textContent ?? '').trim().slice(0, 40)}" ${previousRect.y} > ${currentRect.y}`,
          );
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(pieces.address + address, { waitUntil: 'networkidle' });
  return page;
}
const watchedOn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);

test.each(kindsOf(folder))('$name does not move while it loads ($file)', async ({ address }) => {
  const page = await slowPage(address);
  const { shift, moved } = await watchedOn(page);
  await page.context().close();
  expect(shift, moved.join('\n')).toBe(0);
});

test('the summary does not move when its chart is drawn', async () => {
  const page = await slowPage(summary);
  await page.locator('[data-chart]').scrollIntoViewIfNeeded();
  await page.locator('[data-chart][data-drawn]').waitFor();
  const { shift } = await watchedOn(page);
  await page.context().close();
  expect(shift).toBe(0);
});

test('before a reader does anything little script runs on the summary, and it changes nothing', async () => {
  // How long it takes depends on the machine; how much there is to run does not.
  const context = await home.browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  let bytes = 0;
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      void response.body().then((body) => (bytes += body.length));
  });
  await page.goto(home.site + summary, { waitUntil: 'networkidle' });
  const after = await page.evaluate(() => document.body.outerHTML);
  await context.close();
  const still = await home.browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });
  const silent = await still.newPage();
  await silent.goto(home.site + summary, { waitUntil: 'load' });
  const before = await silent.evaluate(() => document.body.outerHTML);
  await still.close();
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(8_000);
  expect(after).toBe(before);
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
