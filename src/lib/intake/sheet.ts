import { isPersonLevel } from '#lib/records/columns.ts';
import { CsvRows } from './csv-rows.ts';
import { expected, ofFile, ofRow } from './refusal.ts';
import type { Refusal, Refusals } from './refusal.ts';

export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table in somebody's file: a header and the rows below it, each as wide as the header. */
export interface Sheet {
  readonly headers: readonly string[];
  readonly rows: readonly RawRow[];
  readonly refusals: Refusals;
}

/** Several times what the Refugee Data Finder gives for all countries and years. */
export const MOST_LINES = 500_000;
const MOST_COLUMNS = 5_000;
/** Whoever has more rows of another width has another kind of file. */
const MOST_RAGGED = 1_000;
const SEPARATORS = [',', ';', '\t', '|'] as const;
export const SEPARATOR_NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tabulator',
  '|': 'upright stroke',
};

/** All rows of a text, with what is wrong with its quotes. */
export function rowsOf(
  text: string,
  separator: string,
  firstLine = 1,
): { rows: RawRow[]; refusals: Refusals } {
  const rows: RawRow[] = [];
  const csv = new CsvRows(
    separator,
    (cells, line) => {
      rows.push({ line, cells });
      if (rows.length > MOST_LINES) csv.stop();
    },
    firstLine,
  );
  csv.push(text);
  csv.end();
  return { rows, refusals: csv.refusals };
}

/** What parts the cells: the one sign that parts all rows alike. A refusal where two do. */
export function separatorOf(text: string): string | Refusal {
  const beginning = text.slice(0, 100_000);
  const found = SEPARATORS.map((separator) => {
    const { rows } = rowsOf(beginning, separator);
    // The last row may be cut.
    const widths = rows
      .slice(0, Math.max(1, Math.min(rows.length - 1, 50)))
      .map(({ cells }) => cells.length);
    const usual = mostFrequent(widths.filter((width) => width > 1));
    return { separator, rows: widths.filter((width) => width === usual).length, of: widths.length };
  }).filter(({ rows }) => rows > 0);
  const even = found.filter(({ rows, of }) => rows === of);
  if (even.length > 1) {
    const names = even.map(({ separator }) => SEPARATOR_NAMES[separator]).join(' and ');
    const wayOut =
      'save the file with one of them only, and with quotes around cells that contain the other';
    return ofFile(
      `expected one sign between cells, found ${names} parting all rows alike; ${wayOut}`,
      1,
    );
  }
  const [best] = [...(even.length === 1 ? even : found)].sort((a, b) => b.rows - a.rows);
  return best?.separator ?? ',';
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return first?.[0] ?? -1;
}

/**
 * Two header rows as one: what stands above goes before what stands below. A name above that has others below it goes on to the
 * right, as over merged cells: `Killed,,Injured` above `men,women,men`.
 */
export function joinedHeader(upper: readonly string[], lower: readonly string[]): string[] {
  let group = '';
  return lower.map((cell, index) => {
    const [above, below] = [(upper[index] ?? '').trim(), cell.trim()];
    if (below === '') group = '';
    else if (above !== '') group = above;
    return [above === '' ? group : above, below].filter((name) => name !== '').join(' ');
  });
}

/** The table whose header is the row at `at`. `read` are columns of which it is known what they mean. */
export function sheetOf(
  raw: readonly RawRow[],
  at: number,
  before: Refusals = [],
  read: ReadonlySet<string> = new Set(),
): Sheet {
  const refusals: Refusals = [...before];
  const header = raw[at];
  if (header === undefined) {
    return {
      headers: [],
      rows: [],
      refusals: [
        ...refusals,
        ofFile(
          'expected a header and rows, found an empty file; download it again from the publisher',
        ),
      ],
    };
  }
  const headers = header.cells.map((cell) => cell.trim());
  refusals.push(...headerRefusals(headers, header.line));
  const rows: RawRow[] = [];
  let ragged = 0;
  for (const row of raw.slice(at + 1)) {
    const isEmpty = row.cells.every((cell) => cell === '');
    if (row.cells.length === headers.length && !isEmpty) rows.push(row);
    else if (isEmpty) continue;
    else if (ragged < MOST_RAGGED) {
      ragged += 1;
      refusals.push(ofRow(row.line, '', raggedness(row.cells.length, headers.length)));
    } else {
      const what = `expected rows as wide as the header, found more than ${MOST_RAGGED} that are not; the file is broken or has another form`;
      return { headers, rows: [], refusals: [...refusals, ofFile(what, row.line)] };
    }
  }
  refusals.push(...personsIn(headers, rows, read, header.line));
  return { headers, rows, refusals };
}

