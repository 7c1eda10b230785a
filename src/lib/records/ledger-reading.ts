import { readCorrections } from './corrections.ts';
import type { TableName } from './columns.ts';
import { refuseFreeTexts } from './free-texts.ts';
import type { Unread } from './free-texts.ts';
import { Ledger } from './ledger.ts';
import type { Correction, Figure, Withdrawn } from './model.ts';
import { readPublished } from './published.ts';
import { readWithdrawn } from './recorded-figure.ts';
import type { FigureContext } from './recorded-figure.ts';
import { Register } from './register.ts';
import { refuseSilentChanges } from './silent-change.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';
import { statedBy } from './stated.ts';
import { idIn, nameOf } from './things.ts';
import { WORDS, usedWords } from './used-words.ts';
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
  /** The text of `situation.yaml`. */
  readonly plan: string;
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
  unread: readonly Unread[] = [],
): LedgerReading {
  const all = new Map<string, Stated>();
  for (const { stated: its } of said)
    for (const one of its) all.set(nameOf(one.thing, one.id), one);
  const published = readPublished(files.published, all);
  const used = usedWords(
    [...all.values()],
    [...published.records.values()].flatMap(({ withdrawn, state }) => (withdrawn ? [state] : [])),
    files.plan,
    files.corrections.rows.map((row) => row.raw('figure')),
  );
  const isRecorded = ([name, { thing }]: [string, Stated]) => !WORDS.has(thing) || used.has(name);
  // Words of other situations are theirs to put on record.
  const stated = new Map([...all].filter(isRecorded));
  const records = files.corrections.rows.map((row) =>
    nameOf('correction', idIn('correction', row)),
  );
  const whole =
    published.whole &&
    said.every(({ register }) => !register.mayHold('')) &&
    files.corrections.whole;
  const known = new Map<string, string>();
  for (const names of [stated.keys(), records, published.records.keys()])
    for (const name of names) known.set(name, name);
  const corrections = readCorrections(
    files.corrections,
    new Register(
      'a figure or another name (such as caveat/rounded)',
      'published.csv',
      known,
      new Set(),
      whole,
    ),
    published,
  );
  const saidCorrections = saidIn('correction', files.corrections, corrections.register);
  for (const one of saidCorrections.stated) stated.set(nameOf(one.thing, one.id), one);
  const registers = new Map(
    [...said, saidCorrections].map(({ thing, register }) => [thing, register]),
  );
  refuseSilentChanges(
    { stated, mayHold: (thing, id) => registers.get(thing)?.mayHold(id) ?? false },
    published,
    corrections,
  );
  refuseFreeTexts(stated, published, unread);
  return {
    ledger: new Ledger(
      files.path,
      stated,
      new Map([...published.records].filter(([name]) => stated.has(name) || !all.has(name))),
    ),
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

/** Rows of publications and figures that were not read: what they say in free text is looked at all the same. */
export function unreadIn(
  { rows }: Table<'sources'>,
  register: Register<unknown>,
  figures: readonly { readonly source: string; readonly row: Row<'figures'> }[],
): Unread[] {
  const ofSource = (id: string) => nameOf('source', id);
  return [
    ...rows.flatMap((row): Unread[] => {
      const id = idIn('source', row);
      return register.records.has(id) ? [] : [{ thing: 'source', name: ofSource(id), row }];
    }),
    ...figures.map(({ source, row }): Unread => ({ thing: 'figure', name: ofSource(source), row })),
  ];
}
