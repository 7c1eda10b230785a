import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { NotReplaced } from './replace-file.js';

/**
 * Puts contents in the place of several files', all or none: every one is written beside its file and forced to the disk first,
 * then they take their names one after the other. Should one not, those before it get their old content back.
 * @param {readonly { path: string, content: string, was: string | null }[]} files `was` is the content with which the new
 *   one was worked out, null for a file that was not there
 * @throws {NotReplaced} when the disk refuses, or when a file says something else than `was` by now
 * @throws {HalfReplaced} when it refuses to put back, too
 */
export function replaceFiles(files) {
  /** @type {string[]} */
  const written = [];
  /** @type {typeof files[number][]} */
  const renamed = [];
  try {
    for (const { path, was } of files) {
      const is = existsSync(path) ? readFileSync(path, 'utf8') : null;
      if (is !== was) throw new ChangedMeanwhile(path);
    }
    for (const { path, content } of files) {
      mkdirSync(dirname(path), { recursive: true });
      written.push(beside(path));
      writeBeside(path, content);
    }
    for (const file of files) {
      renameSync(beside(file.path), file.path);
      renamed.push(file);
    }
  } catch (cause) {
    for (const path of written) rmSync(path, { force: true });
    const stuck = renamed.reverse().filter((file) => !isPutBack(file));
    if (stuck.length > 0)
      throw new HalfReplaced(
        stuck.map(({ path }) => path),
        cause,
      );
    throw new NotReplaced(cause);
  }
}

/** Somebody else wrote while this was at work. */
class ChangedMeanwhile extends Error {
  name = 'ChangedMeanwhile';
  code = 'CHANGED';

  /** @param {string} path */
  constructor(path) {
    super(`${basename(path)} was changed meanwhile`);
  }
}

/** Some files are new and could not be made old again: the disk refused twice. */
export class HalfReplaced extends Error {
  name = 'HalfReplaced';

  /**
   * @param {string[]} paths
   * @param {unknown} cause
   */
  constructor(paths, cause) {
    super(`These files are new and could not be put back: ${paths.join(', ')}`, { cause });
  }
}

/** @param {{ path: string, was: string | null }} file */
function isPutBack({ path, was }) {
  try {
    if (was === null) {
      rmSync(path, { force: true });
    } else {
      writeBeside(path, was);
      renameSync(beside(path), path);
    }
    return true;
  } catch {
    rmSync(beside(path), { force: true });
    return false;
  }
}

/** @param {string} path */
function beside(path) {
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}

/**
 * @param {string} path
 * @param {string} content
 */
function writeBeside(path, content) {
  const file = openSync(beside(path), 'w');
  try {
    const bytes = Buffer.from(content);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
