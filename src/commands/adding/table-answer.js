import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { byCause, general, MOST_PLACES } from '../../lib/wording/causes.js';
import { fileTrouble } from '../seed-reader.js';

/** @typedef {import('./rows.js').Cells} Cells */

/** What names a series in a row. */
const NAMES = ['measure', 'population', 'origin', 'place', 'definition'];
/** More faults are found again after the first are corrected. */
const MOST_REPORTED = 10;

/**
 * A table of figures as it is pasted or read from a file: with the columns of figures/*.csv, or some of them. What a row does not
 * say is taken from the one figure of the form that has the same words.
 * @param {string} text cells separated by commas, semicolons or tabulators
 * @param {readonly string[]} columns
 * @param {readonly Cells[]} form the lasting cells of the last publication's figures
 * @returns {Cells[]}
 * @throws {Error} for what is no such table
 */
export function cellsOfTable(text, columns, form) {
  const [header = ''] = text.split(/\r?\n/, 1);
  const delimiter = ['\t', ';'].find((sign) => header.includes(sign)) ?? ',';
  /** @type {Cells[]} */
  const rows = parse(text, {
    columns: true,
    bom: true,
    delimiter,
    trim: true,
    skip_empty_lines: true,
  });
  const [first] = rows;
  if (first === undefined)
    throw new Error('expected a header and a row for each figure, found no row');
  const strange = Object.keys(first).find((name) => !columns.includes(name));
  if (strange !== undefined)
    throw new Error(
      `expected the columns ${columns.join(', ')}, or some of them, found "${strange}"; a publisher's own file is read by npm run seeds -- import`,
    );
  return rows.map((row) => {
    const said = NAMES.filter((name) => (row[name] ?? '') !== '');
    const like = form.filter((cells) => said.every((name) => cells[name] === row[name]));
    const own = Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''));
    return { ...(like.length === 1 ? like[0] : {}), ...own };
  });
}

/**
 * @param {string} path
 * @throws {Error} in words
 */
export function textOfFile(path) {
  try {
    return readFileSync(path.trim(), 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new Error(`${path} cannot be read: ${fileTrouble(code)}`, { cause });
  }
}

/**
 * What is wrong with rows of a table, all at once: each cause once, with its column and rows. Null where nothing is.
 * @param {readonly Cells[]} rows
 * @param {(cells: Cells) => ReadonlyMap<string, string>} refusalsOf
 */
export function refusalOfRows(rows, refusalsOf) {
  const all = rows.flatMap((cells, index) =>
    [...refusalsOf(cells)].map(([column, why]) => ({ row: index + 1, column, why })),
  );
  const reported = byCause(all, ({ column, why }) => `${column}: ${general(why)}`).map((list) => {
    const [{ column, why } = { column: '', why: '' }] = list;
    const places = list.slice(0, MOST_PLACES).map(({ row }) => row);
    const rest = list.length - places.length;
    const named = `${places.length > 1 ? 'rows' : 'row'} ${places.join(', ')}`;
    return `${named}${rest > 0 ? ` and ${rest} more` : ''}, ${column}: ${why}`;
  });
  if (reported.length === 0) return null;
  const more = reported.length - MOST_REPORTED;
  return [
    ...reported.slice(0, MOST_REPORTED),
    ...(more > 0 ? [`and ${more} more, listed once these are corrected`] : []),
  ].join('\n');
}
