import { expect, test } from 'vitest';
import { folder, kindsOf, useSite } from '../support/site.ts';

const home = useSite();
const sights = [
  { sight: 'on a phone of 360 px', width: 360, text: '100%' },
  { sight: 'on a phone of 320 px', width: 320, text: '100%' },
  { sight: 'at 1280 px with text twice as large', width: 1280, text: '200%' },
  { sight: 'at 768 px with text twice as large', width: 768, text: '200%' },
];
const cases = kindsOf(folder).flatMap((kind) => sights.map((sight) => ({ ...kind, ...sight })));

test.each(cases)(
  '$name does not scroll sideways $sight ($file)',
  async ({ address, width, text }) => {
    const context = await home.browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(home.site + address);
    const wide = await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return [];
      const scrolls = (element: Element): boolean =>
        element.parentElement !== null &&
        (getComputedStyle(element.parentElement).overflowX !== 'visible' ||
          scrolls(element.parentElement));
      return [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > room + 1 && !scrolls(element))
        .slice(0, 8)
        .map(
          (element) =>
            `${element.tagName} ${element.className} "${element.textContent?.trim().slice(0, 60)}"`,
        )
        .concat('scrolls sideways');
    }, text);
    await context.close();
    expect(wide).toEqual([]);
  },
);

test('on a phone of 360 px the first counter with its source and gravest caveat needs no scrolling sideways or tap', async () => {
  const context = await home.browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${home.site}/ukraine-2022/`);
  const first = page.locator('[data-block]').first();
  const parts = [
    first.locator('[data-figure]').first(),
    first.locator('a[href*="/sources/"]').first(),
    first.locator('[data-caveat]').first(),
  ];
  for (const part of parts) {
    const box = await part.boundingBox();
    expect(box).not.toBeNull();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 360).toBe(true);
  }
  const [number] = parts;
  expect((await number?.boundingBox())?.y).toBeLessThan(740);
  await context.close();
});

test('a qualifier is never on another line than its number', async () => {
  const context = await home.browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${home.site}/ukraine-2022/on/2022-02-28/`);
  const parted = await page.evaluate(() =>
    [...document.querySelectorAll('span[data-figure]')]
      .map(
        (figure) =>
          [figure, figure.querySelector('.qualifier'), figure.querySelector('b')] as const,
      )
      .filter(([, qualifier, number]) => {
        const [above, below] = [qualifier, number].map((part) => part?.getClientRects()[0]);
        return above && below && (above.top >= below.bottom || below.top >= above.bottom);
      })
      .map(([figure]) => figure.textContent),
  );
  await context.close();
  expect(parted).toEqual([]);
});
