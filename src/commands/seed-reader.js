import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { readSeedFiles } from '../lib/server/seed-files.js';
import { finishFound } from './journal.js';
import { load } from './load.js';
import { tellTo } from './tell.js';

export { load };

/** Letters of seeds that take over a second to read. */
const LONG_READING = 6_000_000;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What a command about the seeds begins with: the folder read, or why it cannot be, already told.
 * @param {string | undefined} given a folder of seeds; without one those of this house
 * @param {import('./tell.js').Tell} [tell]
 * @param {import('../lib/server/tables/local-copies.ts').Asking} [asking] whether the network is asked for tables that lie elsewhere
 */
export async function openSeeds(given, tell = tellTo(), asking = 'never') {
  const folder = seedsFolder(given);
  // The library takes its time to load; the disk can be read meanwhile.
  const reader = load('server/tables/figure-tables.ts');
  const files = await readAtOnce(folder).catch((cause) => {
    if (cause instanceof Error && 'code' in cause) return String(cause.code);
    throw cause;
  });
  const { addressesOf, localCopies, readHouse, tablesIn } =
    /** @type {typeof import('../lib/server/tables/figure-tables.ts')} */ (await reader);
  if (typeof files === 'string') {
    const error = `The folder ${given ?? 'seeds'} cannot be read: ${fileTrouble(files)}.`;
    tell.warn(error);
    tell.object({ ok: false, error });
    return null;
  }
  const tables = await copies(tablesIn(files.tables, files.texts, `${folder}/`));
  // Nothing can be told while they are read, so it is told before.
  const letters = Object.values(files.texts).reduce((sum, text) => sum + text.length, 0);
  const progress = tell.progress('Reading the seeds', letters > LONG_READING);
  progress.at(0);
  /** @param {Record<string, string>} texts */
  const read = (texts) => readHouse(texts, tables, today());
  const readings = await read(files.texts);
  progress.end();
  const found = readings.flatMap(({ faults }) => faults.map(({ message }) => message));
  return {
    folder,
    texts: files.texts,
    read,
    tables,
    readings,
    faults: [...files.faults, ...found],
  };

  /** @param {import('../lib/server/tables/figure-tables.ts').FigureTable[]} named */
  async function copies(named) {
    const many = addressesOf(named).length;
    const fetching = tell.progress(`Fetching ${count(many, 'table')}`);
    let done = 0;
    const local = await localCopies(named, {
      asking,
      folder: resolve(ROOT, process.env['TABLES_CACHE'] || '.cache/tables'),
      onFetch: () => fetching.at(done++, many),
    });
    fetching.end();
    if (asking === 'never')
      for (const { path, remote, fetched } of local)
        if (remote !== undefined && fetched !== undefined)
          tell.warn(
            `${path}: read as it was on ${minute(fetched)} (UTC); npm run seeds -- check --fetch asks for its newest state`,
          );
    return local;
  }
}

/**
 * The folder of seeds that is meant.
 * @param {string | undefined} given without one that of this project
 */
export const seedsFolder = (given) => (given === undefined ? `${ROOT}seeds` : resolve(given));

/** How often a folder to which others write all the time is read anew. */
const READINGS = 20;

/**
 * The files as they were at one moment. Each step that writes several makes and takes away its journal in the folder
 * (journal.js), so one that came between is seen by the folder's time, and all is read once more.
 * @param {string} folder
 */
async function readAtOnce(folder) {
  for (let turn = 1; ; turn += 1) {
    finishFound(folder);
    const before = statSync(folder, { bigint: true }).mtimeNs;
    const files = await readSeedFiles(folder);
    if (statSync(folder, { bigint: true }).mtimeNs === before || turn === READINGS) return files;
  }
}

/** @param {number} time in milliseconds since 1970 */
const minute = (time) => new Date(time).toISOString().slice(0, 16).replace('T', ' at ');

/**
 * The latest day that it is anywhere on Earth: who keeps the figures in the east is never told to wait.
 */
export function today() {
  const farthestEast = 14 * 3_600_000;
  const text = new Date(Date.now() + farthestEast).toISOString().slice(0, 10);
  return /** @type {import('../lib/values/day.ts').Day} */ (text);
}

/** The day where the keeper is: what is proposed, and what is written as the day of an act. */
export function dayHere() {
  const now = new Date(Date.now());
  const parts = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return /** @type {import('../lib/values/day.ts').Day} */ (
    [now.getFullYear(), ...parts].join('-')
  );
}

/**
 * What went wrong with a file, in words, for the codes a keeper meets.
 * @param {string} code the system's
 */
export const fileTrouble = (code) =>
  ({
    EISDIR: 'it is a folder',
    ENOENT: 'it is not there',
    ENOTDIR: 'a part of its path is no folder',
    EACCES: 'it may not be read',
  })[code] ?? code;

/**
 * "1 fault", "3,636 figures".
 * @param {number} n
 * @param {string} one
 * @param {string} [many]
 */
export function count(n, one, many = `${one}s`) {
  return `${new Intl.NumberFormat('en').format(n)} ${n === 1 ? one : many}`;
}
