import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { pngOf } from './png.ts';
import { Queue } from './queue.ts';
import { SheetPrinter } from './sheet-printer.ts';
import { ORIGIN, pathWithin, type Site } from './site.ts';
import { Store } from './store.ts';

/** Bytes on disk: some 3,000 pictures or 600 sets of sheets. */
const BOUND = 200_000_000;

/** Where made files are kept: MADE_FOLDER, or `dist/made` in the folder in which the program runs. */
const store = new Store(resolve(process.env['MADE_FOLDER'] ?? 'dist/made'), BOUND);

/** One who asks is answered before the server ends a connection on which nothing moves (20 s). */
const queue = new Queue({ waiting: 8, limit: 60_000, patience: 15_000, again: 10 });
const printer = new SheetPrinter(60_000);

/** What makes the files, by kind: another number, and they are made again. */
const VERSIONS = { png: 1, pdf: 1 } as const;

/** A name that changes with all that a file is made from. */
function keyOf(kind: keyof typeof VERSIONS, parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256').update(`${kind} ${String(VERSIONS[kind])}`);
  for (const part of parts) hash.update(`\0${String(Buffer.byteLength(part))}\0`).update(part);
  return hash.digest('hex').slice(0, 32);
}

/** A file from the disk, or made in its turn and kept there. */
async function keptOrMade(
  key: string,
  make: (signal: AbortSignal) => Promise<Uint8Array>,
): Promise<Buffer> {
  const held = await store.get(key);
  return (
    held ??
    queue.add(key, async (signal) => {
      const bytes = Buffer.from(await make(signal));
      // It can be sent all the same.
      await store.put(key, bytes).catch((cause: unknown) => {
        console.error('A file that was made could not be kept:', cause);
      });
      return bytes;
    })
  );
}

/**
 * An SVG as PNG.
 * @throws {NotYet} when it cannot be made now
 */
export const madePng = (svg: string): Promise<Buffer> =>
  keptOrMade(keyOf('png', [svg]), () => pngOf(svg));

/**
 * The sheets of a page as a tagged PDF.
 * @param path of the page below the site's base
 * @param query with its question mark; empty for the default
 * @param newest publication day of the data
 * @throws {NotYet} when it cannot be made now
 */
export async function madePdf(
  site: Site,
  path: string,
  query: string,
  newest: string,
): Promise<Buffer> {
  const key = keyOf('pdf', [query, newest, ...(await sourcesOf(site, path))]);
  return keptOrMade(key, (signal) => printer.print(site, path + query, newest, signal));
}

/** A page, and the styles and scripts that it names; what those name in turn has a name by its content. */
async function sourcesOf(site: Site, path: string): Promise<Buffer[]> {
  const { status, body } = await site.fetch(path);
  if (status !== 200) throw new Error(`There are no sheets at ${path}.`);
  const elements = (body.toString('utf8').match(/<(?:link|script)\b[^>]*>/g) ?? []).filter(
    (element) => element.startsWith('<script') || element.includes('rel="stylesheet"'),
  );
  const page = new URL(site.base + path, ORIGIN);
  const named = elements.flatMap((element) => {
    const [, address] = /\b(?:href|src)="([^"]*)"/.exec(element) ?? [];
    return address === undefined ? [] : (pathWithin(site, new URL(address, page).href) ?? []);
  });
  const files = await Promise.all(named.map(async (file) => (await site.fetch(file)).body));
  return [body, ...files];
}
