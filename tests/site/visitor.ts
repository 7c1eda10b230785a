import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Figure } from '#lib/records/model.ts';
import { faultsBySchema } from '../support/by-schema.ts';
import { documentAt } from '../support/dom.ts';
import { entriesOfAtom, faultsOfAtom, faultsOfJsonFeed } from '../support/feeds.ts';
import { faultsOfCatalogue, isCatalogue } from '../support/numbers-in-catalogue.ts';
import { faultsOfCsv, faultsOfJson, type Citable } from '../support/numbers-in-file.ts';
import { faultsOfNumbers, type Given } from '../support/numbers-in-page.ts';
import { outlineOf } from '../support/outline.ts';
import type { Listed } from './kinds.ts';
import { faultsOfSentences } from './sentences.ts';
import {
  ancestorsOf,
  faultsOfEmbed,
  faultsOfHeaders,
  faultsOfHeadings,
  faultsOfIds,
  faultsOfPolicy,
  faultsOfTags,
  host,
  largestOf,
  policyInPage,
  tagsOf,
  type Plain,
} from './laws.ts';

/*
 * A thread that asks the site for one address after the other and holds each answer against all laws. It is sent
 * addresses, and answers with what it found; between two of them it gives the bytes of any address asked for.
 */

/** What a thread is started with. */
export interface Setting {
  /** The project's folder. */
  readonly root: string;
  /** Of the built server; or, of an export, that of its files. */
  readonly folder: string;
  readonly source: 'server' | 'server in export mode' | 'files';
  readonly given: Given;
  readonly figures: readonly Figure[];
  readonly cited: Citable;
}

/** Every law that is asked of one answer at a time. */
export type Law =
  | 'answers'
  | 'headers'
  | 'policy'
  | 'numbers'
  | 'sentences'
  | 'markup'
  | 'headings'
  | 'ids'
  | 'links'
  | 'embeds'
  | 'tags'
  | 'schema'
  | 'feeds'
  | 'bytes';

/** What was found at one address. */
export interface Visited extends Listed {
  readonly bytes: number;
  /** Of files below /data/. */
  readonly sha256: string | null;
  /** Every law that it was held against, and what is wrong by it. */
  readonly laws: Readonly<Partial<Record<Law, readonly string[]>>>;
  readonly title: string | null;
  readonly canonical: string | null;
  /** Ids on the page, and where links lead to a place on another page, each joined by line breaks. */
  readonly ids: string;
  readonly places: string;
  /** Styles that a page links to and that are made when asked for. */
  readonly styles: readonly string[];
  /** The entries of a list of changes or of a feed, in their order, and a mark of all they say. */
  readonly entries: readonly string[] | null;
  readonly said: string | null;
  /** The address of the picture with which a page is shared. */
  readonly picture: string | null;
  /** Milliseconds that rendering and the laws took. */
  readonly took: readonly [rendering: number, laws: number];
}

export type ToThread =
  | { readonly type: 'links'; readonly known: ReadonlySet<string> }
  | { readonly type: 'visit'; readonly listed: readonly Listed[] }
  | { readonly type: 'get'; readonly id: number; readonly address: string };
export type FromThread =
  | { readonly type: 'ready'; readonly files: readonly string[] }
  | { readonly type: 'visited'; readonly visited: readonly Visited[] }
  | { readonly type: 'got'; readonly id: number; readonly answer: Plain }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

const { root, folder, source, given, figures, cited } = workerData as Setting;
const port = parentPort;
if (!port) throw new Error('This module is a thread.');
const say = (message: FromThread) => port.postMessage(message);

interface App {
  readonly fetch: (path: string) => Promise<Plain>;
  readonly files: ReadonlyMap<string, Plain>;
}
const own = <Module>(path: string): Promise<Module> =>
  import(/* @vite-ignore */ pathToFileURL(join(root, path)).href) as Promise<Module>;
const app: App | null =
  source === 'files'
    ? null
    : await (
        await own<{ openApp: (folder: string) => Promise<App> }>('src/server/app.js')
      ).openApp(folder);
const { asFile } = await own<{ asFile: (address: string, answer: Plain) => Buffer }>(
  'src/server/export.js',
);
const { brotliBest } = await own<{ brotliBest: (text: Buffer) => Promise<Buffer> }>(
  'src/server/compress.js',
);

