import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build, type Plugin } from 'vite';
import { inject } from 'vitest';
import { library } from '#lib/server/library.ts';
import { root } from '../../src/commands/run.js';
import { builtServer } from '../../src/server/build.js';
import { cited, given } from './given.ts';
import { toVisit, toVisitOfExport, type Listed, type Output } from './kinds.ts';
import type { Plain } from './laws.ts';
import type { FromThread, Law, Setting, ToThread, Visited } from './visitor.ts';

/*
 * One pass over the site: every address is asked for once, and its answer is held against all laws by the thread that
 * asked. The tests of this folder read what was found; those that need one page more ask the same threads for it.
 */

/** Whether everything is visited, in both modes, and an export is written: `npm run prove`. */
export const isWhole: boolean = process.env['PROVE'] === '1';

/** Threads that visit all of the server: as many as there are cores to be counted on. */
const THREADS = 2;
/** MB that a thread has for what lives shortly: a document and its page are gone before they have to be moved. */
const YOUNG = 64;
/** Addresses that a thread is given at once. */
const AT_ONCE = 12;
/** Ms between two lines about how far it is. */
const EVERY = 5000;

/** Where archives and what is made on request are kept while the tests run. */
const scratch = inject('scratch');
/** What the site is started with, whatever the tests were started with. */
const own = {
  SEEDS: join(root, 'seeds'),
  REVISIONS: join(scratch, 'revisions'),
  MADE_FOLDER: join(scratch, 'made'),
  SITE_ADDRESS: '',
  BASE_PATH: '',
};
/** In the project's folder, so that the program finds its packages. */
const bundles = join(root, 'node_modules/.cache', basename(scratch));

/**
 * Nobody listens to a document that is only read. Without a map of listeners for each element, attribute and text the
 * laws need a quarter less time, most of it spent on giving memory back.
 */
const withoutListeners: Plugin = {
  name: 'documents-without-listeners',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('/linkedom/esm/interface/event-target.js')
      ? 'export class EventTarget { _getParent() { return null; } }'
      : null,
};

/** The thread's own program as one file: threads read no TypeScript. */
async function bundle(): Promise<string> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [withoutListeners],
    ssr: { noExternal: ['linkedom'] },
    build: {
      ssr: 'tests/site/visitor.ts',
      outDir: bundles,
      minify: false,
      sourcemap: 'inline',
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'visitor.mjs' } },
    },
  });
  return join(bundles, 'visitor.mjs');
}

/** One thread, and what it was asked that it has not answered yet. */
class Thread {
  readonly ready: Promise<readonly string[]>;
  readonly #worker: Worker;
  readonly #waiting = new Map<
    number,
    { done: (answer: Plain) => void; failed: (cause: Error) => void }
  >();
  #asked = 0;
  #visited: ((visited: readonly Visited[]) => void) | null = null;
  /** Rejected when the thread ends by an error. */
  readonly #failed: Promise<never>;

  constructor(program: string, setting: Setting, env: Readonly<Record<string, string>> = {}) {
    this.#worker = new Worker(program, {
      workerData: setting,
      env: { ...process.env, ...own, ...env },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    this.#worker.unref();
    this.#failed = new Promise((_done, failed) => this.#worker.once('error', failed));
    const ready = new Promise<readonly string[]>((done) => {
      this.#worker.on('message', (message: FromThread) => {
        if (message.type === 'ready') done(message.files);
        else if (message.type === 'visited') this.#visited?.(message.visited);
        else {
          const waiting = this.#waiting.get(message.id);
          this.#waiting.delete(message.id);
          if (message.type === 'got') waiting?.done(message.answer);
          else waiting?.failed(new Error(message.message));
        }
      });
    });
    this.ready = Promise.race([ready, this.#failed]);
  }

  send(message: ToThread) {
    this.#worker.postMessage(message);
  }

  visit(listed: readonly Listed[]): Promise<readonly Visited[]> {
    const visited = new Promise<readonly Visited[]>((done) => {
      this.#visited = done;
      this.send({ type: 'visit', listed });
    });
    return Promise.race([visited, this.#failed]);
  }

  get(address: string): Promise<Plain> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.send({ type: 'get', id, address });
    });
  }

  end = () => this.#worker.terminate();
}

