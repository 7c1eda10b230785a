import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { useSite } from '../support/site.ts';
import { goTo } from '../support/visits.ts';

/*
 * What a reader has of a summary without scrolling, in px and words. The bounds are those of the design; a day of each
 * kind is measured: the first week, the middle of March, before and after the changes of rules, and the newest.
 */
const site = useSite();
const days = [
  '/ukraine-2022/on/2022-02-28/',
  '/ukraine-2022/on/2022-03-15/',
  '/ukraine-2022/on/2022-06-09/',
  '/ukraine-2022/on/2023-02-21/',
  '/ukraine-2022/',
];
const phone = { width: 360, height: 740 };
const screen = { width: 1280, height: 800 };

const faces = (
  [
    ['Column Sans', 'sans', 400],
    ['Column Sans', 'sans-bold', 600],
    ['Column Serif', 'serif', 400],
  ] as const
)
  .map(
    ([family, file, weight]) =>
      `@font-face{font-family:"${family}";src:url(${site.address}/fonts/${file}.woff2);font-weight:${weight};font-display:block}`,
  )
  .join('');

/** A summary, when its faces are there. */
const opened = <T>(path: string, viewport: typeof phone, look: (page: Page) => Promise<T>) =>
  site.withUsedPage({ viewport, bypassCSP: true }, async (page) => {
    await goTo(page, site.address + path);
    // A face that comes late is left to the next page; here it is waited for.
    await page.addStyleTag({ content: faces });
    await page.evaluate(() => document.fonts.ready);
    return look(page);
  });

/** Px from the top of the page to both ends of the first elements that match. */
const ends = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all.map((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return { top: Math.round(top), bottom: Math.round(bottom) };
    }),
  );

/** What a reader of a phone has before the map. */
const beforeMap = (page: Page) =>
  page.evaluate(() => {
    const map = document.querySelector('.board svg:has(.home)');
    const number = document.querySelector('article .amount');
    const isBefore = (one: Node | null, other: Node | null) =>
      one && other && (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let said = '';
    for (let node = texts.nextNode(); node && isBefore(node, map); node = texts.nextNode())
      if (
        node.parentElement?.checkVisibility() &&
        !node.parentElement.closest('details > :not(summary)')
      )
        said += ` ${node.nodeValue}`;
    const before = (selector: string) =>
      [...document.querySelectorAll(selector)].filter(
        (one) => one.checkVisibility() && isBefore(one, number),
      ).length;
    return {
      words: said.split(/\s+/).filter(Boolean).length,
      links: before('a'),
      fields: before('input, select, textarea, button'),
    };
  });

const onPhone = (path: string) =>
  opened(path, phone, async (page) => {
    const [number] = await ends(page, 'article .amount');
    const [caveat] = await ends(page, 'article .gravest');
    const [map] = await ends(page, '.board svg:has(.home)');
    const before = await beforeMap(page);
    await page.setViewportSize({ width: 320, height: 740 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    return { number, caveat, map, before, over };
  });

const onScreen = (path: string) =>
  opened(path, screen, async (page) => {
    const caveats = await ends(page, '.board:not(.plain) article .gravest');
    const [map] = await ends(page, '.board svg:has(.home)');
    return { caveats, map, lead: await page.locator('.lead').innerText() };
  });

describe.each(days)('%s', (path) => {
  let small: Awaited<ReturnType<typeof onPhone>>;
  let large: Awaited<ReturnType<typeof onScreen>>;
  beforeAll(async () => {
    small = await onPhone(path);
    large = await onScreen(path);
  });

  test('on a phone the first number, its caveat and the map are near', () => {
    expect(small.number?.top).toBeLessThanOrEqual(400);
    expect(small.caveat?.bottom).toBeLessThanOrEqual(600);
    expect(small.map?.top).toBeLessThanOrEqual(1200);
    expect(small.map?.bottom).toBeLessThanOrEqual(1480);
  });

  test('on a screen four counters with their caveats and the whole map need no scrolling', () => {
    const { caveats, map } = large;
    expect(caveats.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...caveats.map(({ bottom }) => bottom))).toBeLessThanOrEqual(800);
    expect(map?.top).toBeLessThanOrEqual(300);
    expect(map?.bottom).toBeLessThanOrEqual(800);
  });

  test('few words come before the map, and few links before the number', () => {
    const { words, links, fields } = small.before;
    expect(words).toBeGreaterThan(50);
    expect(words).toBeLessThanOrEqual(300);
    expect(links).toBeLessThanOrEqual(24);
    expect(fields).toBe(0);
  });

  test('the lead has at most 45 words', () => {
    const words = large.lead.split(/\s+/);
    expect(words.filter((word) => /\w/.test(word)).length).toBeLessThanOrEqual(45);
    expect(words.length).toBeGreaterThan(15);
  });

  test('at 320 px nothing scrolls sideways', () => {
    expect(small.over).toBeLessThanOrEqual(0);
  });
});
