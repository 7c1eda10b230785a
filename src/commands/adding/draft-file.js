import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../lib/server/replace-file.js';

/** @typedef {import('./rows.js').Cells} Cells */

/**
 * What is to be added, and of an interview what was typed so far: the rows follow from the answers.
 * @typedef {object} Draft
 * @property {Record<string, string>} answers by question, also those that are asked for again
 * @property {string[]} trail questions that are answered, in the order in which they were
 * @property {Cells} plan of a new situation; empty for a publication of one that is there
 * @property {{ table: string, cells: Cells }[]} rows of the shared tables
 * @property {Cells} source
 * @property {Cells[]} figures
 */

/** Hidden, so that no seed is made of it, and beside the seeds, so that it is found again. */
const NAME = '.add-draft.json';

/** @returns {Draft} */
export const emptyDraft = () => ({
  answers: {},
  trail: [],
  plan: {},
  rows: [],
  source: {},
  figures: [],
});

/** @param {string} folder */
export function draftPath(folder) {
  return join(folder, NAME);
}

/**
 * The draft that an earlier run left; null where there is none, or one that cannot be read. Of one that an older version of
 * this command left the answers about the publication stand in their fields.
 * @param {string} folder
 * @returns {Draft | null}
 */
export function readDraft(folder) {
  const path = draftPath(folder);
  if (!existsSync(path)) return null;
  try {
    const read = JSON.parse(readFileSync(path, 'utf8'));
    if (read.answers !== undefined) return { ...emptyDraft(), ...read };
    const typed = Object.entries(read.source ?? {}).map(([name, text]) => [`source.${name}`, text]);
    return { ...emptyDraft(), plan: read.plan ?? {}, answers: Object.fromEntries(typed) };
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
