import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { usePieces } from '../support/in-pieces.ts';
import { useSite } from '../support/site.ts';
import { treeFaults } from '../support/tree.ts';
import * as visits from '../support/visits.ts';

/*
 * One page of every kind, loaded once for all laws: as it comes over a poor network to a phone of 360 px, then on a
 * screen of 1280 px in dark colours; and once more without script, for what needs none.
 */
const site = useSite();
const pieces = usePieces(site.address);
const LAWS = ['still', 'tree', 'small', 'wide', 'own', 'complete', 'focus', 'axe'] as const;
const faults = new visits.Faults<(typeof LAWS)[number]>();
let kinds = 0;

/** `npm run prove` asks all rules of axe at both widths. */
const isWhole = process.env['PROVE'] === '1';
const phone = { width: 360, height: 740 };
const screen = { width: 1280, height: 800 };
/** Pages at once: one that waits for its pieces costs nothing. */
const AT_ONCE = 2;
/** Stops of the Tab key on each page. */
const STOPS = isWhole ? 25 : 10;

/** What a page asks, logs and breaks, as it happens. */
const noted = new WeakMap<Page, string[]>();

async function open(): Promise<Page> {
  const context = await site.newContext({ viewport: phone });
  const page = await context.newPage();
  const note = (fault: string) => void noted.get(page)?.push(fault);
  const isFont = (url: string) => url.startsWith(`${pieces.address}/fonts/`);
  page.on('console', (message) => {
    const { url } = message.location();
    if (['error', 'warning'].includes(message.type()) && url !== page.url() && !isFont(url))
      note(message.text());
  });
  page.on('pageerror', (error) => note(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${pieces.address}/`) && !url.startsWith('data:')) note(url);
  });
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isPage) note(`${response.status()} ${response.url()}`);
  });
  await visits.bringAxe(page);
  await visits.watchShifts(page);
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  return page;
}

/** A face that is there in the first moments sets text anew that nobody has seen yet. */
const FONTS = '**/fonts/*';

/** What a reader finds where scripts do not run, by address. */
const silent = new Map<string, Awaited<ReturnType<typeof visits.readable>>>();

async function openSilent(): Promise<Page> {
  const context = await site.newContext({ viewport: screen, javaScriptEnabled: false });
  return context.newPage();
}

async function visitSilent(page: Page, address: string): Promise<void> {
  await page.goto(site.address + address, { waitUntil: 'load' });
  silent.set(address, await visits.readable(page));
}

/** In what a page differs with script from what it is without. */
async function incomplete(page: Page, address: string): Promise<string[]> {
  const found = await visits.readable(page);
  const without = silent.get(address);
  const differences = Object.entries(found).flatMap(([what, value]) => {
    const other = without?.[what as keyof typeof found];
    return other === value ? [] : [`${what} without script: ${visits.difference(other, value)}`];
  });
  return found.text.length <= 100 ? [...differences, 'has hardly any text'] : differences;
}

async function onPhone(page: Page, address: string): Promise<void> {
  // A slow processor would draw fewer of the pieces one by one; it is slowed down when scripts begin to run.
  pieces.beforeLast.set(address, () => visits.setSpeed(page, 4));
  await page.route(FONTS, (route) => route.abort());
  const status = await visits.goTo(page, pieces.address + address);
  if (status !== (address === '/404' ? 404 : 200)) noted.get(page)?.push(`is answered ${status}`);
  const { shift, moved } = await visits.shiftsOn(page);
  const wasSlow = !pieces.beforeLast.has(address);
  faults.add('still', address, [
    ...(wasSlow ? [] : ['was not slowed down']),
    ...(shift === 0 ? [] : [`moves by ${shift}`, ...moved]),
  ]);
  await visits.setSpeed(page, 1);
  await page.unroute(FONTS);
  faults.add('tree', address, await treeFaults(page));
  faults.add('small', address, await visits.tooSmall(page));
  faults.add('wide', address, await visits.tooWide(page));
  await page.setViewportSize({ width: 320, height: 740 });
  faults.add('wide', address, await visits.tooWide(page));
}

async function onScreen(page: Page, address: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(screen);
  await visits.bringFaces(page);
  faults.add('complete', address, await visits.settled(() => incomplete(page, address)));
  faults.add('focus', address, await visits.unseenFocus(page, STOPS));
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await visits.quiet(page);
  const kept = await page.evaluate(() => localStorage.length + sessionStorage.length);
  if (kept > 0) noted.get(page)?.push('keeps something in the browser');
  if ((await page.context().cookies()).length > 0) noted.get(page)?.push('sets a cookie');
  faults.add('wide', address, await visits.tooWide(page, '200%'));
  await page.setViewportSize({ width: 768, height: 800 });
  faults.add('wide', address, await visits.tooWide(page, '200%'));
  await page.setViewportSize(screen);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  // What is taken away for axe at one width is missing at the other too.
  faults.add('axe', address, await visits.axeFaults(page));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(phone);
  faults.add('axe', address, await visits.axeFaults(page, !isWhole));
}

async function visit(page: Page, address: string): Promise<void> {
  const own: string[] = [];
  noted.set(page, own);
  await onPhone(page, address);
  await onScreen(page, address);
  faults.add('own', address, own);
}

beforeAll(async () => {
  const all = await site.kinds();
  kinds = all.length;
  const addresses = all.map(({ address }) => address);
  await visits.visitEach(addresses, AT_ONCE, openSilent, visitSilent);
  await visits.visitEach(addresses, AT_ONCE, open, visit);
}, 600_000);

test('there are at least thirty-five kinds of pages', () => {
  expect(kinds).toBeGreaterThanOrEqual(35);
});

const RULES: Readonly<Record<(typeof LAWS)[number], string>> = {
  still: 'no page moves while it loads, in pieces and at a quarter of the speed',
  tree: 'a screen reader finds every heading in its order, and each landmark by its name',
  small: 'what a finger must hit is large enough',
  wide: 'no page scrolls sideways at 320 and 360 px, nor at 768 and 1280 px with text twice as large',
  own: 'no page asks another host, breaks the policy, logs an error or keeps anything in the browser',
  complete: 'every page is complete without script',
  focus: 'focus is seen wherever it goes',
  axe: 'axe finds nothing at 360 px in light and at 1280 px in dark colours',
};

test.each(LAWS.map((law) => [RULES[law], law] as const))('%s', (_rule, law) => {
  expect(faults.seen(law)).toBe(kinds);
  expect(faults.of(law)).toEqual([]);
});
