import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { summaryTexts } from '#lib/wording/summary.ts';
import { usePieces } from '../support/in-pieces.ts';
import { useSite } from '../support/site.ts';
import { goTo, setSpeed, shiftsOn, watchShifts } from '../support/visits.ts';

const site = useSite();
const pieces = usePieces(site.address);
const summary = '/ukraine-2022/';
const allDays = '/ukraine-2022/on/';
const phone = { viewport: { width: 360, height: 740 } };
const days = JSON.parse((await site.fetch('/data/ukraine-2022/days.json')).text) as string[];
const after = (day: string) =>
  new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
/** A publication day whose next day is none. */
const beforeGap = days.find((day) => !days.includes(after(day))) ?? '';

async function jump(page: Page, day: string): Promise<void> {
  await goTo(page, site.address + allDays);
  await page.locator('form[data-day-jump] input').fill(day);
  await page.locator('form[data-day-jump] button').click();
}

test.each([
  ['a publication day leads to itself', '2022-02-28', '2022-02-28'],
  ['a day between leads to the last publication day before it', after(beforeGap), beforeGap],
  ['a day to come leads to the newest publication day', '2099-01-01', days.at(-1) ?? ''],
])('%s', async (_rule, typed, found) => {
  await site.withUsedPage({}, async (page) => {
    await jump(page, typed);
    await page.waitForURL(`**/ukraine-2022/on/${found}/`);
    expect(await page.locator('time').first().getAttribute('datetime')).toBe(found);
  });
});

test('a day before the first publication leads nowhere and says so', async () => {
  await site.withUsedPage({}, async (page) => {
    await goTo(page, site.address + allDays);
    const input = page.locator('form[data-day-jump] input');
    await input.evaluate((element: HTMLInputElement) => element.removeAttribute('min'));
    await input.fill('2000-01-01');
    await page.locator('form[data-day-jump] button').click();
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('[data-day-jump] input')?.validationMessage !== '',
    );
    expect(page.url()).toBe(site.address + allDays);
  });
});

test('the chart is fetched and drawn only when it comes into view', async () => {
  await site.withPage(phone, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await goTo(page, site.address + summary);
    const heavy = () => asked.filter((url) => /immutable\/islands|crossings\.json/.test(url));
    expect(heavy()).toEqual([]);
    await page.locator('[data-chart]').scrollIntoViewIfNeeded();
    await page.locator('[data-chart][data-drawn] canvas').waitFor();
    expect(heavy().length).toBeGreaterThan(0);
    const inked = await page
      .locator('[data-chart] canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        const pixels =
          canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return pixels.some((value) => value > 0);
      });
    expect(inked).toBe(true);
  });
});

test('a point of the chart says all that belongs to its figure, by mouse', async () => {
  await site.onPage(
    summary,
    async (page) => {
      await page.locator('[data-chart]').scrollIntoViewIfNeeded();
      const canvas = page.locator('[data-chart][data-drawn] canvas');
      await canvas.waitFor();
      const bytes = () => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
      const before = await bytes();
      const box = await canvas.boundingBox();
      await page.mouse.move(
        (box?.x ?? 0) + (box?.width ?? 0) / 3,
        (box?.y ?? 0) + (box?.height ?? 0) / 2,
      );
      await page.waitForTimeout(300);
      expect(await bytes()).not.toBe(before);
    },
    { viewport: { width: 1280, height: 900 } },
  );
});

test('when the chart cannot be fetched the page stays as it was', async () => {
  await site.withPage({}, async (page) => {
    await page.route('**/crossings.json', (route) => route.abort());
    await page.goto(site.address + summary);
    await page.locator('[data-chart]').scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('[data-chart] canvas').count()).toBe(0);
    expect(await page.locator('[data-chart] svg:visible').count()).toBe(1);
  });
});