/** What is wrong with a header; any of it would put numbers under a wrong name. */
export function headerRefusals(headers: readonly string[], line: number): Refusals {
  const refusals: Refusals = [];
  if (headers.length > MOST_COLUMNS) {
    const what = `expected at most ${MOST_COLUMNS} columns, found ${headers.length}; this is no table of figures`;
    return [ofFile(what, line)];
  }
  for (const [index, header] of headers.entries()) {
    if (header === '') {
      const wayOut = `name column ${index + 1} or delete it`;
      refusals.push(ofFile(expected('a name over every column', '', wayOut), line));
    } else if (headers.indexOf(header) < index) {
      const wayOut = `columns ${headers.indexOf(header) + 1} and ${index + 1} have it; either may be meant`;
      refusals.push(ofFile(expected('each column once', header, wayOut), line));
    }
    // Beside a source it is where that is read, as in our own files.
    const isOfSource = header === 'address' && headers.includes('source');
    if (isAboutPersons(header) && !isOfSource) {
      const wayOut = 'delete the column: nothing that identifies a person may enter the seeds';
      refusals.push(ofFile(expected('counts of people', header, wayOut), line));
    }
  }
  return refusals;
}

export function raggedness(found: number, wanted: number): string {
  const wayOut =
    found < wanted
      ? 'a cell is missing; write a separator for each empty one'
      : 'a cell contains a separator; put quotes around it';
  return `expected ${wanted} cells, found ${found}; ${wayOut}`;
}

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const TELEPHONE = /^(?:\+|00)\d[\d ()-]{7,}$/;
/** Two to four words with capitals, as the name of a person is. */
const FULL_NAME = /^\p{Lu}[\p{L}'\u2019-]+(?:,? \p{Lu}[\p{L}.'\u2019-]*){1,3}$/u;
const NAMED = /(?:^|[_\s])names?$|^who$/i;
const MOST_LOOKED_AT = 1_000;

/** Columns whose content tells one person from another, whatever they are called: addresses, telephones, names of people. */
function personsIn(
  headers: readonly string[],
  rows: readonly RawRow[],
  read: ReadonlySet<string>,
  line: number,
): Refusals {
  return headers.flatMap((header, index) => {
    if (read.has(header) && !NAMED.test(header)) return [];
    const cells = rows
      .slice(0, MOST_LOOKED_AT)
      .map((row) => (row.cells[index] ?? '').trim())
      .filter((cell) => cell !== '');
    const contacts = cells.filter((cell) => MAIL.test(cell) || TELEPHONE.test(cell)).length;
    const names = new Set(cells.filter((cell) => FULL_NAME.test(cell)));
    const isOfPeople =
      NAMED.test(header) &&
      !IMPERSONAL.test(header) &&
      !read.has(header) &&
      names.size > 0 &&
      names.size * 2 > cells.length;
    if (contacts * 2 <= cells.length && !isOfPeople) return [];
    const what = isOfPeople ? 'names of people' : 'e-mail addresses or telephones';
    return [
      ofFile(
        expected(
          'counts of people',
          header,
          `its cells look like ${what}; delete the column: nothing that identifies a person may enter the seeds`,
        ),
        line,
      ),
    ];
  });
}

/** Names of places and groups are no names of persons, and births are counted, not dated. */
const IMPERSONAL =
  /country|location|place|region|admin|adm\d|crossing|point|border|station|camp|site|facility|settlement|hromada|district|oblast|raion|area|geomaster|origin|asylum|group|indicator|dataset|source|crisis|operation|births per|\bof age\b|per 1,?000/i;

/** Words that many tables have over columns about places and things: there the content decides. */
const SAYS_LITTLE = /^(?:.*[_\s-])?(?:names?|address)$|^(?:first|last)(?![_\s-]?name)/i;
const SAYS_ENOUGH =
  /(?:sur|fore|first|last|middle|family|given|full|maiden)[_\s-]?names?|e[_\s-]?mail/i;

export function isAboutPersons(header: string): boolean {
  if (SAYS_LITTLE.test(header) && !SAYS_ENOUGH.test(header)) return false;
  return SAYS_ENOUGH.test(header) || (isPersonLevel(header) && !IMPERSONAL.test(header));
}