/** What was found in one mode. */
export interface Found {
  readonly mode: string;
  readonly visited: readonly Visited[];
  /** By address. */
  readonly at: ReadonlyMap<string, Visited>;
  /** Every address that may be linked to. */
  readonly known: ReadonlySet<string>;
  /** Addresses that were not visited because others show the same another way. */
  readonly isLeftOut: (address: string) => boolean;
  /** Of an export that was written: how many files it has, and their bytes. */
  readonly size: { readonly files: number; readonly bytes: number } | null;
}

interface Running {
  readonly thread: Thread;
  readonly outputs: readonly Output[];
  readonly program: string;
  readonly folder: string;
  readonly setting: Setting;
}

/** Kept beside the modules, because each test file may have its own. */
const kept = globalThis as { siteThreads?: Promise<Running>; sitePass?: Promise<readonly Found[]> };

async function start(): Promise<Running> {
  const folder = await builtServer(root, console.log);
  const program = await bundle();
  const { figures } = library;
  const setting: Setting = { root, folder, source: 'server', given, figures, cited };
  const thread = new Thread(program, setting);
  await thread.ready;
  const outputs = jsonIn<readonly Output[]>(await thread.get('/outputs.json'));
  return { thread, outputs, program, folder, setting };
}

export const running = (): Promise<Running> => (kept.siteThreads ??= start());

/** One answer of the site, asked for now. */
export async function get(address: string): Promise<Plain> {
  const { thread } = await running();
  return thread.get(address);
}
export const bytesOf = async (address: string): Promise<Buffer> =>
  Buffer.from((await get(address)).body);
export const textOf = async (address: string): Promise<string> =>
  (await bytesOf(address)).toString('utf8');
const jsonIn = <T>({ body }: Plain): T => JSON.parse(Buffer.from(body).toString('utf8')) as T;

/** A number as a reader counts: 1,200. */
const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Says now and then how far a pass is. */
function progressOf(what: string, all: number) {
  const began = Date.now();
  let said = began;
  return (done: number) => {
    if (Date.now() - said < EVERY && done < all) return;
    said = Date.now();
    const seconds = Math.round((said - began) / 1000);
    process.stderr.write(`${what}: ${grouped(done)} of ${grouped(all)} (${seconds} s)\n`);
  };
}

/**
 * Gives each thread the next few addresses as soon as it has none.
 * @param first what the first thread visits before any other
 */
async function walk(
  what: string,
  threads: readonly Thread[],
  listed: readonly Listed[],
  first: readonly Listed[] = [],
) {
  const left = [...listed];
  const visited: Visited[] = [];
  const tell = progressOf(what, first.length + listed.length);
  await Promise.all(
    threads.map(async (thread, i) => {
      if (i === 0 && first.length > 0) visited.push(...(await thread.visit(first)));
      for (let next = left.splice(0, AT_ONCE); next.length > 0; next = left.splice(0, AT_ONCE)) {
        visited.push(...(await thread.visit(next)));
        tell(visited.length);
      }
    }),
  );
  return visited;
}

const found = (
  mode: string,
  visited: readonly Visited[],
  known: ReadonlySet<string>,
  isLeftOut: Found['isLeftOut'],
  size: Found['size'] = null,
): Found => ({
  mode,
  visited,
  at: new Map(visited.map((one) => [one.address, one])),
  known,
  isLeftOut,
  size,
});