test('on a phone of 360 px the first counter with its source and gravest caveat needs no scrolling sideways or tap', async () => {
  const boxes = await site.onPage(
    summary,
    async (page) => {
      const first = page.locator('article').first();
      const parts = ['[data-figure]', 'a[href*="/sources/"]', '[data-caveat]'];
      return Promise.all(parts.map((part) => first.locator(part).first().boundingBox()));
    },
    phone,
  );
  for (const box of boxes) {
    expect(box).not.toBeNull();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 360).toBe(true);
  }
  expect(boxes[0]?.y).toBeLessThan(740);
});

test('a qualifier is never on another line than its number', async () => {
  const { figures, parted } = await site.onPage(
    '/ukraine-2022/on/2022-02-28/',
    async (page) => {
      return page.evaluate(() => {
        const pairs = [...document.querySelectorAll('span[data-figure]')].map(
          (figure) =>
            [figure, figure.querySelector('.qualifier'), figure.querySelector('b')] as const,
        );
        return {
          figures: pairs.filter(([, qualifier, number]) => qualifier && number).length,
          parted: pairs
            .filter(([, qualifier, number]) => {
              const [above, below] = [qualifier, number].map((part) => part?.getClientRects()[0]);
              return above && below && (above.top >= below.bottom || below.top >= above.bottom);
            })
            .map(([figure]) => figure.textContent),
        };
      });
    },
    phone,
  );
  expect(figures).toBeGreaterThan(3);
  expect(parted).toEqual([]);
});

test('the first stop leads past the navigation', async () => {
  await site.onPage(summary, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
  });
});

test('what a figure leaves out opens and closes by keyboard', async () => {
  const states = await site.onPage(summary, async (page) => {
    const details = page.locator('details').first();
    await details.locator('summary').focus();
    const seen = [];
    for (const key of ['Enter', 'Enter', 'Space']) {
      await page.keyboard.press(key);
      seen.push(await details.evaluate((element: HTMLDetailsElement) => element.open));
    }
    return seen;
  });
  expect(states).toEqual([true, false, true]);
});

test('without script no figure of the summary is hidden outside of what opens', async () => {
  const figures = await site.onPage(
    '/ukraine-2022/on/2022-02-28/',
    async (page) => {
      return page.locator('[data-figure]').evaluateAll((all) => {
        const shown = new Map<string, boolean>();
        for (const one of all) {
          // A map has its labels twice, for a wide sight and for a phone.
          if (one.closest('details') && !one.closest('summary')) continue;
          const id = one.getAttribute('data-figure') ?? '';
          shown.set(id, (shown.get(id) ?? false) || one.checkVisibility());
        }
        return [...shown].map(([id, isVisible]) => ({ id, isVisible }));
      });
    },
    { javaScriptEnabled: false },
  );
  expect(figures.length).toBeGreaterThan(3);
  expect(figures.filter(({ isVisible }) => !isVisible)).toEqual([]);
});

test('without script the day form leads to the list of all publication days', async () => {
  await site.onPage(
    allDays,
    async (page) => {
      await page.locator('form[data-day-jump] input').fill('2022-03-01');
      await page.locator('form[data-day-jump] button').click();
      await page.waitForURL(/\/ukraine-2022\/on\/\?day=/);
      expect(await page.locator('h1').innerText()).toBe('All publication days');
    },
    { javaScriptEnabled: false },
  );
});

test('on a slow phone the summary does not move when its chart is drawn', async () => {
  const { shift, moved } = await site.withPage(phone, async (page) => {
    await page.route('**/fonts/*', (route) => route.abort());
    await setSpeed(page, 4);
    await watchShifts(page);
    await goTo(page, pieces.address + summary);
    await page.locator('[data-chart]').scrollIntoViewIfNeeded();
    await page.locator('[data-chart][data-drawn]').waitFor();
    return shiftsOn(page);
  });
  expect(shift, moved.join('\n')).toBe(0);
});

