import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { folder, useSite } from '../support/site.ts';

const home = useSite();
const days = JSON.parse(
  readFileSync(join(folder, 'data/ukraine-2022/days.json'), 'utf8'),
) as string[];
const after = (day: string) =>
  new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
/** A publication day whose next day is none. */
const beforeGap = days.find((day) => !days.includes(after(day))) ?? '';

async function jump(page: Page, day: string): Promise<void> {
  await page.goto(`${home.site}/ukraine-2022/`, { waitUntil: 'networkidle' });
  await page.locator('form[data-day-jump] input').fill(day);
  await page.locator('form[data-day-jump] button').click();
}

test.each([
  ['a publication day leads to itself', '2022-02-28', '2022-02-28'],
  ['a day between leads to the last publication day before it', after(beforeGap), beforeGap],
  ['a day to come leads to the newest publication day', '2099-01-01', days.at(-1) ?? ''],
])('%s', async (_rule, typed, found) => {
  const page = await home.browser.newPage();
  await jump(page, typed);
  await page.waitForURL(`**/ukraine-2022/on/${found}/`);
  expect(await page.locator('time').first().getAttribute('datetime')).toBe(found);
  await page.close();
});

test('a day before the first publication leads nowhere and says so', async () => {
  const page = await home.browser.newPage();
  await page.goto(`${home.site}/ukraine-2022/`, { waitUntil: 'networkidle' });
  const input = page.locator('form[data-day-jump] input');
  await input.evaluate((element: HTMLInputElement) => element.removeAttribute('min'));
  await input.fill('2000-01-01');
  await page.locator('form[data-day-jump] button').click();
  await page.waitForFunction(
    () =>
      document.querySelector<HTMLInputElement>('[data-day-jump] input')?.validationMessage !== '',
  );
  expect(page.url()).toBe(`${home.site}/ukraine-2022/`);
  await page.close();
});

test('the chart is fetched and drawn only when it comes into view', async () => {
  const page = await home.browser.newPage({ viewport: { width: 360, height: 740 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${home.site}/ukraine-2022/`, { waitUntil: 'networkidle' });
  const heavy = () => asked.filter((url) => /immutable\/islands|crossings\.json/.test(url));
  expect(heavy()).toEqual([]);
  await page.locator('[data-chart]').scrollIntoViewIfNeeded();
  await page.locator('[data-chart][data-drawn] canvas').waitFor();
  expect(heavy().length).toBeGreaterThan(0);
  const inked = await page.locator('[data-chart] canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels =
      canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return pixels.some((value) => value > 0);
  });
  expect(inked).toBe(true);
  await page.close();
});

test('a point of the chart says all that belongs to its figure, by mouse', async () => {
  const page = await home.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${home.site}/ukraine-2022/`);
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
  await page.close();
});

test('when the chart cannot be fetched the page stays as it was', async () => {
  const page = await home.browser.newPage();
  await page.route('**/crossings.json', (route) => route.abort());
  await page.goto(`${home.site}/ukraine-2022/`);
  await page.locator('[data-chart]').scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('[data-chart] canvas').count()).toBe(0);
  expect(await page.locator('[data-chart] img').isVisible()).toBe(true);
  await page.close();
});
