import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../lib/server/replace-file.js';

/** Somebody else wrote while this was at work. */
const CHANGED = 'CHANGED';

/** Nothing was written: what had been is as it was. `code` is the system's word for why, `path` the file it was about. */
export class NotWritten extends Error {
  name = 'NotWritten';

  /**
   * @param {string} path
   * @param {unknown} cause
   * @param {readonly string[]} left what could not be put back
   */
  constructor(path, cause, left) {
    const code = codeOf(cause);
    super(
      code === CHANGED
        ? `Nothing was written: ${path} was changed meanwhile. Run it again.`
        : left.length === 0
          ? `Nothing was written: ${path} could not be (${code}). Mend that and try again.`
          : `${path} could not be written (${code}), and ${left.join(', ')} could not be put back: take ${left.length === 1 ? 'it' : 'them'} from git.`,
      { cause },
    );
    this.path = path;
    this.code = code;
    this.left = left;
  }
}

/**
 * Writes several files, all or nothing. They are written in the order given, each in one step, so that a run killed
 * between two leaves whole files; when the disk refuses one, those before it are put back. Folders are made as needed.
 * @param {string} folder of the seeds
 * @param {Readonly<Record<string, string>>} texts by path below the folder, with `/`
 * @param {Readonly<Record<string, string>>} [from] what the files held when these were worked out
 * @throws {NotWritten} also where a file says something else than in `from` by now
 */
export function writeSeeds(folder, texts, from) {
  for (const path of from === undefined ? [] : Object.keys(texts)) {
    const at = join(folder, path);
    const is = existsSync(at) ? readFileSync(at, 'utf8') : undefined;
    if (is !== from?.[path]) throw new NotWritten(path, { code: CHANGED }, []);
  }
  /** @type {{ path: string, undo: () => void }[]} */
  const done = [];
  for (const [path, text] of Object.entries(texts)) {
    const at = join(folder, path);
    try {
      const made = makeFolder(dirname(at));
      if (made !== null) done.push({ path, undo: () => rmSync(made, { recursive: true }) });
      const before = existsSync(at) ? readFileSync(at) : null;
      replaceFile(at, text);
      done.push({ path, undo: before === null ? () => rmSync(at) : () => replaceFile(at, before) });
    } catch (cause) {
      throw new NotWritten(path, cause, undo(done));
    }
  }
}

/**
 * The first folder that had to be made; null where it was there.
 * @param {string} folder
 */
function makeFolder(folder) {
  return mkdirSync(folder, { recursive: true }) ?? null;
}

/**
 * Undoes the last first. What cannot be undone is told by its path.
 * @param {readonly { path: string, undo: () => void }[]} done
 */
function undo(done) {
  /** @type {string[]} */
  const left = [];
  for (const { path, undo } of [...done].reverse()) {
    try {
      undo();
    } catch {
      left.push(path);
    }
  }
  return left;
}

/** @param {unknown} cause */
function codeOf(cause) {
  return typeof cause === 'object' && cause !== null && 'code' in cause
    ? String(cause.code)
    : String(cause);
}
