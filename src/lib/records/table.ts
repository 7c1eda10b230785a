import { CsvError } from 'csv-parse/sync';
import { badValue, quoted } from '#lib/values/bad-value.ts';
import { nearest } from '#lib/values/nearest.ts';
import { COLUMNS, LATER_COLUMNS, isPersonLevel } from './columns.ts';
import type { TableName } from './columns.ts';
import { csvRows } from './csv-rows.ts';
import { seedFault } from './fault.ts';
import type { Faults } from './fault.ts';
import { checkReadable } from './readable.ts';
import { Row } from './row.ts';

export interface Table<N extends TableName> {
  readonly rows: readonly Row<N>[];
  /** False where rows may be missing here: whoever looks one up in vain is then not at fault. */
  readonly whole: boolean;
}

const NOTHING = { rows: [], whole: false } as const;

/**
 * The rows of a table. Whatever keeps one from being read becomes a fault; the other rows are read. `numbers` says where
 * each row stands, when that is not where it stands in `text`.
 */
export function readTable<N extends TableName>(
  name: N,
  file: string,
  text: string,
  faults: Faults,
  numbers?: readonly number[],
): Table<N> {
  const refuse = (line: number, column: number, what: string, header = '') =>
    faults.push(seedFault(file, [line, column], header, what));
  if (!checkReadable(file, text, faults)) return NOTHING;
  const raw = readRows(text.replace(/^\ufeff/, ''), refuse);
  if (raw === null) return NOTHING;
  const [found, ...body] = raw;
  if (found === undefined) {
    const header = COLUMNS[name].join(',');
    const wayOut = name === 'published' ? `; ${beginning(name)}` : '';
    refuse(1, 1, `expected the header ${header}, found an empty file${wayOut}`);
    return NOTHING;
  }
  if (!checkHeader(name, found, refuse)) return NOTHING;
  // The very texts by which cells are asked for are found soonest.
  const headers = isUsual(name, found) ? COLUMNS[name] : found;
  const rows: Row<N>[] = [];
  let line = 1 + linesOf(headers);
  let whole = true;
  for (const [index, record] of body.entries()) {
    if (record.length === headers.length) {
      const place = numbers?.[index] ?? line;
      rows.push(new Row({ name, file, line: place, headers, cells: record, faults }));
    } else {
      whole = false;
      refuse(line, Math.min(record.length, headers.length), raggedness(record, headers.length));
    }
    line += linesOf(record);
  }
  return { rows, whole };
}

/** How a file that holds nothing comes to hold something. What was published is not begun anew, or it would be forgotten. */
export function beginning(name: TableName): string {
  const header = `begin it with the header ${COLUMNS[name].join(',')}`;
  return name === 'published'
    ? `take it as it was last recorded (from git); only where nothing was ever published, ${header}`
    : header;
}

type Refuse = (line: number, column: number, what: string, header?: string) => void;

function readRows(text: string, refuse: Refuse): string[][] | null {
  try {
    return csvRows(text);
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const column = typeof cause['column'] === 'number' ? cause['column'] + 1 : 1;
    if (cause.code === 'CSV_QUOTE_NOT_CLOSED') {
      const what = 'expected a closing quote, found the end of the file; close the one opened here';
      refuse(lineOfOpenQuote(text), column, what);
    } else {
      const line = typeof cause['lines'] === 'number' ? cause['lines'] : 1;
      const what = 'expected quotes around a whole cell, found one inside; write "" for a quote';
      refuse(line, column, what);
    }
    return null;
  }
}

/** The parser's own count takes a line end of two characters inside quotes for two lines. */
function linesOf(record: readonly string[]): number {
  let lines = 1;
  for (const cell of record)
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function isUsual(name: TableName, headers: readonly string[]): boolean {
  const usual: readonly string[] = COLUMNS[name];
  return headers.length === usual.length && headers.every((header, i) => header === usual[i]);
}

/** Every second quote closes; a doubled one closes and opens again. */
function lineOfOpenQuote(text: string): number {
  let opened = 0;
  let open = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    open = !open;
    if (open) opened = at;
  }
  return text.slice(0, opened).split('\n').length;
}

/** Says all that is wrong with a header. Rows under unknown or moved columns can still be read. */
function checkHeader(name: TableName, headers: readonly string[], refuse: Refuse): boolean {
  const expected: readonly string[] = COLUMNS[name];
  const missing = expected.filter(
    (column) => !headers.includes(column) && !LATER_COLUMNS[name]?.includes(column),
  );
  const guessed = new Set<string>();
  let repeated = false;
  for (const [index, header] of headers.entries()) {
    const first = headers.indexOf(header);
    if (!expected.includes(header)) {
      const near = nearest(header, missing);
      if (near !== null) guessed.add(near);
      refuse(1, index + 1, unknownColumn(name, header, near));
    } else if (first < index) {
      repeated = true;
      const what = `each column once, found ${quoted(header)} again (column ${first + 1})`;
      refuse(1, index + 1, `expected ${what}; delete one`, header);
    }
  }
  for (const column of missing) {
    if (guessed.has(column)) continue;
    const place = expected.indexOf(column) + 1;
    refuse(1, place, `expected a column ${column}, found none; add it, even with empty cells`);
  }
  const lawful = missing.length === 0 && !repeated;
  const known = headers.filter((header) => expected.includes(header));
  const moved = lawful ? known.findIndex((header, index) => header !== expected[index]) : -1;
  if (moved !== -1) {
    const what = badValue(`the column ${expected[moved] ?? ''}`, known[moved] ?? '').message;
    refuse(1, headers.indexOf(known[moved] ?? '') + 1, `${what}; order: ${expected.join(',')}`);
  }
  return lawful;
}

function unknownColumn(name: TableName, header: string, near: string | null): string {
  const found = header === '' ? 'one without a name' : quoted(header);
  if (near !== null) return `expected known columns, found ${found}; did you mean ${near}?`;
  if (name === 'figures' && isPersonLevel(header)) {
    return `expected counts of people, found a column about single persons, ${found}; delete it, nothing that identifies a person may enter the seeds`;
  }
  return `expected known columns, found ${found}; delete it, or write its content as note`;
}

function raggedness(record: readonly string[], columns: number): string {
  const [only] = record;
  if (record.length === 1 && only === '') {
    return 'expected a row, found an empty line; delete it';
  }
  const cells = record.length === 1 ? '1 cell' : `${record.length} cells`;
  const wayOut =
    record.length < columns
      ? 'write a comma for each empty cell'
      : 'put quotes around a cell with a comma';
  return `expected ${columns} cells, found ${cells}; ${wayOut}`;
}
