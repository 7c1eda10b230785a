import { readCorrections } from './corrections.ts';
import type { TableName } from './columns.ts';
import { Ledger } from './ledger.ts';
import type { Correction, Figure, Withdrawn } from './model.ts';
import { readPublished } from './published.ts';
import { readWithdrawn } from './recorded-figure.ts';
import type { FigureContext } from './recorded-figure.ts';
import { Register } from './register.ts';
import { refuseSilentChanges } from './silent-change.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';
import { idIn, nameOf, statedBy } from './things.ts';
import type { Stated, Thing } from './things.ts';

/** All things of one kind that the seeds say. */
export interface Said {
  readonly thing: Thing;
  readonly stated: readonly Stated[];
  readonly register: Register<unknown>;
}

export interface LedgerFiles {
  /** Of `published.csv`, below the seeds' folder. */
  readonly path: string;
  readonly published: Table<'published'>;
  readonly corrections: Table<'corrections'>;
}

export interface LedgerReading {
  readonly ledger: Ledger;
  readonly corrections: readonly Correction[];
  readonly withdrawn: readonly Withdrawn[];
}

/** Holds what the seeds say against what was published. `context` is null where a figure's words cannot be read. */
export function readLedger(
  files: LedgerFiles,
  said: readonly Said[],
  context: FigureContext | null,
): LedgerReading {
  const published = readPublished(files.published);
  const names = said.flatMap(({ stated }) => stated.map(({ thing, id }) => nameOf(thing, id)));
  const records = files.corrections.rows.map((row) =>
    nameOf('correction', idIn('correction', row)),
  );
  const whole =
    published.whole &&
    said.every(({ register }) => !register.mayHold('')) &&
    files.corrections.whole;
  const known = [...names, ...records, ...published.records.keys()];
  const corrections = readCorrections(
    files.corrections,
    new Register(
      'a figure or another name (such as caveat/rounded)',
      'published.csv',
      new Map(known.map((name) => [name, name])),
      new Set(),
      whole,
    ),
    published,
  );
  const all = [...said, saidIn('correction', files.corrections, corrections.register)];
  const registers = new Map(all.map(({ thing, register }) => [thing, register]));
  const stated = new Map(
    all.flatMap((one) => one.stated.map((each) => [nameOf(each.thing, each.id), each])),
  );
  refuseSilentChanges(
    { stated, mayHold: (thing, id) => registers.get(thing)?.mayHold(id) ?? false },
    published,
    corrections,
  );
  return {
    ledger: new Ledger(files.path, stated, published.records),
    corrections: corrections.rows.map(({ correction }) => correction),
    withdrawn: context === null ? [] : readWithdrawn(published, corrections.rows, context),
  };
}

/** The rows of a table that were read into `register`. */
export function saidIn<N extends TableName>(
  thing: Thing,
  { rows }: Table<N>,
  register: Register<unknown>,
): Said {
  const stated = new Map<string, Stated>();
  for (const row of rows) {
    const id = idIn(thing, row);
    if (register.records.has(id) && !stated.has(id)) stated.set(id, statedBy(thing, id, row));
  }
  return { thing, stated: [...stated.values()], register };
}

/** Figures are named by their ids, which stand in no column. */
export function saidFigures(
  rows: ReadonlyMap<string, Row<'figures'>>,
  register: Register<Figure>,
): Said {
  const stated = [...rows].map(([id, row]) => statedBy('figure', id, row));
  return { thing: 'figure', stated, register };
}
