import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { useSite } from '../support/site.ts';
import * as visits from '../support/visits.ts';

/*
 * One page of every kind on a screen of 1280 px in dark colours, and without script: each is loaded once for all laws
 * that need its scripts, and once for the one that does without.
 */
const site = useSite();
const faults = new visits.Faults<'own' | 'complete' | 'focus' | 'wide' | 'axe'>();
const screen = { width: 1280, height: 800 };
let kinds = 0;

/** Pages at once: while one waits for the network to be quiet another is looked at. */
const AT_ONCE = 2;
/** Stops of the Tab key on each page. */
const STOPS = process.env['PROVE'] === '1' ? 25 : 10;

/** What a page asks, logs and breaks, as it happens. */
const noted = new WeakMap<Page, string[]>();

async function open(): Promise<Page> {
  const context = await site.newContext({ viewport: screen, colorScheme: 'dark' });
  const page = await context.newPage();
  const note = (fault: string) => void noted.get(page)?.push(fault);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && message.location().url !== page.url())
      note(message.text());
  });
  page.on('pageerror', (error) => note(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${site.address}/`) && !url.startsWith('data:')) note(url);
  });
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isPage) note(`${response.status()} ${response.url()}`);
  });
  await visits.bringAxe(page);
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  return page;
}

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

async function visit(page: Page, address: string): Promise<void> {
  const own: string[] = [];
  noted.set(page, own);
  const status = await visits.goTo(page, site.address + address);
  if (status !== (address === '/404' ? 404 : 200)) own.push(`is answered with ${status}`);
  faults.add('complete', address, await visits.settled(() => incomplete(page, address)));
  faults.add('focus', address, await visits.unseenFocus(page, STOPS));
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await visits.quiet(page);
  const kept = await page.evaluate(() => localStorage.length + sessionStorage.length);
  if (kept > 0) own.push('keeps something in the browser');
  if ((await page.context().cookies()).length > 0) own.push('sets a cookie');
  faults.add('own', address, own);
  faults.add('wide', address, await visits.tooWide(page, '200%'));
  await page.setViewportSize({ width: 768, height: 800 });
  faults.add('wide', address, await visits.tooWide(page, '200%'));
  await page.setViewportSize(screen);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  faults.add('axe', address, await visits.axeFaults(page));
}

beforeAll(async () => {
  const all = await site.kinds();
  kinds = all.length;
  const addresses = all.map(({ address }) => address);
  await visits.visitEach(addresses, AT_ONCE, openSilent, visitSilent);
  await visits.visitEach(addresses, AT_ONCE, open, visit);
}, 600_000);

test('no page asks another host, breaks the policy, logs an error or keeps anything in the browser', () => {
  expect(faults.seen('own')).toBe(kinds);
  expect(faults.of('own')).toEqual([]);
});

test('every page is complete without script', () => {
  expect(faults.seen('complete')).toBe(kinds);
  expect(faults.of('complete')).toEqual([]);
});

test('focus is seen wherever it goes', () => {
  expect(faults.seen('focus')).toBe(kinds);
  expect(faults.of('focus')).toEqual([]);
});

test('no page scrolls sideways at 1280 and 768 px with text twice as large', () => {
  expect(faults.seen('wide')).toBe(kinds);
  expect(faults.of('wide')).toEqual([]);
});

test('axe finds nothing at 1280 px in dark colours', () => {
  expect(faults.seen('axe')).toBe(kinds);
  expect(faults.of('axe')).toEqual([]);
});
