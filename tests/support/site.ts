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
  /** A page with a profile of its own, closed afterwards. */
  readonly withPage: <T>(
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
  afterAll(async () => {
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
  return {
    address,
    newContext,
    withPage,
    onPage: (path, look, options = {}) =>
      withPage(options, async (page) => {
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
