import { readFileSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LRUCache } from 'lru-cache';
import { headersOf } from '../lib/server/headers.js';
import { Answers } from './answers.js';

/** @typedef {import('./answers.js').Plain} Plain */
/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('./answers.js').FileAnswer} FileAnswer */

/** Of the files that a build holds beside the pages. */
const types = {
  '.woff2': 'font/woff2',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/** Endings of media types whose characters are named, or a spreadsheet guesses. */
const NAMED = /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml)\b)/;

/** Addresses whose answer depends on what follows the question mark. */
const ASKS = /^\/oembed$|\.pdf$/;

/** What SvelteKit answers beside the pages, for programs of its own that no page uses. */
const NO_PAGE = /^\/_app\/|\/__\w+\.js(?:on)?$/;

/** Of the addresses that the first page names: its own situation's summary and its map. */
const WARM = /^\/[\w-]+\/(?:flows\/)?$/;

/** The page for every address that does not exist is made under this one. */
export const MISSING = '/404/';
/** The page for an error of the server is made under this one, when it starts. */
const FAILED = '/500/';
/** Bytes of addresses that are kept as missing. */
const MISSED = 1024 * 1024;

/**
 * The site: what SvelteKit renders and the files beside it, by address.
 * @typedef {object} App
 * @property {string} base the path under which it is served, without a slash at its end; empty at the top of a host
 * @property {(path: string, query?: string) => Promise<{ key: string | null, answer: Answer | FileAnswer }>} answer
 *   `path` is below `base` and begins with a slash; the key is null for what is not kept
 * @property {(path: string) => Promise<Plain>} fetch the same, not compressed and not kept
 * @property {Answers} answers what is kept
 * @property {() => Promise<void>} warm makes the first pages
 * @property {Plain | null} failed the page for an error, to be sent when nothing can be made
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
  await loadAll(manifest._);
  const server = new Server(manifest);
  await server.init({ env: /** @type {Record<string, string>} */ (process.env) });

  /** @type {Render} */
  async function render(path, query, platform) {
    const request = new Request(`http://localhost${base}${path}${query}`);
    const response = await server.respond(request, {
      getClientAddress: () => '127.0.0.1',
      platform,
    });
    return plainOf(response);
  }

  const failed = await render(FAILED, '', {});
  if ('file' in failed || failed.status !== 500) throw new Error('There is no page for an error.');
  return appOf({ base, files: filesOf(join(folder, 'output/client')), failed, render });
}

/**
 * Loads all that pages and files are made with, so that a server that runs needs nothing more from its folder: an old build
 * can be removed under it.
 * @param {{ nodes: (() => Promise<{ component?: () => Promise<unknown> }>)[], routes: { endpoint?: () => Promise<unknown> }[] }} manifest
 */
async function loadAll({ nodes, routes }) {
  await Promise.all(nodes.map(async (node) => (await node()).component?.()));
  await Promise.all(routes.map(({ endpoint }) => endpoint?.()));
}

/**
 * @typedef {(path: string, query: string, platform: object) => Promise<Plain | FileAnswer>} Render
 */

/**
 * Values of headers, each once: thousands of answers are kept, and pages of one kind have the same.
 * @type {LRUCache<string, string>}
 */
const values = new LRUCache({ max: 1000 });

/** @param {string} value @returns {string} */
function once(value) {
  const held = values.get(value);
  if (held === undefined) values.set(value, value);
  return held ?? value;
}

/**
 * @param {Response} response
 * @returns {Promise<Plain | FileAnswer>}
 */
async function plainOf(response) {
  const headers = Object.fromEntries(
    [...response.headers].map(([name, value]) => [name, once(value)]),
  );
  const file = headers['x-file'];
  for (const name of ['etag', 'content-length', 'vary', 'x-file', 'x-sveltekit-normalize'])
    Reflect.deleteProperty(headers, name);
  const type = headers['content-type'] ?? '';
  if (NAMED.test(type) && !/charset/i.test(type))
    headers['content-type'] = `${type}; charset=utf-8`;
  if (type.startsWith('text/html')) headers['content-type'] = 'text/html; charset=utf-8';
  if (file !== undefined) return { status: 200, headers, file };
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
}

/**
 * A site by what renders its pages: what is asked for is kept, made once for all who ask at the same time, and looked up
 * among the files first.
 * @param {{ base: string, files: ReadonlyMap<string, Plain>, failed?: Plain | null, render: Render }} site
 * @returns {App}
 */
export function appOf({ base, files, failed = null, render }) {
  const answers = new Answers();
  /** Addresses just found missing: programs that try addresses ask the same ones again. @type {LRUCache<string, true>} */
  const missed = new LRUCache({ maxSize: MISSED, sizeCalculation: (_, path) => path.length });

  /**
   * @param {string} path
   * @param {string} [query]
   * @param {boolean} [isInProcess] whether no reader asks
   */
  async function make(path, query = '', isInProcess = false) {
    const file = files.get(path);
    if (file) return file;
    return render(NO_PAGE.test(path) ? MISSING : path, query, { fetch: own, isInProcess });
  }

  /**
   * @param {string} path
   * @returns {Promise<Plain>}
   */
  async function own(path) {
    const made = await make(path, '', true);
    if (!('file' in made)) return made;
    return { status: 200, headers: made.headers, body: await readFile(made.file) };
  }

  const missing = async () => {
    const held = answers.get(MISSING);
    if (held) return { key: MISSING, answer: held };
    const answer = await answers.getOrMake(MISSING, () => make(MISSING));
    if (answer.status !== 404 || 'file' in answer) return { key: null, answer };
    answers.keep(MISSING, answer);
    return { key: MISSING, answer };
  };

  /**
   * @param {string} path
   * @param {string} [query] with its question mark
   * @returns {ReturnType<App['answer']>}
   */
  async function answer(path, query = '') {
    if (path === MISSING || path === FAILED || missed.get(path)) return missing();
    const key = ASKS.test(path) ? null : path;
    const held = key === null ? undefined : answers.get(key);
    if (held !== undefined) return { key, answer: held };
    const asked = key === null ? query : '';
    const made = await answers.getOrMake(path + asked, () => make(path, asked));
    if ('file' in made) return { key: null, answer: made };
    const { status, headers } = made;
    if (key !== null && (status === 404 || (status === 308 && !(await leads(headers['location'])))))
      missed.set(path, true);
    if (status === 404 || missed.has(path)) return missing();
    // Also where the file, had it been made, would be for good.
    if (status >= 500) headers['cache-control'] = 'no-cache';
    if (status !== 200 || key === null) return { key: null, answer: made };
    answers.keep(key, made);
    return { key, answer: made };
  }

  /**
   * Whether there is something where a redirect leads to, at once or by another redirect.
   * @param {string} [location]
   */
  async function leads(location = '') {
    const { pathname, search } = new URL(location, 'http://localhost');
    const { answer: there } = await answer(pathname.slice(base.length), search);
    return there.status === 200 || there.status === 308;
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
      if ('file' in made) continue;
      // Twice, because what is asked for again is compressed at its best.
      for (const encoding of /** @type {const} */ (['br', 'br', 'gzip'])) await made.body(encoding);
      if (key !== null) answers.keep(key, made);
    }
  }

  return { base, answer, fetch: own, answers, warm, files, failed };
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
