import { createRequire } from 'node:module';
import type { Browser, Page, Route } from 'playwright';
import { findBrowser } from './browser.js';
import { finishedPdf } from './finished-pdf.ts';
import { leadToSite, loadFaces, readAbout } from './in-page.ts';
import { ORIGIN, pathWithin, type Site } from './site.ts';

/** What drives a browser takes half a second to load, so it is loaded when it is needed. */
const require = createRequire(import.meta.url);
const playwright = () => require('playwright') as typeof import('playwright');

/** Milliseconds that a browser has to close before it is ended. */
const GRACE = 3_000;

/**
 * Prints pages of the site as PDF with one Chromium, which is started when it is first needed. It ends with `close`,
 * after a while without work, and with this process; its profile folder goes with it.
 */
export class SheetPrinter {
  readonly #idle: number;
  #browser: Promise<Browser> | null = null;
  #printing = 0;
  #closing: NodeJS.Timeout | undefined;

  /** @param idle milliseconds without work after which the browser is closed */
  constructor(idle: number) {
    this.#idle = idle;
  }

  /**
   * The sheets of a page as a tagged PDF. What the page asks for is answered by the site alone.
   * @param address of a page of sheets below the site's base, with its query
   * @param newest publication day of the data: the date of the file
   * @param signal when it is aborted, the page is closed, and the browser with it
   * @throws {Error} one sentence, without a browser or such a page; the signal's reason where it was aborted
   */
  async print(
    site: Site,
    address: string,
    newest: string,
    signal?: AbortSignal,
  ): Promise<Uint8Array> {
    clearTimeout(this.#closing);
    this.#printing += 1;
    try {
      const browser = await this.#open();
      signal?.throwIfAborted();
      // A browser with which a page did not get done in its time is not used again.
      const stop = () => void this.#discard(browser);
      signal?.addEventListener('abort', stop);
      const page = await browser.newPage({ serviceWorkers: 'block' });
      try {
        await page.route('**/*', (route) => answerFrom(site, route));
        return await printed(page, site.base + address, newest);
      } catch (cause) {
        // What the browser says of a page that is taken from it depends on what it was doing.
        signal?.throwIfAborted();
        throw cause;
      } finally {
        signal?.removeEventListener('abort', stop);
        await page.close().catch(() => undefined);
      }
    } finally {
      this.#printing -= 1;
      if (this.#printing === 0) {
        this.#closing = setTimeout(() => void this.close(), this.#idle);
        this.#closing.unref();
      }
    }
  }

  /** Ends the browser, if there is one. */
  async close(): Promise<void> {
    clearTimeout(this.#closing);
    const browser = await this.#browser?.catch(() => null);
    if (browser) await this.#discard(browser);
  }

  #open(): Promise<Browser> {
    this.#browser ??= this.#launch().catch((cause: unknown) => {
      this.#browser = null;
      throw cause;
    });
    return this.#browser;
  }

  async #launch(): Promise<Browser> {
    const { launchOptions } = await findBrowser();
    // Signals are this process's to answer; the browser is ended with it in any case.
    const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
    const browser = await playwright()
      .chromium.launch({ ...launchOptions, ...signals })
      .catch((cause: unknown) => {
        throw new Error('Chromium does not start here.', { cause });
      });
    browser.once('disconnected', () => void this.#forget(browser));
    return browser;
  }

  /** The next page gets another browser. */
  async #forget(browser: Browser): Promise<void> {
    const current = this.#browser;
    if ((await current?.catch(() => null)) === browser && this.#browser === current)
      this.#browser = null;
  }

  async #discard(browser: Browser): Promise<void> {
    await this.#forget(browser);
    // Asked a second time it is ended by force.
    const force = setTimeout(() => void browser.close().catch(() => undefined), GRACE);
    await browser.close().catch(() => undefined);
    clearTimeout(force);
  }
}

/**
 * Answers what a page asks for, from the site and from nowhere else.
 * @param route has no way to the network
 */
export async function answerFrom(
  site: Site,
  route: Pick<Route, 'request' | 'abort' | 'fulfill'>,
): Promise<void> {
  try {
    const path = pathWithin(site, route.request().url());
    if (path === null) return await route.abort();
    const { status, headers, body } = await site.fetch(path);
    await route.fulfill({ status, headers: { ...headers }, body });
  } catch {
    // The page may have been closed meanwhile; otherwise it lacks something, and says so.
    await route.abort().catch(() => undefined);
  }
}

async function printed(page: Page, address: string, newest: string): Promise<Uint8Array> {
  const answer = await page.goto(ORIGIN + address);
  if (answer?.status() !== 200) throw new Error(`There are no sheets at ${address}.`);
  await page.waitForSelector('html[data-sheet="ready"]', { state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(loadFaces);
  const about = await page.evaluate(readAbout);
  await page.evaluate(leadToSite);
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  return finishedPdf(pdf, about, newest);
}
