import { COLUMNS } from './columns.ts';
import type { TableName } from './columns.ts';
import type { Row } from './row.ts';

/**
 * What the seeds publish, by the name under which `published.csv` and `corrections.csv` speak of it, in the order in
 * which the former lists it. `key` are the columns that name a row; a figure is named by its own id.
 */
export const THINGS = {
  measure: { table: 'measures', key: ['id'] },
  population: { table: 'populations', key: ['id'] },
  place: { table: 'places', key: ['id'] },
  publisher: { table: 'publishers', key: ['id'] },
  caveat: { table: 'caveats', key: ['code'] },
  definition: { table: 'definitions', key: ['id'] },
  break: { table: 'breaks', key: ['id'] },
  source: { table: 'sources', key: ['id'] },
  table: { table: 'tables', key: ['id'] },
  address: { table: 'addresses', key: ['kind', 'id'] },
  event: { table: 'events', key: ['id'] },
  figure: { table: 'figures', key: [] },
  correction: { table: 'corrections', key: ['figure', 'column', 'day'] },
} as const satisfies Record<string, { table: TableName; key: readonly string[] }>;

export type Thing = keyof typeof THINGS;

/** The cells of one row as written, by column; empty ones are left out. */
export type State = Readonly<Record<string, string>>;

/** One row of the seeds that says something lawful, and where it stands. */
export interface Stated {
  readonly thing: Thing;
  readonly id: string;
  readonly state: State;
  /** The same as one cell, as `sayState` writes it. */
  readonly says: string;
  /** Of the file in which it stands. */
  readonly row: {
    refuse(column: string, what: string): void;
    isRefused(column: string): boolean;
  };
}

export function isThing(text: string): text is Thing {
  return Object.hasOwn(THINGS, text);
}

/** `caveat/rounded`, `source/ohchr-2022-02-28`; a figure is its id, which holds no `/`. */
export function nameOf(thing: Thing, id: string): string {
  return thing === 'figure' ? id : `${thing}/${id}`;
}

/** The columns of a thing's state: those of its table that do not name it. */
export function columnsOf(thing: Thing): readonly string[] {
  return UNNAMED[thing] ?? [];
}

const UNNAMED: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(THINGS).map(([thing, { table, key }]) => {
    const names: readonly string[] = key;
    return [thing, COLUMNS[table].filter((column) => !names.includes(column))];
  }),
);

/** Our own sentences and names, and what follows from a caveat as it is worded: of these a change can leave the meaning as it was. */
const WORDING = new Set(
  'label phrase map_heading counted explained in_phrase to_phrase name short part text said_by what break_reason reason effects'.split(
    ' ',
  ),
);

/** Whether a change of this cell can be a clarification. What a publication says is not ours to reword. */
export function isWording(thing: Thing, column: string): boolean {
  return thing !== 'figure' && thing !== 'source' && WORDING.has(column);
}

/** The id of a row whose table is named by its own columns; an empty one of them is left out. */
export function idIn<N extends TableName>(thing: Thing, row: Row<N>): string {
  const { key } = THINGS[thing];
  const cell = row as { raw(column: string): string };
  return key
    .map((column) => cell.raw(column))
    .filter((text) => text !== '')
    .join(' ');
}
