import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { headersOf } from '../lib/server/headers.js';
import { Answers } from './answers.js';

/** @typedef {import('./answers.js').Plain} Plain */
/** @typedef {import('./answers.js').Answer} Answer */

/** Of the files that a build holds beside the pages. */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
};

/** Endings of media types whose characters are named, or a spreadsheet guesses. */
const NAMED = /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml)\b)/;

/** Addresses whose answer depends on what follows the question mark. */
const ASKS = /^\/oembed$|\.pdf$/;

/** Of the addresses that the first page names: its own situation's summary and its map. */
const WARM = /^\/[\w-]+\/(?:flows\/)?$/;

/** The page for every address that does not exist: it is one, whatever the address. */
const MISSING = '404';

/**
 * The site: what SvelteKit renders and the files beside it, by address.
 * @typedef {object} App
 * @property {string} base the path under which it is served, without a slash at its end; empty at the top of a host
 * @property {(path: string, query?: string) => Promise<{ key: string | null, answer: Answer }>} answer `path` is below
 *   `base` and begins with a slash; the key is null for what is not kept
 * @property {(path: string) => Promise<Plain>} fetch the same, not compressed and not kept
 * @property {Answers} answers what is kept
 * @property {() => Promise<void>} warm makes the first pages
 * @property {ReadonlyMap<string, Plain>} files scripts, styles and pictures of the build, by address
 */

/**
 * Loads a built server with the seeds that the environment names (SEEDS), which takes some seconds.
 * @param {string} folder of the built server
 * @returns {Promise<App>}
 * @throws {Error} when the seeds have faults
 */
export async function openApp(folder) {
  const load = (/** @type {string} */ file) =>
    import(pathToFileURL(join(folder, 'output/server', file)).href);
  const { Server } = await load('index.js');
  const { manifest } = await load('manifest-full.js');
  // Part of what was built: the name of a build depends on it.
  const base = process.env['BASE_PATH'] ?? '';
  // A server that runs needs nothing more from its folder, so an old build can be removed under it.
  const { nodes, routes } = manifest._;
  await Promise.all([
    ...nodes.map((/** @type {() => Promise<unknown>} */ node) => node()),
    ...routes.map((/** @type {{ endpoint?: () => Promise<unknown> }} */ route) =>
      route.endpoint?.(),
    ),
  ]);
  const server = new Server(manifest);
  await server.init({ env: /** @type {Record<string, string>} */ (process.env) });
  const files = filesOf(join(folder, 'output/client'));
  const answers = new Answers();

  /**
   * @param {string} path
   * @param {string} query
   * @param {boolean} [isInProcess] whether no reader asks
   * @returns {Promise<Plain>}
   */
  async function render(path, query, isInProcess = false) {
    const request = new Request(`http://localhost${base}${path}${query}`);
    /** @type {Response} */
    const response = await server.respond(request, {
      getClientAddress: () => '127.0.0.1',
      platform: { fetch: own, isInProcess },
    });
    const body = Buffer.from(await response.arrayBuffer());
    const headers = Object.fromEntries(response.headers);
    for (const name of ['etag', 'content-length', 'vary']) Reflect.deleteProperty(headers, name);
    const type = headers['content-type'] ?? '';
    if (NAMED.test(type) && !/charset/i.test(type))
      headers['content-type'] = `${type}; charset=utf-8`;
    if (type.startsWith('text/html')) headers['content-type'] = 'text/html; charset=utf-8';
    return { status: response.status, headers, body };
  }

  /** @param {string} path */
  async function own(path) {
    return files.get(path) ?? render(path, '', true);
  }

  /**
   * @param {string} path
   * @param {string} [query] with its question mark
   */
  async function answer(path, query = '') {
    const key = ASKS.test(path) ? null : path;
    const held = key === null ? undefined : answers.get(key);
    if (held !== undefined) return { key, answer: held };
    const made = await answers.getOrMake(path + (key === null ? query : ''), () => {
      const file = files.get(path);
      return file ? Promise.resolve(file) : render(path, query);
    });
    if (made.status === 200) return { key, answer: made };
    if (made.status !== 404) return { key: null, answer: made };
    const missing = answers.get(MISSING) ?? made;
    return { key: MISSING, answer: missing };
  }

  /** What everybody asks for first is made before anybody asks, and compressed at the best level. */
  async function warm() {
    const front = await answer('/');
    const page = (await own('/')).body.toString('utf8');
    const needed = [...page.matchAll(/(?:href|src)="\.(\/[^"#?]*)"/g)].flatMap(
      ([, path]) => path ?? [],
    );
    const first = needed.filter((path) => files.has(path) || WARM.test(path));
    for (const path of new Set(['/', ...first])) {
      const { key, answer: made } = path === '/' ? front : await answer(path);
      // Twice, because what is asked for again is compressed at its best.
      for (const encoding of /** @type {const} */ (['br', 'br', 'gzip'])) await made.body(encoding);
      if (key !== null) answers.keep(key, made);
    }
  }

  return { base, answer, fetch: own, answers, warm, files };
}

/**
 * The files that a build lays beside the pages, by address: they are few and small, and never read again.
 * @param {string} folder
 * @returns {Map<string, Plain>}
 */
function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => {
        const path = `/${name.replaceAll('\\', '/')}`;
        const kind = /** @type {keyof typeof types} */ (extname(name));
        const headers = {
          'content-type': types[kind] ?? 'application/octet-stream',
          ...headersOf(path),
        };
        return [path, { status: 200, headers, body: readFileSync(join(folder, name)) }];
      }),
  );
}
