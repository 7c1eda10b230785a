import { readdirSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from './seed-reader.js';

/** @typedef {Pick<import('../server/app.js').App, 'base' | 'fetch'>} Site the site, answered in this process */

/** Milliseconds: whoever opens a press closes it, however long it waits for work. */
const IDLE = 600_000;

/**
 * Prints sheets of the site with one browser; `close` ends it.
 * @param {Site} site
 * @param {string} [wanted] the situation; without it the first
 * @returns {Promise<{ print: (address: string) => Promise<Uint8Array>, situation: string, days: string[], revision: string,
 *   close: () => Promise<void> }>} `address` below the site's base, with its query; the publication days and the data
 *   revision are those of the site
 * @throws {Error} one sentence, without such a situation or a browser
 */
export async function openPress(site, wanted) {
  const { findBrowser } = await import('../lib/server/made/browser.js');
  await findBrowser();
  const known = situationsInSeeds();
  const situation = wanted ?? known[0];
  if (situation === undefined || !known.includes(situation))
    throw new Error(`There is no situation ${situation ?? ''}; there are ${known.join(', ')}.`);
  const read = async (/** @type {string} */ path) => {
    const { status, body } = await site.fetch(path);
    if (status !== 200) throw new Error(`The site has no ${path}.`);
    return body.toString('utf8');
  };
  /** @type {string[]} */
  const days = JSON.parse(await read(`/data/${situation}/days.json`));
  const newest = days.at(-1) ?? '';
  const page = await read(`/${situation}/print/`);
  const revision = /data-foot="[^"]* (\S+)"/.exec(page)?.[1] ?? '';
  const { SheetPrinter } = /** @type {typeof import('../lib/server/made/sheet-printer.ts')} */ (
    await load('server/made/sheet-printer.ts')
  );
  const printer = new SheetPrinter(IDLE);
  return {
    situation,
    days,
    revision,
    print: (address) => printer.print(site, address, newest),
    close: () => printer.close(),
  };
}

/** The situations of the seeds that the site shows, by name. */
function situationsInSeeds() {
  const seeds = resolve(process.env['SEEDS'] ?? 'seeds');
  return readdirSync(seeds)
    .filter((name) => existsSync(join(seeds, name, 'situation.yaml')))
    .sort();
}
