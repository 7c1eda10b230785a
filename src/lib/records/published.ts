import { BadValue, badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { parseText } from '#lib/values/text.ts';
import { COLUMNS } from './columns.ts';
import { csvLine } from './csv-line.ts';
import { parseState } from './says.ts';
import { sealOf } from './seal.ts';
import { THINGS, columnsOf, isThing, nameOf } from './things.ts';
import type { State, Stated, Thing } from './things.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';

/** What `published.csv` calls a figure that was taken away: its last state stays. */
export const WITHDRAWN = 'withdrawn';

/** What `published.csv` calls its first row: how many others there are, and their mark. */
export const RECORD = 'record';

/** The first row of `published.csv`, of the texts of all others. */
export function recordOf(lines: readonly string[]): string {
  return csvLine([RECORD, String(lines.length), sealOf(lines)]);
}

/** One row of the seeds as it was last published. */
export interface Recorded {
  readonly thing: Thing;
  readonly id: string;
  readonly withdrawn: boolean;
  readonly state: State;
  /** Of `published.csv`. */
  readonly row: Row<'published'>;
  /** The row of the seeds that says the very same now; null where none does, or that was not seen at once. */
  readonly now: Stated | null;
}

export interface Published {
  /** By name; a withdrawn figure keeps its own. */
  readonly records: ReadonlyMap<string, Recorded>;
  /** False where a row cannot be read: what is missing is then no news. */
  readonly whole: boolean;
}

/**
 * The state of everything as readers last saw it. `stated` is what the seeds say now, by name: nearly every row says the
 * same, which is seen by its text alone.
 */
export function readPublished(
  table: Table<'published'>,
  stated: ReadonlyMap<string, Stated>,
): Published {
  const records = new Map<string, Recorded>();
  let { whole } = table;
  const rows = table.rows.filter((row) => row.raw('thing') !== RECORD);
  for (const row of rows) {
    const recorded = unchanged(row, stated) ?? readRecorded(row);
    if (recorded === null) {
      whole = false;
      continue;
    }
    const name = nameOf(recorded.thing, recorded.id);
    const first = records.get(name);
    if (first === undefined) records.set(name, recorded);
    else {
      const wayOut = `it is on line ${first.row.line}; take the file as it was last recorded`;
      row.refuse('id', badValue('each thing once', recorded.id, wayOut).message);
      whole = false;
    }
  }
  // What cannot be read is told already. Of a file that is not as it was written nothing is held against the seeds.
  if (whole && !isAsWritten(table.rows, rows)) return { records: new Map(), whole: false };
  return { records, whole };
}

/** Whether the file is as the publish command wrote it, in whatever order and with whatever line ends; else a fault. */
function isAsWritten(all: readonly Row<'published'>[], rows: readonly Row<'published'>[]): boolean {
  const [first] = all;
  // Nothing has been published yet.
  if (first === undefined) return true;
  const lines = rows.map((row) => textOf(row));
  const [kept, second] = all.filter((row) => row.raw('thing') === RECORD);
  if (kept !== undefined && second === undefined && textOf(kept) === recordOf(lines)) return true;
  const refuse = (row: Row<'published'>, column: 'thing' | 'id' | 'says', expected: string) =>
    row.refuse(column, badValue(expected, row.raw(column), CHANGED_BY_HAND).message);
  if (kept === undefined) refuse(first, 'thing', `${RECORD}, with the mark of all rows`);
  else if (second !== undefined) refuse(second, 'thing', `one row of ${RECORD}`);
  else if (kept.raw('id') !== String(lines.length)) {
    refuse(kept, 'id', `the number of the other rows, ${lines.length}`);
  } else refuse(kept, 'says', 'the mark of the other rows');
  return false;
}

const CHANGED_BY_HAND =
  'the file was edited by hand, or cut: take it as it was last recorded (from git)';

const textOf = (row: Row<'published'>) => csvLine(COLUMNS.published.map((name) => row.raw(name)));

/** A row that says what the seeds say: their cells are read already, so this one need not be taken apart. */
function unchanged(row: Row<'published'>, stated: ReadonlyMap<string, Stated>): Recorded | null {
  const thing = row.raw('thing');
  if (!isThing(thing)) return null;
  const now = stated.get(nameOf(thing, row.raw('id')));
  const says = row.raw('says');
  return now === undefined || says === '' || now.says !== says ? null : new Unchanged(now, row);
}

class Unchanged implements Recorded {
  readonly now: Stated;
  readonly row: Row<'published'>;
  readonly withdrawn = false;

  constructor(now: Stated, row: Row<'published'>) {
    this.now = now;
    this.row = row;
  }

  get thing(): Thing {
    return this.now.thing;
  }

  get id(): string {
    return this.now.id;
  }

  get state(): State {
    return this.now.state;
  }
}

const isNameAlone = (thing: string) => isThing(thing) && columnsOf(thing).length === 0;

/** What a row can be about, as it is written. */
const WRITTEN: readonly string[] = [...Object.keys(THINGS), WITHDRAWN];

function readRecorded(row: Row<'published'>): Recorded | null {
  const cells = row.read({
    thing: (text) => parseChoice(text, WRITTEN),
    id: parseText,
    // Of a thing that is its name alone there is nothing to say.
    says: (text) => (text === '' && isNameAlone(row.raw('thing')) ? text : parseText(text)),
  });
  if (cells === null) return null;
  const thing = isThing(cells.thing) ? cells.thing : 'figure';
  const state = readState(row, thing, cells.says);
  const { id } = cells;
  return state && { thing, id, withdrawn: cells.thing === WITHDRAWN, state, row, now: null };
}

function readState(row: Row<'published'>, thing: Thing, says: string): State | null {
  try {
    return parseState(thing, says);
  } catch (cause) {
    if (!(cause instanceof BadValue)) throw cause;
    row.refuse('says', cause.message);
    return null;
  }
}
