import { createHash, randomInt } from 'node:crypto';
import fs from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { JOURNAL } from '../lib/server/unfinished.js';

/**
 * A step that writes several files is whole or not there, whenever it is killed. Each new text is first written beside
 * its file, under a name of its own. Then the journal takes its name in one step, which no second process can do at the
 * same time: with it the step is decided. Then each text takes its file's name, and the journal goes. The next command that finds a
 * journal later does the rest: a text can take its name only once, so two who do so at once do no harm.
 *
 * @typedef {object} Journal
 * @property {string} verb
 * @property {string} asked the whole command, to know the same one again
 * @property {string} host
 * @property {number} pid of the process that writes
 * @property {readonly Target[]} targets
 * @property {readonly string[]} drop files below the folder that go with the step, such as a draft
 * @property {readonly string[]} made folders below the folder that were made for it
 *
 * @typedef {object} Target
 * @property {string} path below the folder, with `/`
 * @property {string} beside the new text's name until it takes the file's
 * @property {string | null} before hash of the file before; null where there was none
 * @property {string} after hash of the new text
 *
 * @typedef {{ verb: string, asked: string }} Step
 * @typedef {{ step: Step, paths: readonly string[], isDone: boolean }} Found what became of a step that was found
 */

/** Milliseconds for which a process that is still at work is waited for. */
const PATIENCE = 5000;
const PAUSE = 20;

/** A step that can neither be finished nor undone: somebody changed its files after it was killed, or the disk refuses. */
export class Stuck extends Error {
  name = 'Stuck';

  /**
   * @param {string} verb
   * @param {readonly string[]} written
   * @param {string} path that could not be written
   * @param {string} why
   * @param {string} wayOut
   */
  constructor(verb, written, path, why, wayOut) {
    const done = written.length === 0 ? '' : `${written.join(', ')} ${are(written)} written; `;
    super(`"${verb}" is not finished: ${done}${path} is not written (${why}). ${wayOut}`);
  }
}

export const CHANGED = 'CHANGED';

/** A file was changed after it was read. */
export class Changed extends Error {
  name = 'Changed';
  code = CHANGED;

  /** @param {string} path */
  constructor(path) {
    super(path);
    this.path = path;
  }
}

/** @param {readonly unknown[]} list */
const are = (list) => (list.length === 1 ? 'is' : 'are');

/** @param {string | Uint8Array} content */
const hashOf = (content) => createHash('sha256').update(content).digest('hex');

/**
 * @param {string} path
 * @returns {string | null} null where there is no file
 */
function hashAt(path) {
  try {
    return hashOf(fs.readFileSync(path));
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    throw cause;
  }
}

/** @param {unknown} cause */
export function codeOf(cause) {
  return typeof cause === 'object' && cause !== null && 'code' in cause
    ? String(cause.code)
    : String(cause);
}

/**
 * Writes all texts or none.
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} texts by path below the folder
 * @param {Readonly<Record<string, string>> | undefined} from what the files said when these were worked out
 * @param {Step} step
 * @param {readonly string[]} drop
 * @throws {Changed} where a file says something else than in `from`; nothing was written
 * @throws {Stuck} where some are written, or the step is decided, and the disk refuses; the next command goes on
 * @throws {NodeJS.ErrnoException & { at?: string }} where the disk refuses before; nothing was written
 */
export function writeTogether(folder, texts, from, step, drop) {
  /** @type {Target[]} */
  const targets = [];
  /** @type {string[]} */
  const made = [];
  let at = '';
  try {
    for (const [path, text] of Object.entries(texts)) {
      at = path;
      const file = join(folder, path);
      made.push(...makeFolders(folder, dirname(path)));
      const beside = `${path}.${randomInt(1e9, 1e10)}`;
      const before = from === undefined ? hashAt(file) : beforeIn(from, path);
      targets.push({ path, beside, before, after: hashOf(text) });
      const mode = before === null ? undefined : fs.statSync(file, { throwIfNoEntry: false })?.mode;
      writeWhole(join(folder, beside), text, mode);
    }
    at = JOURNAL;
    const owner = { host: hostname(), pid: process.pid };
    takeJournal(folder, { ...step, ...owner, targets, drop, made });
  } catch (cause) {
    clear(folder, targets, made);
    throw Object.assign(cause instanceof Error ? cause : new Error(String(cause)), { at });
  }
  complete(folder, { ...step, targets, drop, made });
}

/**
 * @param {Readonly<Record<string, string>>} from
 * @param {string} path
 */
function beforeIn(from, path) {
  const text = from[path];
  return text === undefined ? null : hashOf(text);
}

/**
 * The folders that had to be made, the outermost first.
 * @param {string} folder
 * @param {string} path
 */
function makeFolders(folder, path) {
  const made = [];
  const parts = path === '.' ? [] : path.split('/');
  for (let end = 1; end <= parts.length; end += 1) {
    const one = parts.slice(0, end).join('/');
    if (fs.existsSync(join(folder, one))) continue;
    fs.mkdirSync(join(folder, one), { recursive: true });
    made.push(one);
  }
  return made;
}

/**
 * @param {string} file that is not there
 * @param {string} text
 * @param {number} [mode]
 */
function writeWhole(file, text, mode) {
  const opened = fs.openSync(file, 'wx');
  try {
    fs.writeFileSync(opened, text);
    if (mode !== undefined) fs.fchmodSync(opened, mode & 0o7777);
    fs.fsyncSync(opened);
  } finally {
    fs.closeSync(opened);
  }
}