const quotes = new Set(Object.values(given.expected).map(({ quote }) => quote));
/** Every address and file that a link may lead to. */
let known: ReadonlySet<string> = new Set();

async function get(address: string): Promise<Plain> {
  if (app === null) {
    const path = address.endsWith('/') ? `${address}index.html` : address;
    return { status: 200, headers: {}, body: await readFile(join(folder, path)) };
  }
  return app.fetch(address);
}

/** Of addresses that no list names: styles of pages and archives, which are there when they can be had. */
const asked = new Map<string, Promise<boolean>>();
function isThere(path: string): Promise<boolean> {
  const held =
    asked.get(path) ??
    get(path).then(
      ({ status }) => status === 200,
      () => false,
    );
  asked.set(path, held);
  return held;
}
const MADE_WHEN_ASKED = /^\/styles\/\w+\.css$|^\/data\/[^/]+\/revisions\/[\w-]+\.zip$/;

async function isLinkTo(link: string): Promise<boolean> {
  const { pathname, searchParams } = new URL(link, host);
  if (pathname === '/oembed' && source === 'server')
    return known.has(searchParams.get('url') ?? '');
  if (known.has(pathname)) return true;
  return app !== null && MADE_WHEN_ASKED.test(pathname) && isThere(pathname);
}

/** Pages with sentences about other figures that `sentences.ts` works out again. */
const SPEAKS =
  /^\/(?:[^/]+\/(?:(?:on|series|print\/on)\/[^/]+\/|flows\/[^/]+\/(?:[^/]+\/)?)?|embed\/[^/]+\/counters\/[^/]+\/)$/;
const figureFile = /^\/data\/[^/]+\/(?:figures|(?:series|days|flows)\/.*(?<!\.chart))\.json$/;
let schema: Promise<string> | null = null;

/** Faults of one answer that are worth reading. */
const MOST = 10;

/** What takes long to make is asked for again while the site says that it is being made. */
async function getPatiently(address: string): Promise<Plain> {
  for (let tries = 0; ; tries += 1) {
    const answer = await get(address);
    if (answer.status !== 503 || tries === TRIES) return answer;
    await new Promise((done) => setTimeout(done, Number(answer.headers['retry-after']) * 1000));
  }
}
const TRIES = 10;

