import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Kind } from './kinds.js';

/** What a test file has of the run that all browser tests share. */
export interface Site {
  /** Where the site is served, without the slash at the end. */
  readonly address: string;
  /** The one Chromium, as this file sees it: what the file opens in it is closed with the file. */
  readonly browser: Browser;
  /** A file or page of the site by its path; fails for any status but 200. */
  readonly fetch: (path: string) => Promise<{ type: string; text: string; body: Buffer }>;
  /** Every kind of page, and a page that stands for it. */
  readonly kinds: () => Promise<readonly Kind[]>;
}

/** The site as served, and the browser, for the tests of one file. */
export function useSite(): Site {
  const address = inject('siteAddress');
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browserAddress'));
  });
  afterAll(() => browser?.close());
  return {
    address,
    get browser() {
      if (browser === undefined) throw new Error('The browser is there only while tests run.');
      return browser;
    },
    async fetch(path) {
      const answer = await fetch(address + path);
      if (answer.status !== 200) throw new Error(`${path} is answered with ${answer.status}.`);
      const body = Buffer.from(await answer.arrayBuffer());
      return { type: answer.headers.get('content-type') ?? '', text: body.toString('utf8'), body };
    },
    async kinds() {
      const answer = await fetch(inject('kindsAddress'));
      const text = await answer.text();
      if (!answer.ok) throw new Error(text);
      return JSON.parse(text) as Kind[];
    },
  };
}
