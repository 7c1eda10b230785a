import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../lib/server/replace-file.js';

/** @typedef {import('./rows.js').Cells} Cells */

/**
 * What was typed so far. `ended` says that no further figure is wanted.
 * @typedef {object} Draft
 * @property {Cells} plan of a new situation; empty for a publication of one that is there
 * @property {{ table: string, cells: Cells }[]} rows of the shared tables
 * @property {Cells} source
 * @property {Cells[]} figures
 * @property {boolean} ended
 */

/** Hidden, so that no seed is made of it, and beside the seeds, so that it is found again. */
const NAME = '.add-draft.json';

/** @returns {Draft} */
export const emptyDraft = () => ({ plan: {}, rows: [], source: {}, figures: [], ended: false });

/** @param {string} folder */
export function draftPath(folder) {
  return join(folder, NAME);
}

/**
 * The draft that an earlier run left; null where there is none, or one that cannot be read.
 * @param {string} folder
 * @returns {Draft | null}
 */
export function readDraft(folder) {
  const path = draftPath(folder);
  if (!existsSync(path)) return null;
  try {
    const read = JSON.parse(readFileSync(path, 'utf8'));
    return { ...emptyDraft(), ...read };
  } catch {
    return null;
  }
}

/**
 * @param {string} folder
 * @param {Draft} draft
 */
export function keepDraft(folder, draft) {
  replaceFile(draftPath(folder), `${JSON.stringify(draft, null, 2)}\n`);
}

/** @param {string} folder */
export function dropDraft(folder) {
  rmSync(draftPath(folder), { force: true });
}
