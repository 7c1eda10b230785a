import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The file holds what it held before; `code` is the system's word for why. */
export class NotReplaced extends Error {
  name = 'NotReplaced';

  /** @param {unknown} cause */
  constructor(cause) {
    super('The file was not replaced', { cause });
    this.code = codeOf(cause);
  }
}

/**
 * Puts `content` in the place of a file's content. Whenever this is killed, and should the machine stop, the file holds
 * the old content or the new one, whole: the new one is written beside it under a hidden name of this process, forced
 * to the disk, and then takes the file's name in one step. What a killed run left behind is removed, and nothing else.
 * @param {string} path
 * @param {string | Uint8Array} content
 * @throws {NotReplaced} when the disk refuses; nothing is then left beside the file
 */
export function replaceFile(path, content) {
  const beside = `${leftoverStart(path)}${process.pid}.tmp`;
  let isOurs = false;
  try {
    removeLeftovers(path);
    const file = openSync(beside, 'wx');
    isOurs = true;
    try {
      const bytes = Buffer.from(content);
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (cause) {
    if (isOurs) rmSync(beside, { force: true });
    throw new NotReplaced(cause);
  }
  syncFolder(dirname(path));
}

/** @param {string} path */
function leftoverStart(path) {
  return join(dirname(path), `.${basename(path)}.`);
}

/**
 * Files as this writes them, whose process is gone. A backup, an editor's swap file or a folder is none of them.
 * @param {string} path
 */
function removeLeftovers(path) {
  const start = leftoverStart(path);
  for (const entry of readdirSync(dirname(path), { withFileTypes: true })) {
    const at = join(dirname(path), entry.name);
    if (!entry.isFile() || !at.startsWith(start)) continue;
    const [, pid] = /^([1-9]\d*)\.tmp$/.exec(at.slice(start.length)) ?? [];
    if (pid !== undefined && isGone(Number(pid))) rmSync(at, { force: true });
  }
}

/**
 * Under our own number only an earlier process can have written.
 * @param {number} pid
 */
function isGone(pid) {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (cause) {
    return codeOf(cause) === 'ESRCH';
  }
}

/** @param {unknown} cause */
function codeOf(cause) {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

/**
 * A new name is on the disk only once its folder is. Windows opens no folders and needs no such step.
 * @param {string} folder
 */
function syncFolder(folder) {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
