import { writeFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';

/**
 * Puts `content` in the place of a file's content, or makes the file. Whenever this is killed, the file holds the old
 * content or the new one, whole: the new one is written beside it, forced to the disk, and then takes the file's name
 * in one step, which is the last. A file that was there keeps its permissions; a link is followed.
 * @param {string} path
 * @param {string | Uint8Array} content
 * @throws {NodeJS.ErrnoException} the system's own, when the disk refuses; the file is then as it was, and nothing is
 * left beside it
 */
export function replaceFile(path, content) {
  // The library writes once and takes a part for the whole, as a disk nearly full gives it; Node goes on until all is
  // written or refused.
  writeFileAtomic.sync(path, '', { tmpfileCreated: (beside) => writeFileSync(beside, content) });
}

/**
 * Whether a file is what a killed run left beside the one it was writing: that one's name and up to ten digits. Fewer
 * than six come once in tens of thousands of kills, and a backup may be called so.
 * @param {string} name
 */
export const isLeftover = (name) => /\.\d{6,10}$/.test(name);
