import { expect, test } from 'vitest';
import { folder, kindsOf, useSite } from '../support/site.ts';

const home = useSite();

test.each(kindsOf(folder))(
  'on $name focus is seen wherever it goes ($file)',
  async ({ address }) => {
    const page = await home.browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(home.site + address);
    const unseen: string[] = [];
    for (let i = 0; i < 25; i++) {
      await page.keyboard.press('Tab');
      const fault = await page.evaluate(() => {
        const at = document.activeElement;
        const before = (globalThis as { before?: Element | null }).before;
        Object.assign(globalThis, { before: at });
        // Within a date field the parts show their focus themselves.
        if (!at || at === document.body || at === before) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        const box = at.getBoundingClientRect();
        const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        const there = box.width > 0 && box.right > 0 && box.bottom > 0 && box.top < innerHeight;
        return seen && there ? null : at.outerHTML.slice(0, 120);
      });
      if (fault) unseen.push(fault);
    }
    await page.close();
    expect(unseen).toEqual([]);
  },
);

test('the first stop leads past the navigation', async () => {
  const page = await home.browser.newPage();
  await page.goto(`${home.site}/ukraine-2022/`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#main');
  await page.close();
});

test('what a figure leaves out opens and closes by keyboard', async () => {
  const page = await home.browser.newPage();
  await page.goto(`${home.site}/ukraine-2022/`);
  const details = page.locator('details').first();
  await details.locator('summary').focus();
  const states = [];
  for (const key of ['Enter', 'Enter', 'Space']) {
    await page.keyboard.press(key);
    states.push(await details.evaluate((element: HTMLDetailsElement) => element.open));
  }
  await page.close();
  expect(states).toEqual([true, false, true]);
});

test.each(kindsOf(folder))(
  'on $name what a finger must hit is large enough ($file)',
  async ({ address }) => {
    const page = await home.browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(home.site + address);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, summary, nav a, header a')]
        // A box is hit by its whole label, where that is around it.
        .map((element) => element.closest('label') ?? element)
        .filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width > 0 && height > 0 && height < 44;
        })
        .map(
          (element) =>
            `${element.outerHTML.slice(0, 80)} ${element.getBoundingClientRect().height}`,
        ),
    );
    await page.close();
    expect(small.slice(0, 5)).toEqual([]);
  },
);