async function visit({ address, kind }: Listed): Promise<Visited> {
  const began = performance.now();
  const answer = await getPatiently(address);
  const rendered = performance.now();
  const laws: Partial<Record<Law, readonly string[]>> = {};
  const isPage = address.endsWith('/');
  const bytes =
    isPage && source === 'server in export mode' ? asFile(address, answer) : answer.body;
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = {
    title: null as string | null,
    canonical: null as string | null,
    ids: '',
    places: '',
    styles: [] as readonly string[],
    entries: null as readonly string[] | null,
    said: null as string | null,
    picture: null as string | null,
  };
  laws.answers = answer.status === 200 && body.length > 0 ? [] : [`status ${answer.status}`];
  if (answer.status === 200) {
    if (source === 'server') laws.headers = faultsOfHeaders(address, answer);
    if (isPage || address.endsWith('.svg')) await read();
    else await readFileOfData();
    if (source === 'server') await weigh();
  }

  async function read() {
    const document = documentAt(address, body.toString('utf8'));
    laws.numbers = faultsOfNumbers(document, address, given);
    if (isPage && SPEAKS.test(address)) laws.sentences = faultsOfSentences(document, address);
    const outline = outlineOf(document, address, host);
    laws.markup = outline.faults;
    laws.ids = faultsOfIds(outline);
    const links = outline.links.map((link) => link.split('#')[0] ?? '');
    const lost = [];
    for (const link of new Set(links)) if (!(await isLinkTo(link))) lost.push(`leads to ${link}`);
    laws.links = lost;
    found.ids = outline.ids.join('\n');
    found.places = outline.links.filter((link) => /#./.test(link)).join('\n');
    if (!isPage) return;
    found.title = outline.title;
    found.canonical = outline.canonical;
    found.styles = links.filter((link) => link.startsWith('/styles/'));
    laws.headings = faultsOfHeadings(outline);
    if (source === 'server') {
      const policy = answer.headers['content-security-policy'] ?? '';
      laws.policy = faultsOfPolicy(policy, outline, ancestorsOf(address));
    } else {
      const { policy, faults } = policyInPage(document);
      laws.policy = [...faults, ...faultsOfPolicy(policy, outline, null)];
    }
    if (address.startsWith('/embed/') && address !== '/embed/')
      laws.embeds = faultsOfEmbed(document);
    const tags = tagsOf(document);
    laws.tags = faultsOfTags(address, tags, quotes);
    found.picture = tags['og:image'] ?? null;
    if (kind === 'changes')
      found.entries = [...document.querySelectorAll('[data-change]')].map(({ id }) => id);
  }

  async function readFileOfData() {
    if (!/\.(?:csv|json|jsonld|xml)$/.test(address)) return;
    const text = body.toString('utf8');
    if (address.endsWith('.csv')) laws.numbers = faultsOfCsv(text, figures);
    else if (address.endsWith('.xml')) {
      laws.feeds = faultsOfAtom(text);
      const entries = entriesOfAtom(text);
      found.entries = entries.map(({ address: to }) => to.split('#')[1] ?? '');
      found.said = markOf(entries.map((entry) => [entry.id, entry.title, entry.text]));
    } else if (isCatalogue(address.slice(1))) laws.numbers = faultsOfCatalogue(text, cited.titles);
    else laws.numbers = faultsOfJson(text, figures, cited);
    if (kind === 'feeds' && address.endsWith('.json')) {
      laws.feeds = faultsOfJsonFeed(text);
      const { items } = JSON.parse(text) as {
        items: { id: string; title: string; content_text: string }[];
      };
      found.said = markOf(items.map((item) => [item.id, item.title, item.content_text]));
    }
    if (figureFile.test(address)) {
      schema ??= get('/data/schemas/figures.schema.json').then(({ body: of }) =>
        Buffer.from(of).toString('utf8'),
      );
      laws.schema = faultsBySchema(await schema, text);
    }
  }

  async function weigh() {
    const most = largestOf(kind, address);
    if (most === null) return;
    const sent = await sizeWithin(most, body);
    const faults = sent <= most ? [] : [`${sent} bytes as brotli, ${sent - most} too many`];
    if (/^\/embed\/[^/]+\/(?:figures|series)\//.test(address) && body.length > most)
      faults.push(`${body.length} bytes unpacked, ${body.length - most} too many`);
    laws.bytes = faults;
  }

  for (const [law, faults] of Object.entries(laws))
    if (faults.length > MOST) laws[law as Law] = [...faults.slice(0, MOST), '… and more'];
  return {
    address,
    kind,
    bytes: body.length,
    sha256: address.startsWith('/data/') && !isPage ? sha256(body) : null,
    laws,
    ...found,
    took: [rendered - began, performance.now() - rendered],
  };
}

/** Bytes as brotli; what is small enough when compressed quickly is smaller still at its best. */
async function sizeWithin(most: number, body: Buffer): Promise<number> {
  for (const quality of [5, 10]) {
    const { length } = brotliCompressSync(body, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    });
    if (length <= most) return length;
  }
  return (await brotliBest(body)).length;
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const markOf = (value: unknown) => sha256(JSON.stringify(value));

/** Whatever a law throws is a fault of the address too. */
const visitSafely = (listed: Listed): Promise<Visited> =>
  visit(listed).catch((cause: unknown) => ({
    ...listed,
    bytes: 0,
    sha256: null,
    laws: { answers: [cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)] },
    title: null,
    canonical: null,
    ids: '',
    places: '',
    styles: [],
    entries: null,
    said: null,
    picture: null,
    took: [0, 0],
  }));

port.on('message', (message: ToThread) => {
  if (message.type === 'links') known = message.known;
  else if (message.type === 'get') {
    const { id, address } = message;
    get(address).then(
      ({ status, headers, body }) => say({ type: 'got', id, answer: { status, headers, body } }),
      (cause: unknown) => say({ type: 'failed', id, message: String(cause) }),
    );
  } else void visitAll(message.listed);
});

async function visitAll(listed: readonly Listed[]) {
  const visited: Visited[] = [];
  for (const one of listed) {
    visited.push(await visitSafely(one));
    // What is asked for meanwhile has its turn.
    await new Promise((done) => setImmediate(done));
  }
  say({ type: 'visited', visited });
}

say({ type: 'ready', files: [...(app?.files.keys() ?? [])] });
