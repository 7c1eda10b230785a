import { join } from 'node:path';
import { NotReplaced, replaceFile } from './replace-file.js';
import { count, load } from './seed-reader.js';

/** @typedef {NonNullable<Awaited<ReturnType<typeof import('./seed-reader.js').openSeeds>>>} Seeds */

/**
 * Tells every fault, or how many seeds there are and what of them is not published yet.
 * @param {Seeds} seeds
 */
export function check(seeds) {
  const sound = soundOf(seeds);
  if (sound === null) return 1;
  const { library, ledger } = sound;
  const sources = count(library.sources.length, 'source');
  console.log(`${sources}, ${count(library.figures.length, 'figure')}, no faults`);
  const changes = ledger.changes();
  if (changes.length > 0) {
    console.log(
      `${said(changes)} since the last publish: npm run seeds -- diff shows what readers will see, npm run seeds -- publish records it`,
    );
  }
  return 0;
}

/**
 * Records the state of the seeds as published.
 * @param {Seeds} seeds
 */
export function publish(seeds) {
  const sound = soundOf(seeds);
  if (sound === null) return 1;
  const { ledger } = sound;
  const changes = ledger.changes();
  const text = ledger.text();
  if (changes.length === 0 && seeds.texts[ledger.path] === text) {
    console.log('Nothing is new or changed since the last publish; nothing was written.');
    return 0;
  }
  try {
    replaceFile(join(seeds.folder, ledger.path), text);
  } catch (cause) {
    if (!(cause instanceof NotReplaced)) throw cause;
    console.error(notPublished(ledger.path, cause.code));
    return 1;
  }
  console.log(
    changes.length === 0
      ? `Nothing is new or changed since the last publish; ${ledger.path} was not in the form in which it is written (order of rows, line ends, quotes) and was written anew.`
      : `Published in ${ledger.path}: ${said(changes)}.`,
  );
  return 0;
}

/**
 * @param {string} path of published.csv
 * @param {string} code the system's word for what went wrong
 */
export function notPublished(path, code) {
  const [why, wayOut] = REFUSALS[code] ?? [
    `the disk refused (${code})`,
    'mend that and publish again',
  ];
  return `Nothing was published, ${path} is as it was: ${why}; ${wayOut}.`;
}

/** @type {Readonly<Record<string, readonly [why: string, wayOut: string]>>} */
const REFUSALS = {
  ENOSPC: ['the disk is full', 'make room and publish again'],
  EDQUOT: ['your share of the disk is full', 'make room and publish again'],
  EACCES: [
    'its folder may not be written to',
    'give yourself the right to write there and publish again',
  ],
  EPERM: [
    'it or its folder may not be written to',
    'give yourself the right to write there and publish again',
  ],
  EROFS: ['the disk can only be read', 'publish from a copy that can be written to'],
};

/**
 * Tells what readers will see otherwise.
 * @param {Seeds} seeds
 */
export async function diff(seeds) {
  const sound = soundOf(seeds);
  if (sound === null) return 1;
  const { seenDifferently } = /** @type {typeof import('../lib/wording/seen-differently.ts')} */ (
    await load('wording/seen-differently.ts')
  );
  const { library, ledger } = sound;
  const entries = seenDifferently(library, ledger);
  for (const entry of entries) console.log(`${entry}\n`);
  const changes = ledger.changes();
  console.log(changes.length === 0 ? 'Readers will see nothing new.' : `${said(changes)}.`);
  return 0;
}

/**
 * What was read, when all of it is lawful; otherwise the faults are told.
 * @param {Seeds} seeds
 */
function soundOf({ reading, faults }) {
  const { library = null, ledger = null } = reading ?? {};
  if (faults.length === 0 && library !== null && ledger !== null) return { library, ledger };
  console.log(faults.join('\n'));
  console.log(`\n${count(faults.length, 'fault')}. Nothing is published until all are mended.`);
  return null;
}

/**
 * "12 things new, 1 changed, 1 figure withdrawn"
 * @param {readonly import('../lib/records/ledger.ts').LedgerChange[]} changes
 */
function said(changes) {
  const records = changes.filter(({ thing }) => thing === 'correction');
  const things = changes.filter(({ thing }) => thing !== 'correction');
  const fresh = things.filter(({ was }) => was === null).length;
  const withdrawn = things.filter(({ is }) => is === null).length;
  const changed = things.length - fresh - withdrawn;
  const parts = [
    ...(fresh > 0 ? [`${count(fresh, 'thing')} new`] : []),
    ...(changed > 0 ? [`${count(changed, 'thing')} changed`] : []),
    ...(withdrawn > 0 ? [`${count(withdrawn, 'figure')} withdrawn`] : []),
    ...(records.length > 0 ? [`${count(records.length, 'line')} of corrections`] : []),
  ];
  return parts.join(', ');
}