async function passServer({ thread, program, setting, outputs }: Running): Promise<Found> {
  const others = Array.from({ length: THREADS - 1 }, () => new Thread(program, setting));
  const threads = [thread, ...others];
  const [files = []] = await Promise.all(threads.map(({ ready }) => ready));
  const known = new Set([...outputs.flatMap(({ addresses }) => addresses), ...files]);
  for (const thread of threads) thread.send({ type: 'links', known });
  const listed = toVisit(outputs, isWhole);
  // The largest first: the last addresses are small, so no thread waits for another. Those that list all other data files
  // with their hashes are one thread's: it writes these files once for all the lists.
  const lists = listed.filter(({ kind }) => kind.startsWith('files about'));
  const large = listed.filter(({ kind }) => kind.startsWith('data of the whole'));
  const beside = files.map((address) => ({ address, kind: 'files of the build' }));
  const rest = listed.filter((one) => !large.includes(one) && !lists.includes(one));
  const visited = await walk('The site', threads, [...large, ...beside, ...rest], lists);
  await Promise.all(others.map((one) => one.end()));
  const seen = new Set(listed.map(({ address }) => address));
  return found('server', visited, known, (address) => known.has(address) && !seen.has(address));
}

/** What an export would hold, asked of a server that names only that. */
async function passExport({ program, setting }: Running): Promise<Found> {
  const thread = new Thread(
    program,
    { ...setting, source: 'server in export mode' },
    { MODE: 'export' },
  );
  try {
    const files = await thread.ready;
    const outputs = jsonIn<readonly Output[]>(await thread.get('/outputs.json'));
    const known = new Set([...outputs.flatMap(({ exported }) => exported), ...files]);
    thread.send({ type: 'links', known });
    const listed = toVisitOfExport(outputs);
    const visited = await walk('An export', [thread], listed);
    const seen = new Set(listed.map(({ address }) => address));
    return found('export', visited, known, (address) => known.has(address) && !seen.has(address));
  } finally {
    await thread.end();
  }
}

/** An export as it is written for a host of files, every page and file of it. */
async function passFiles({ program, setting, outputs }: Running): Promise<Found> {
  const folder = join(scratch, 'export');
  process.stderr.write('An export is written …\n');
  const command = join(root, 'src/commands/export.js');
  await promisify(execFile)(process.execPath, [command, '--out', folder], {
    cwd: root,
    env: { ...process.env, ...own, PRECOMPRESS: '' },
    maxBuffer: 64e6,
  });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => ({ path: path.replaceAll('\\', '/'), at: statSync(join(folder, path)) }))
    .filter(({ at }) => at.isFile());
  const kinds = new Map(
    outputs.flatMap(({ kind, exported }) => exported.map((address) => [address, kind])),
  );
  // The page for what is not there has no address of its own.
  const addresses = files
    .map(({ path }) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`)
    .filter((address) => address !== '/404.html');
  const known = new Set(addresses);
  const threads = Array.from(
    { length: THREADS },
    () => new Thread(program, { ...setting, folder, source: 'files' }),
  );
  try {
    await Promise.all(threads.map(({ ready }) => ready));
    for (const thread of threads) thread.send({ type: 'links', known });
    const listed = addresses.map((address) => ({
      address,
      kind: kinds.get(address) ?? 'files of the build',
    }));
    const visited = await walk('An export', threads, listed);
    return found('export', visited, known, () => false, {
      files: files.length,
      bytes: files.reduce((sum, { at }) => sum + at.size, 0),
    });
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

async function passAll(): Promise<readonly Found[]> {
  const all = await running();
  if (!isWhole) return Promise.all([passServer(all), passExport(all)]);
  return [await passServer(all), await passFiles(all)];
}

/** The pass: begun by the test that asks first, and the same for all. */
export const pass = (): Promise<readonly Found[]> => (kept.sitePass ??= passAll());

/** `address: fault` for each fault by a law, first how many there are, then as many as can be read. */
export function faultsBy(law: Law, passes: readonly Found[]): string[] {
  return listed(
    passes.flatMap(({ mode, visited }) =>
      visited.flatMap(({ address, laws }) =>
        (laws[law] ?? []).map(
          (fault) => `${mode === 'server' ? '' : `${mode}: `}${address}: ${fault}`,
        ),
      ),
    ),
  );
}

export const listed = (faults: readonly string[]): string[] =>
  faults.length > 20 ? [`${faults.length} faults`, ...faults.slice(0, 20)] : [...faults];

/** How many answers were held against a law: a law that looks at nothing finds nothing. */
export const lookedAt = (law: Law, { visited }: Found): number =>
  visited.filter(({ laws }) => laws[law] !== undefined).length;
