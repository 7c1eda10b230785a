import { load } from '../seed-reader.js';

/** @typedef {Record<string, string>} Cells */

/** @returns {Promise<typeof import('../../lib/records/columns.ts').COLUMNS>} */
export async function columns() {
  const { COLUMNS } = /** @type {typeof import('../../lib/records/columns.ts')} */ (
    await load('records/columns.ts')
  );
  return COLUMNS;
}

/**
 * A row as one line of its table.
 * @param {readonly string[]} names its columns
 * @param {Cells} cells
 */
export function lineOf(names, cells) {
  return names
    .map((name) => cells[name] ?? '')
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}

/**
 * A table with one row more at its end; every other byte stays.
 * @param {string} text
 * @param {string} line
 */
export function withLine(text, line) {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text}${text === '' || text.endsWith('\n') ? '' : end}${line}${end}`;
}

/**
 * `sources.csv` with one publication more, in the order of publication days: after the last that came out no later. One
 * without a day goes to the end. Every other byte stays.
 * @param {string} text lawful: no cell holds a line break
 * @param {string} line
 * @param {string} published
 * @param {(line: string) => string} publishedOf of a line that stands there
 */
export function withSource(text, line, published, publishedOf) {
  if (published === '') return withLine(text, line);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  let at = lines.length;
  while (at > 1) {
    const before = publishedOf(lines[at - 1] ?? '');
    if (before !== '' && sortKey(before) <= sortKey(published)) break;
    at -= 1;
  }
  // With none that came out earlier: before the first dated one, after the header.
  lines.splice(
    at === 1 && lines.length > 1 && lines.slice(1).every((one) => publishedOf(one) === '')
      ? lines.length
      : at,
    0,
    line,
  );
  return `${lines.join(end)}${end}`;
}

/**
 * A month sorts after its own last day.
 * @param {string} published
 */
function sortKey(published) {
  return published.length === 7 ? `${published}-99` : published.slice(0, 10);
}

/**
 * `measure=killed,population=civilians,stated_as=at least 1,234` as cells. A comma parts only where a column follows it.
 * @param {string} text
 * @param {readonly string[]} names
 * @returns {Cells}
 * @throws {Error} for a part that names no column
 */
export function cellsOf(text, names) {
  /** @type {Cells} */
  const cells = {};
  for (const part of text.split(/,(?=[a-z_]+=)/)) {
    const [, name = '', value = ''] = /^([a-z_]+)=([^]*)$/.exec(part.trim()) ?? [];
    if (!names.includes(name) || name in cells) {
      throw new Error(
        `expected column=text, each column once, of ${names.join(', ')}, found "${part}"`,
      );
    }
    cells[name] = value;
  }
  return cells;
}

/**
 * The file of a new row: a word belongs to the situation that needed it, so that no other is asked about it.
 * @param {string} situation its folder
 * @param {string} table
 */
export const fileOfWord = (situation, table) => `${situation}/${table}.csv`;
