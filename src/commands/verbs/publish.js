import { join } from 'node:path';
import { NotReplaced, replaceFile } from '../replace-file.js';
import { lookAt, refuseFaults, said, tellFindings } from '../seed-state.js';
import { opened } from './opened.js';

/**
 * @param {import('commander').Command} program
 * @param {import('./program.js').Ended} ended
 */
export function addPublish(program, ended) {
  program
    .command('publish')
    .description('records what the seeds say as published, in published.csv, all or nothing')
    .argument('[folder]', 'the same as --folder')
    .addHelpText(
      'after',
      `
Refused while there is a fault (ends with 1), and while something odd about what is not yet published is not
signed (ends with 3). Nothing is written then.

Examples
  npm run seeds -- publish`,
    )
    .action(async (folder, _options, command) => {
      const { tell, seeds } = await opened(command, folder);
      ended(seeds === null ? 2 : await publish(seeds, tell));
    });
}

/**
 * Records the state of the seeds as published.
 * @param {import('../seed-state.js').Seeds} seeds
 * @param {import('../tell.js').Tell} tell
 */
export async function publish(seeds, tell) {
  const sound = refuseFaults(seeds, tell);
  if (sound === null) return 1;
  const looked = await lookAt(seeds, sound);
  if (looked.unsigned.length > 0) {
    tellFindings(looked, tell, false);
    tell.say('Nothing was published.');
    tell.object({ ok: false, faults: [], findings: looked.records(false), written: null });
    return 3;
  }
  const { ledger } = sound;
  const changes = ledger.changes();
  const text = ledger.text();
  const isNew = changes.length > 0 || seeds.texts[ledger.path] !== text;
  if (isNew) {
    try {
      replaceFile(join(seeds.folder, ledger.path), text);
    } catch (cause) {
      if (!(cause instanceof NotReplaced)) throw cause;
      const why = notPublished(ledger.path, cause.code);
      tell.warn(why);
      tell.object({ ok: false, faults: [], error: why, written: null });
      return 1;
    }
  }
  tell.say(outcome(ledger.path, changes, isNew));
  tell.object({
    ok: true,
    faults: [],
    written: isNew ? ledger.path : null,
    changes: changes.map(({ thing, id, was, is }) => ({ thing, id, was, is })),
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
    ? `Nothing is new or changed since the last publish; ${path} was not in the form in which it is written (order of rows, line ends, quotes) and was written anew.`
    : `Published in ${path}: ${said(changes)}.`;
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