test('before a reader does anything little script runs on the summary, and it changes nothing', async () => {
  // How long it takes depends on the machine; how much there is to run does not.
  const bodyOf = async (page: Page) => {
    await goTo(page, site.address + summary);
    return page.evaluate(() => document.body.outerHTML);
  };
  const { bytes, body } = await site.withPage(phone, async (page) => {
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body());
    });
    const body = await bodyOf(page);
    const lengths = (await Promise.all(scripts)).map(({ length }) => length);
    return { bytes: lengths.reduce((sum, length) => sum + length, 0), body };
  });
  const silent = await site.withPage({ ...phone, javaScriptEnabled: false }, bodyOf);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(8_000);
  expect(body).toBe(silent);
});

test('nothing on the summary is animated, and nothing at all for who asked for less motion', async () => {
  const moving = await site.withPage({ ...phone, reducedMotion: 'reduce' }, async (page) => {
    await goTo(page, site.address + summary);
    return page.evaluate(() => ({
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
  });
  expect(moving).toEqual({ running: 0, smooth: 'auto', set: 0 });
});

const calendarDay = '2022-02-28';
const onCalendar = <T>(look: (page: Page, mark: Locator) => Promise<T>) =>
  site.onPage(`/ukraine-2022/on/${calendarDay}/`, (page) => {
    const mark = page.getByRole('slider');
    return look(page, mark);
  });

test('the mark of the line of days is dragged from one publication day to another, and opens its page', async () => {
  await onCalendar(async (page, mark) => {
    const line = page.locator('svg.calendar');
    const box = await line.boundingBox();
    if (!box) throw new Error('The line of days is not there.');
    await page.mouse.move(box.x + 20, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 1, box.y + 8, { steps: 4 });
    await expect.poll(() => mark.getAttribute('aria-valuenow')).toBe(String(days.length));
    expect(await line.textContent()).toContain(Number(days.at(-1)?.slice(8)));
    await page.mouse.up();
    await page.waitForURL(`**/ukraine-2022/on/${days.at(-1)}/`);
  });
});

test('by keyboard the mark goes on by a day, comes back on Escape, and opens the day on Enter', async () => {
  await onCalendar(async (page, mark) => {
    await page.keyboard.press('Tab');
    await mark.focus();
    const at = days.findIndex((day) => day === calendarDay);
    expect(await mark.getAttribute('aria-valuetext')).toBe('28\u00a0Feb\u00a02022');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => mark.getAttribute('aria-valuenow')).toBe(String(at + 2));
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => mark.getAttribute('aria-valuenow')).toBe(String(days.length - 1));
    await page.keyboard.press('Escape');
    await expect.poll(() => mark.textContent()).toContain(summaryTexts.thisPage);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => mark.getAttribute('aria-valuenow')).toBe(String(at));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/ukraine-2022/on/${days[at - 1]}/`);
  });
});

test('where the list of days cannot be had the mark stays, and nothing fails', async () => {
  await onCalendar(async (page, mark) => {
    const failed: string[] = [];
    page.on('pageerror', (error) => failed.push(String(error)));
    await page.route('**/days.json', (route) => route.abort());
    await page.keyboard.press('Tab');
    await mark.focus();
    const place = await mark.getAttribute('x');
    const asked = page.waitForEvent('requestfailed');
    await page.keyboard.press('ArrowRight');
    await asked;
    await page.keyboard.press('Escape');
    expect(await mark.getAttribute('x')).toBe(place);
    expect(await mark.getAttribute('aria-valuenow')).toBe('1');
    expect(failed).toEqual([]);
  });
});

test.each([false, true])(
  'the next day is fetched once a reader points at it, unless data are to be saved (%s)',
  async (saves) => {
    await site.withPage({}, async (page) => {
      if (saves)
        await page.addInitScript(() =>
          Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
        );
      await goTo(page, `${site.address}/ukraine-2022/on/${calendarDay}/`);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const next = page.locator('nav a[rel="next"]').first();
      const path = new URL((await next.getAttribute('href')) ?? '', page.url()).pathname;
      await next.hover();
      await next.focus();
      await page.waitForTimeout(500);
      expect(asked.filter((one) => one === path)).toHaveLength(saves ? 0 : 1);
    });
  },
);
