import type { Page, Route } from 'playwright';
import { describe, expect, test } from 'vitest';
import { useSite } from '../support/site.ts';

/*
 * What engines do that this Chromium does not, as far as it can be tried with it. One that is older than cascade layers
 * leaves out all rules in one: the page is to be read all the same.
 */
const site = useSite();
const phone = { viewport: { width: 360, height: 740 }, bypassCSP: true };

/** A style without its layers. */
function withoutLayers(css: string): string {
  const begin = /@layer\s+[\w-]+\s*\{/.exec(css);
  if (!begin) return css;
  let depth = 1;
  let at = begin.index + begin[0].length;
  for (; depth > 0 && at < css.length; at += 1)
    depth += css[at] === '{' ? 1 : css[at] === '}' ? -1 : 0;
  return css.slice(0, begin.index) + withoutLayers(css.slice(at));
}

async function leaveOutLayers(route: Route): Promise<void> {
  const answer = await route.fetch();
  const type = answer.headers()['content-type'] ?? '';
  const text = await answer.text();
  const body = type.includes('html')
    ? text.replace(
        /(<style[^>]*>)([^]*?)(<\/style>)/g,
        (_, open: string, css: string, close: string) => open + withoutLayers(css) + close,
      )
    : withoutLayers(text);
  await route.fulfill({ response: answer, body });
}

const onOldEngine = <T>(path: string, look: (page: Page) => Promise<T>) =>
  site.withUsedPage(phone, async (page) => {
    await page.route(
      (url) => url.pathname.endsWith('/') || url.pathname.endsWith('.css'),
      leaveOutLayers,
    );
    await page.goto(site.address + path, { waitUntil: 'load' });
    return look(page);
  });

test('a style loses its layers, and nothing else', () => {
  expect(withoutLayers('a{b:c}@layer base{d{e:f}@media print{g{h:i}}}j{k:l}@layer print{m{}}')).toBe('a{b:c}j{k:l}'); // prettier-ignore
  expect(withoutLayers('@layer base, print;a{b:c}')).toBe('@layer base, print;a{b:c}');
});

const paths = [
  '/ukraine-2022/',
  '/ukraine-2022/on/2022-02-28/',
  '/ukraine-2022/flows/crossings/2022-08-30/',
  '/ukraine-2022/flows/recorded-europe/',
];

describe.each(paths)('without cascade layers %s', (path) => {
  test('has its map in its colours, and numbers and qualifiers that can be read', async () => {
    const seen = await onOldEngine(path, (page) =>
      page.evaluate(() => {
        const all = (selector: string) =>
          [...document.querySelectorAll(selector)].filter(
            (element) => element.getClientRects().length > 0,
          );
        const size = (element: Element) => parseFloat(getComputedStyle(element).fontSize);
        const fill = (element: Element | undefined) => element && getComputedStyle(element).fill;
        const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
        return {
          layers: rules.filter((rule) => rule.constructor.name === 'CSSLayerBlockRule').length,
          rules: rules.length,
          // A leader is a line, and has no area to be filled.
          black: all('svg:has(.home) :is(path:not(.leader), rect)').filter(
            (one) => fill(one) === 'rgb(0, 0, 0)',
          ).length,
          land: fill(all('svg:has(.home) .land')[0]),
          smallest: Math.min(...all('.qualifier').map(size), Infinity),
          counters: all('.board article .amount').map(size),
          over: document.documentElement.scrollWidth - innerWidth,
        };
      }),
    );
    expect(seen.layers).toBe(0);
    expect(seen.rules).toBeGreaterThan(100);
    expect(seen.black).toBe(0);
    expect(seen.land).toBe('rgb(247, 244, 236)');
    expect(seen.smallest).toBeGreaterThanOrEqual(12);
    expect(seen.counters.filter((px) => px < 40)).toEqual([]);
    expect(seen.over).toBeLessThanOrEqual(0);
  });
});
