import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright';
import { afterAll, inject } from 'vitest';
import type { Kind } from '../../src/server/kinds.js';

/** What a test file has of the run that all browser tests share. */
export interface Site {
  /** Where the site is served, without the slash at the end. */
  readonly address: string;
  /** A profile of its own in the one Chromium; what is left open is closed with the file. */
  readonly newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A page with a profile of its own, closed afterwards: for what a browser does that knows nothing of the site. */
  readonly withPage: <T>(
    options: BrowserContextOptions,
    look: (page: Page) => Promise<T>,
  ) => Promise<T>;
  /**
   * A page that a test of this file may have used before, set back to what its options say. A new profile costs the
   * browser three times as much as a page of the site. Scripts to run first on every page are for `withPage`: they cannot
   * be taken away again.
   */
  readonly withUsedPage: <T>(
    options: BrowserContextOptions,
    look: (page: Page) => Promise<T>,
  ) => Promise<T>;
  /** The same, at an address of the site. */
  readonly onPage: <T>(
    path: string,
    look: (page: Page) => Promise<T>,
    options?: BrowserContextOptions,
  ) => Promise<T>;
  /** A file or page of the site by its path; fails for any status but 200. */
  readonly fetch: (path: string) => Promise<{ type: string; text: string; body: Buffer }>;
  /** What is sent of it to a browser that reads brotli, once it is compressed at its best. */
  readonly sent: (path: string) => Promise<Buffer>;
  /** Every kind of page, and a page that stands for it. */
  readonly kinds: () => Promise<readonly Kind[]>;
  /** Every address that the site lists. */
  readonly addresses: () => Promise<ReadonlySet<string>>;
}

/** The site as served, and the browser, for the tests of one file. */
export function useSite(): Site {
  const address = inject('siteAddress');
  let browser: Promise<Browser> | undefined;
  const newContext: Site['newContext'] = async (options = {}) => {
    browser ??= chromium.connect(inject('browserAddress'));
    return (await browser).newContext(options);
  };
  /** Pages that wait to be used again, by their options. */
  const used = new Map<string, Page[]>();
  afterAll(async () => {
    used.clear();
    await (await browser)?.close();
    browser = undefined;
  });
  const withPage: Site['withPage'] = async (options, look) => {
    const context = await newContext(options);
    try {
      return await look(await context.newPage());
    } finally {
      await context.close();
    }
  };
  const withUsedPage: Site['withUsedPage'] = async (options, look) => {
    const name = JSON.stringify(options);
    const waiting = used.get(name) ?? [];
    used.set(name, waiting);
    const page = waiting.pop() ?? (await (await newContext(options)).newPage());
    let isClean = false;
    try {
      const seen = await look(page);
      isClean = await setBack(page, options);
      return seen;
    } finally {
      if (isClean) waiting.push(page);
      else await page.context().close();
    }
  };
  return {
    address,
    newContext,
    withPage,
    withUsedPage,
    onPage: (path, look, options = {}) =>
      withUsedPage(options, async (page) => {
        await page.goto(address + path);
        return look(page);
      }),
    async fetch(path) {
      const answer = await fetch(address + path);
      if (answer.status !== 200) throw new Error(`${path} is answered with ${answer.status}.`);
      const body = Buffer.from(await answer.arrayBuffer());
      return { type: answer.headers.get('content-type') ?? '', text: body.toString('utf8'), body };
    },
    async sent(path) {
      await brotliOf(address + path);
      return brotliOf(address + path);
    },
    kinds: () => list<Kind[]>('/kinds'),
    addresses: async () => new Set(await list<string[]>('/addresses')),
  };
}

/** What a page has where its options do not say. */
const USUAL = { viewport: { width: 1280, height: 720 }, colorScheme: 'light', reducedMotion: 'no-preference' } as const; // prettier-ignore

/** Makes a page forget what a test did to it; false where it opened others or is closed itself. */
async function setBack(page: Page, options: BrowserContextOptions): Promise<boolean> {
  const context = page.context();
  if (page.isClosed() || context.pages().length !== 1) return false;
  const { viewport, colorScheme, reducedMotion } = { ...USUAL, ...options };
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  page.removeAllListeners();
  await context.setOffline(false);
  await context.clearCookies();
  await page.emulateMedia({ media: null, colorScheme, reducedMotion });
  if (viewport) await page.setViewportSize(viewport);
  await page.goto('about:blank');
  return true;
}

async function list<T>(path: string): Promise<T> {
  const answer = await fetch(inject('listAddress') + path);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return JSON.parse(text) as T;
}

/** What `fetch` would unpack. */
async function brotliOf(address: string): Promise<Buffer> {
  const asked = get(address, { headers: { 'accept-encoding': 'br' } });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  if (answer.headers['content-encoding'] !== 'br') throw new Error(`${address} is not compressed.`);
  return Buffer.concat(parts);
}
