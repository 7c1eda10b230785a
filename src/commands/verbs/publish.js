import { CHANGED } from '../journal.js';
import {
  headlinesToConfirm,
  lookAt,
  oddRecords,
  refuseFaults,
  said,
  tellFindings,
} from '../seed-state.js';
import { NotWritten, writeSeeds } from '../write-seeds.js';
import { opened } from './opened.js';

/**
 * @param {import('commander').Command} program
 * @param {import('./program.js').Ended} ended
 * @param {import('./program.js').Terminal} terminal
 */
export function addPublish(program, ended, terminal) {
  program
    .command('publish')
    .description('records what the seeds say as published, in published.csv, all or nothing')
    .argument('[folder]', 'the same as --folder')
    .option('--confirm', 'publishes headline figures that change a lot, after you have read them')
    .addHelpText(
      'after',
      `
Refused while there is a fault (exit code 1).
Also refused while something odd and unpublished is not signed (exit code 3).
Some headline figures need --confirm or a signed line on the figure. These change by more than a fifth, or by digits
exchanged, dropped or added. Their old and new sentences are shown, and nothing is written until then.

Examples
  npm run seeds -- publish
  npm run seeds -- publish --confirm`,
    )
    .action(async (folder, { confirm = false }, command) => {
      const { tell, seeds } = await opened(command, terminal, folder);
      ended(seeds === null ? 2 : await publish(seeds, tell, confirm));
    });
}

/**
 * Records the state of the seeds as published.
 * @param {import('../seed-state.js').Seeds} seeds
 * @param {import('../tell.js').Tell} tell
 * @param {boolean} [isConfirmed] whether headlines that move far are meant
 */
export async function publish(seeds, tell, isConfirmed = false) {
  const situations = refuseFaults(seeds, tell);
  if (situations === null) return 1;
  const looked = await Promise.all(situations.map(lookAt));
  if (looked.some(({ unsigned }) => unsigned.length > 0)) {
    for (const one of looked) tellFindings(one, tell);
    tell.say('Nothing was published.');
    const findings = oddRecords(looked.flatMap((one) => one.records(false)));
    tell.object({ ok: false, faults: [], findings, written: [] });
    return 3;
  }
  const headlines = (await Promise.all(situations.map(headlinesToConfirm))).flat();
  for (const { text } of headlines) tell.say(`${text}\n`);
  if (headlines.length > 0 && !isConfirmed) {
    tell.say(
      'Nothing was published. Compare with the publication, digit by digit. If it says so, publish again with --confirm.',
    );
    tell.object({ ok: false, faults: [], findings: [], headlines, written: [] });
    return 3;
  }
  const records = situations.map(({ ledger }) => {
    const [path, text, changes] = [ledger.path, ledger.text(), ledger.changes()];
    return { path, text, changes, isNew: changes.length > 0 || seeds.texts[path] !== text };
  });
  const fresh = records.filter(({ isNew }) => isNew);
  try {
    const texts = Object.fromEntries(fresh.map(({ path, text }) => [path, text]));
    writeSeeds(seeds.folder, texts, seeds.texts, seeds);
  } catch (cause) {
    if (!(cause instanceof NotWritten)) throw cause;
    const why =
      cause.isPartly || cause.code === CHANGED
        ? cause.message
        : notPublished(cause.path, cause.code);
    tell.warn(why);
    tell.object({ ok: false, faults: [], error: why, written: [] });
    return 1;
  }
  // Of several situations those with nothing new need no line of their own.
  const told = fresh.length > 0 ? fresh : records.slice(0, 1);
  for (const { path, changes, isNew } of told) tell.say(outcome(path, changes, isNew));
  tell.object({
    ok: true,
    faults: [],
    written: fresh.map(({ path }) => path),
    changes: fresh.flatMap(({ changes }) =>
      changes.map(({ thing, id, was, is }) => ({ thing, id, was, is })),
    ),
  });
  return 0;
}

/**
 * @param {string} path
 * @param {readonly import('../../lib/records/ledger.ts').LedgerChange[]} changes
 * @param {boolean} isNew
 */
function outcome(path, changes, isNew) {
  if (!isNew) return 'Nothing is new or changed since the last publish; nothing was written.';
  return changes.length === 0
    ? `Nothing is new or changed since the last publish. ${path} had another form, or words that nothing uses, and was rewritten.`
    : `Published in ${path}: ${said(changes)}.`;
}

/**
 * @param {string} path of published.csv
 * @param {string} code the system's word for what went wrong
 */
export function notPublished(path, code) {
  const [why, wayOut] = REFUSALS[code] ?? [
    `the disk refused (${code})`,
    'solve that and publish again',
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
