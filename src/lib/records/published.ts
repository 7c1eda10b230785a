import { BadValue, badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { parseText } from '#lib/values/text.ts';
import { parseState } from './says.ts';
import { THINGS, isThing, nameOf } from './things.ts';
import type { State, Thing } from './things.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';

/** What `published.csv` calls a figure that was taken away: its last state stays. */
export const WITHDRAWN = 'withdrawn';

/** One row of the seeds as it was last published. */
export interface Recorded {
  readonly thing: Thing;
  readonly id: string;
  readonly withdrawn: boolean;
  readonly state: State;
  /** Of `published.csv`. */
  readonly row: Row<'published'>;
}

export interface Published {
  /** By name; a withdrawn figure keeps its own. */
  readonly records: ReadonlyMap<string, Recorded>;
  /** False where a row cannot be read: what is missing is then no news. */
  readonly whole: boolean;
}

/** The state of everything as readers last saw it. */
export function readPublished(table: Table<'published'>): Published {
  const records = new Map<string, Recorded>();
  let { whole } = table;
  for (const row of table.rows) {
    const recorded = readRecorded(row);
    if (recorded === null) {
      whole = false;
      continue;
    }
    const name = nameOf(recorded.thing, recorded.id);
    const first = records.get(name);
    if (first === undefined) records.set(name, recorded);
    else {
      const wayOut = `it stands on line ${first.row.line}; take the file as it was last recorded`;
      row.refuse('id', badValue('each thing once', recorded.id, wayOut).message);
    }
  }
  return { records, whole };
}

function readRecorded(row: Row<'published'>): Recorded | null {
  const cells = row.read({
    thing: (text) => parseChoice(text, [...Object.keys(THINGS), WITHDRAWN]),
    id: parseText,
    says: (text) => parseText(text),
  });
  if (cells === null) return null;
  const thing = isThing(cells.thing) ? cells.thing : 'figure';
  const state = readState(row, thing, cells.says);
  return state && { thing, id: cells.id, withdrawn: cells.thing === WITHDRAWN, state, row };
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