/**
 * Gives the journal its name, which it gets only where nobody else's is there.
 * @param {string} folder
 * @param {Journal} journal
 */
function takeJournal(folder, journal) {
  const name = join(folder, JOURNAL);
  const beside = `${name}.${randomInt(1e9, 1e10)}`;
  try {
    writeWhole(beside, `${JSON.stringify(journal, null, 1)}\n`);
    for (;;) {
      try {
        linkOrCopy(beside, name);
        return;
      } catch (cause) {
        if (codeOf(cause) !== 'EEXIST') throw cause;
        finishFound(folder);
      }
    }
  } finally {
    remove(beside);
  }
}

/**
 * What cannot be taken away stays beside, hidden from every reader.
 * @param {string} file
 */
function remove(file) {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    return;
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function linkOrCopy(from, to) {
  try {
    fs.linkSync(from, to);
  } catch (cause) {
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(codeOf(cause)))
      throw cause;
    // A disk without links. Killed within, it leaves a part, which no reader takes for a journal.
    fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
  }
}

/**
 * Does the rest of a step whose journal is there: all texts take their names, or none does.
 * @param {string} folder
 * @param {Pick<Journal, 'verb' | 'targets' | 'drop' | 'made'>} journal
 * @throws {Changed} and {NodeJS.ErrnoException} where nothing was written and the step is undone
 * @throws {Stuck}
 */
function complete(folder, { verb, targets, drop, made }) {
  /** @type {string[]} */
  const written = [];
  const isThere = (/** @type {Target} */ { beside }) => fs.existsSync(join(folder, beside));
  const open = targets.filter(isThere);
  for (const target of targets) if (!open.includes(target)) written.push(target.path);
  let at = '';
  try {
    for (const target of open) {
      at = target.path;
      // One whose text is gone by now has it: somebody who found the journal was quicker.
      if (isChanged(target) && isThere(target)) throw new Changed(at);
    }
    for (const target of open) {
      at = target.path;
      try {
        fs.renameSync(join(folder, target.beside), join(folder, at));
      } catch (cause) {
        if (codeOf(cause) !== 'ENOENT' || isThere(target)) throw cause;
      }
      written.push(at);
    }
  } catch (cause) {
    if (written.length === 0 && undo())
      throw Object.assign(cause instanceof Error ? cause : new Error(String(cause)), { at });
    throw cause instanceof Changed
      ? new Stuck(
          verb,
          written,
          at,
          'it was changed meanwhile',
          `Take ${written.join(', ')} back from git and delete ${JOURNAL}, then run it again.`,
        )
      : new Stuck(
          verb,
          written,
          at,
          codeOf(cause),
          'Put that right; the next npm run seeds command, whichever it is, writes the rest.',
        );
  }
  // All is written: what cannot be cleared away now is by the next command.
  try {
    for (const path of drop) fs.rmSync(join(folder, path), { force: true });
    fs.rmSync(join(folder, JOURNAL), { force: true });
  } catch {
    return;
  }

  /** @param {Target} target */
  function isChanged({ path, beside, before, after }) {
    return hashAt(join(folder, path)) !== before || hashAt(join(folder, beside)) !== after;
  }

  /** The journal first: without it the texts beside are nothing. */
  function undo() {
    try {
      fs.rmSync(join(folder, JOURNAL), { force: true });
    } catch {
      return false;
    }
    clear(folder, targets, made);
    return true;
  }
}

/**
 * Takes away what a step that is not decided has made. What stays is hidden from every reader.
 * @param {string} folder
 * @param {readonly Target[]} targets
 * @param {readonly string[]} made
 */
function clear(folder, targets, made) {
  for (const { beside } of targets) remove(join(folder, beside));
  try {
    for (const one of [...made].reverse()) fs.rmdirSync(join(folder, one));
  } catch {
    return;
  }
}

/**
 * Finishes the step whose journal is found, or undoes it where its files were changed before any was written. A process
 * that is still at work on it is waited for.
 * @param {string} folder
 * @returns {Found | null} null where there was none to finish
 * @throws {Stuck} where that is not possible
 */
export function finishFound(folder) {
  const name = join(folder, JOURNAL);
  const begun = performance.now();
  for (;;) {
    const read = readJournal(name);
    if (read === null) return null;
    const isAtWork =
      read === 'unreadable' || (read.host === hostname() && isRunning(read.pid, process.pid));
    if (isAtWork && performance.now() - begun < PATIENCE) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
      continue;
    }
    if (read === 'unreadable') {
      // Killed while it was written, on a disk without links: the step was not decided.
      fs.rmSync(name, { force: true });
      return null;
    }
    const step = { verb: read.verb, asked: read.asked };
    const paths = read.targets.map(({ path }) => path);
    try {
      complete(folder, read);
      return { step, paths, isDone: true };
    } catch (cause) {
      if (cause instanceof Changed) return { step, paths, isDone: false };
      if (cause instanceof Stuck) throw cause;
      throw new Stuck(
        read.verb,
        [],
        paths.join(', '),
        codeOf(cause),
        'Put that right and run it again.',
      );
    }
  }
}

/**
 * @param {string} name
 * @returns {Journal | 'unreadable' | null} null where there is none
 */
function readJournal(name) {
  try {
    return JSON.parse(fs.readFileSync(name, 'utf8'));
  } catch (cause) {
    if (cause instanceof SyntaxError) return 'unreadable';
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(cause))) return null;
    throw cause;
  }
}

/**
 * @param {number} pid
 * @param {number} own
 */
function isRunning(pid, own) {
  if (pid === own) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}
