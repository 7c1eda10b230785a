import { readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { largestOf } from '#lib/records/largest.js';
import { isLeftover } from './replace-file.js';
import { JOURNAL } from './unfinished.js';

/** Half of what a step writes may be there. */
const UNFINISHED = `${JOURNAL}:1:1: expected no step that is not finished, found one; npm run seeds -- check finishes it`;

/**
 * @typedef {object} SeedFiles
 * @property {Record<string, string>} texts every file's text by its path relative to the folder
 * @property {string[]} tables paths of the tables of figures, which are not read here
 * @property {string[]} faults what the disk itself has wrong, as sentences with their place
 */

/**
 * Reads every file under `folder` but hidden ones, README.md and what a killed run left of a file it was writing. A
 * link could lead out of the folder, and broken bytes would be replaced in silence: both are faults.
 * @param {string} folder
 * @returns {Promise<SeedFiles>}
 */
export async function readSeedFiles(folder) {
  /** @type {SeedFiles} */
  const files = { texts: {}, tables: [], faults: [] };
  await readFolder(folder, folder, files);
  files.faults.sort();
  files.tables.sort();
  return files;
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {SeedFiles} files
 */
async function readFolder(root, folder, files) {
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map(async (entry) => {
      if (entry.name === JOURNAL && folder === root) files.faults.push(UNFINISHED);
      if (entry.name.startsWith('.') || entry.name === 'README.md') return;
      if (entry.isFile() && isLeftover(entry.name)) return;
      const path = join(folder, entry.name);
      const at = relative(root, path).split(sep).join('/');
      if (entry.isSymbolicLink()) {
        files.faults.push(`${at}:1:1: expected a file, found a link; put the file itself here`);
      } else if (entry.isDirectory()) {
        await readFolder(root, path, files);
      } else if (!entry.isFile()) {
        files.faults.push(`${at}:1:1: expected a file, found something else; delete it`);
      } else if (/\.(?:csv|yaml|address)$/.test(entry.name)) {
        // One after the other: of hundreds of small files that takes half as long as side by side.
        const { size } = statSync(path);
        // Too large a file is not read: a text of that length lets the reader refuse it in its place.
        files.texts[at] =
          size > largestOf(at)
            ? ' '.repeat(largestOf(at) + 1)
            : decode(at, readFileSync(path), files.faults);
      } else if (entry.name.endsWith('.parquet')) {
        files.tables.push(at);
      } else {
        // Not read, but not passed over: the reader says which files there may be.
        files.texts[at] = '';
      }
    }),
  );
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * @param {string} at
 * @param {Buffer} bytes
 * @param {string[]} faults
 */
function decode(at, bytes, faults) {
  try {
    return strict.decode(bytes);
  } catch {
    const line = lineOfFirstBadByte(bytes);
    faults.push(`${at}:${line}:1: expected UTF-8, found other bytes; save the file as UTF-8`);
    // What can be read is: the file's rows are missed elsewhere if it seems not to be there.
    return bytes.toString('utf8');
  }
}

/**
 * A line break is one byte in UTF-8 and never part of a letter, so lines can be tried one by one.
 * @param {Buffer} bytes
 */
function lineOfFirstBadByte(bytes) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const next = bytes.indexOf(0x0a, start);
    const end = next === -1 ? bytes.length : next;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return 1;
}
