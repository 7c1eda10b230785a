import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Changed, Stuck, codeOf, writeTogether } from './journal.js';

/** Not everything was written; nothing was, unless `isPartly`. `code` is the system's word for why, `path` the file. */
export class NotWritten extends Error {
  name = 'NotWritten';

  /**
   * @param {string} path
   * @param {unknown} cause
   * @param {string} [when] at which a file that somebody else changed was changed
   */
  constructor(path, cause, when = '') {
    const code = codeOf(cause);
    super(
      cause instanceof Stuck
        ? cause.message
        : cause instanceof Changed
          ? `Nothing was written: ${path} changed meanwhile; somebody else was first${when}. Look at that and run it again.`
          : `Nothing was written: ${path} could not be (${code}). Put that right and try again.`,
      { cause },
    );
    this.path = path;
    this.code = code;
    this.isPartly = cause instanceof Stuck;
  }
}

/**
 * Writes several files, all or none, whenever this is killed (journal.js). Folders are made as needed.
 * @param {string} folder of the seeds
 * @param {Readonly<Record<string, string>>} texts by path below the folder, with `/`
 * @param {Readonly<Record<string, string>>} from what the files said when these were worked out; none for a new file
 * @param {{ step?: import('./journal.js').Step | undefined, drop?: readonly string[] }} [how] the command, and files that go with it
 * @throws {NotWritten} also where a file says something else than in `from` by now
 */
export function writeSeeds(folder, texts, from, { step = UNNAMED, drop = [] } = {}) {
  if (Object.keys(texts).length === 0) return;
  try {
    writeTogether(folder, texts, from, step, drop);
  } catch (cause) {
    if (cause instanceof Changed)
      throw new NotWritten(cause.path, cause, changedAt(join(folder, cause.path)));
    const at = typeof cause === 'object' && cause !== null && 'at' in cause ? cause.at : '';
    throw new NotWritten(String(at), cause);
  }
}

const UNNAMED = { verb: 'a command', asked: '' };

/** @param {string} file */
function changedAt(file) {
  const time = statSync(file, { throwIfNoEntry: false })?.mtime;
  return time === undefined ? '' : `, at ${time.toISOString().slice(11, 19)} (UTC)`;
}
