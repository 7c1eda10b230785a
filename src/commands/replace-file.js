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

/**
 * Puts `text` in the place of a file's content. Whenever this is killed, and should the machine stop, the file holds
 * the old content or the new one, whole: the new one is written beside it under a hidden name, forced to the disk, and
 * then takes the file's name in one step. What a killed run left behind is removed.
 * @param {string} path
 * @param {string} text
 */
export function replaceFile(path, text) {
  const folder = dirname(path);
  const start = `.${basename(path)}.`;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(start)) rmSync(join(folder, name), { force: true });
  }
  const beside = join(folder, `${start}${process.pid}`);
  const file = openSync(beside, 'wx');
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
  syncFolder(folder);
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
