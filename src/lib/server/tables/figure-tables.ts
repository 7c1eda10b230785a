import { COLUMNS } from '#lib/records/columns.ts';
import { seedFault, type SeedFault } from '#lib/records/fault.ts';
import { seriesId } from '#lib/records/figure-id.ts';
import type { RowReader, TableText } from '#lib/records/figures.ts';
import { readLibraries, type Reading } from '#lib/records/library.ts';
import type { Day } from '#lib/values/day.ts';
import { stringify } from 'csv-stringify/sync';
import { readAddress, type Address, type Remote } from './address.ts';
import { openEngine, quotedText, type Engine } from './engine.ts';
import { wayBelow } from './way-below.ts';

export { localCopies } from './local-copies.ts';

/** A file of figures that nobody edits by hand, by its path below the seeds and where the engine finds it. */
export interface FigureTable {
  readonly path: string;
  /** On this disk; for what lies elsewhere and was not read, its address. */
  readonly at: string;
  /** Where it lies, when that is elsewhere. */
  readonly remote?: Remote;
  /** When its copy was last found to be as it is there, in milliseconds since 1970; of what was not read nothing. */
  readonly fetched?: number;
  /** Why it is not read. */
  readonly fault?: SeedFault;
}

/**
 * The tables among the seeds, in the order of their paths: Parquet files, and `.address` files, which say where one lies
 * (`address.ts`). No network is asked: `localCopies` does, for those that lie elsewhere.
 * @param root the folder of the seeds, with a slash at its end
 */
export function tablesIn(
  parquet: readonly string[],
  texts: Readonly<Record<string, string>>,
  root: string,
): FigureTable[] {
  const named = Object.entries(texts)
    .filter(([path]) => path.endsWith('.address'))
    .map(([path, text]) => tableAt(path, readAddress(path, text), root));
  const below = new Set(named.map(({ at }) => at));
  const here = parquet
    .map((path) => ({ path, at: `${root}${path}` }))
    // What an address names is read once, as the table of its publication.
    .filter(({ at }) => !below.has(at));
  return [...here, ...named].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function tableAt(path: string, address: Address | SeedFault, root: string): FigureTable {
  if ('message' in address) return { path, at: '', fault: address };
  if (address.kind !== 'file') return { path, at: address.name, remote: address };
  const at = `${root}${address.name}`;
  const found = wayBelow(root, address.name);
  if (found === null) return { path, at };
  const what = `expected a file at ${address.name}, found ${found}; put the file itself there`;
  return { path, at: '', fault: seedFault(path, [1, 1], '', what) };
}

/** What lies elsewhere, as it is told. */
export const addressesOf = (tables: readonly FigureTable[]): string[] =>
  tables.flatMap(({ remote }) => remote?.name ?? []);

/** Those of which there is no copy, although nothing is wrong with their address. */
const isUnread = ({ remote, fetched, fault }: FigureTable) =>
  remote !== undefined && fetched === undefined && fault === undefined;

/** Series with pages of their own, beside those that the situation names. */
export const MOST_SERIES = 200;
/** Figures with pages: beyond, a build is no longer a matter of minutes. */
const MOST_FIGURES = 50_000;
/** Faults told of one table; who made it mends them by rule, not one by one. */
const MOST_FAULTS = 100;

const columns = COLUMNS.figures;

/**
 * Reads seeds of which some figures stand in tables (Parquet). Every row is asked what a row of a figure file is asked,
 * a batch at a time; kept are the series that the situation names, and of the others those with the most figures. The
 * rest is in the files to download, and in no page.
 */
export async function readHouse(
  texts: Readonly<Record<string, string>>,
  tables: readonly FigureTable[],
  today: Day | null = null,
): Promise<readonly Reading[]> {
  if (tables.length === 0) return readLibraries(texts, today);
  const faults = tables.flatMap(({ fault }) => fault ?? []);
  const unread = tables.filter(isUnread);
  faults.push(...unread.map(notRead));
  const missing = tables.filter((table) => table.fault !== undefined || isUnread(table));
  const engine = await openEngine();
  try {
    const kept: Record<string, TableText> = {};
    for (const table of tables) {
      if (missing.includes(table)) continue;
      const text = await keptOf(engine, table, texts);
      if ('fault' in text) faults.push(text.fault);
      else kept[table.path] = text;
    }
    const readings = readLibraries(texts, today, kept);
    if (faults.length === 0 && readings.every(({ rowsOf }) => rowsOf !== null))
      for (const table of tables) faults.push(...(await faultsOf(engine, table, readings)));
    if (faults.length === 0) return readings;
    const [first = [], ...others] = readings.map((reading) =>
      reading.faults.filter((fault) => !missing.some((table) => mayFollow(fault, table))),
    );
    return [...refusedBy([...faults, ...first]), ...others.flatMap((own) => refusedBy(own))];
  } finally {
    engine.close();
  }
}

const notRead = ({ path, at }: FigureTable) =>
  seedFault(
    path,
    [1, 1],
    '',
    `expected the table at ${at}, found no copy of it; npm run seeds -- check --fetch reads it`,
  );

/** Whether a fault may come of a table that was not read: what names its figures, or says that they were published. */
const mayFollow = ({ file }: SeedFault, { path }: FigureTable) =>
  ['situation.yaml', 'sources.csv', 'published.csv', 'corrections.csv', 'signed.csv']
    .map((name) => `${path.split('/')[0] ?? ''}/${name}`)
    .includes(file);

const refusedBy = (faults: readonly SeedFault[]): Reading[] => [
  { library: null, ledger: null, rowsOf: null, tables: {}, faults, signatures: [] },
];

const cells = columns.map((column) => `coalesce(CAST("${column}" AS VARCHAR), '') AS "${column}"`);
const numbered = ({ at }: FigureTable) =>
  `(SELECT file_row_number AS row, ${cells.join(', ')} FROM read_parquet(${quotedText(at)}, file_row_number = true))`;

type Kept = TableText | { readonly fault: SeedFault };

/** The rows of the series that get pages, as the text of a figure file, with what tells this state of the table from others. */
async function keptOf(
  engine: Engine,
  table: FigureTable,
  texts: Readonly<Record<string, string>>,
): Promise<Kept> {
  const refuse = (what: string) => ({ fault: seedFault(table.path, [1, 1], '', what) });
  const described = await engine
    .all(`DESCRIBE SELECT * FROM read_parquet(${quotedText(table.at)})`)
    .catch((cause: unknown) => (cause instanceof Error ? cause.message : String(cause)));
  if (typeof described === 'string') {
    const [line = ''] = described.split('\n');
    return refuse(`expected a Parquet file that can be read, found none (${line}); write it again`);
  }
  const found = described.map(({ column_name: name }) => String(name));
  if (found.join() !== columns.join())
    return refuse(
      `expected the columns ${columns.join(',')}, found ${found.join(',')}; write it again with these`,
    );
  const plan = texts[`${table.path.split('/')[0] ?? ''}/situation.yaml`] ?? '';
  const named = new Set(plan.match(/[\w-]+/g));
  const home = /^country: *(\S+)/m.exec(plan)?.[1] ?? '';
  const groups = await engine.all(
    `SELECT measure, population, origin, place, definition, count(*)::INTEGER AS count FROM ${numbered(table)} GROUP BY ALL`,
  );
  const series = groups.map((group) => {
    const words = wordsOf(group);
    const id = seriesId(words, home);
    const isNamed =
      named.has(id) ||
      (named.has(words.definition) && named.has(words.place) && named.has(words.origin));
    return { words, id, isNamed, count: Number(group['count']) };
  });
  const chosen = [
    ...series.filter(({ isNamed }) => isNamed),
    ...series
      .filter(({ isNamed }) => !isNamed)
      .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_SERIES),
  ];
  const many = chosen.reduce((sum, { count }) => sum + count, 0);
  if (many > MOST_FIGURES)
    return refuse(
      `expected at most ${MOST_FIGURES} figures in the series that get pages, found ${many}; name fewer series in situation.yaml, or part the table`,
    );
  const list = chosen.map(({ words }) => `(${Object.values(words).map(quotedText).join()})`);
  const rows: string[][] = [];
  const lines: number[] = [];
  if (list.length > 0)
    for await (const batch of engine.batches(
      `SELECT * FROM ${numbered(table)} WHERE (measure, population, origin, place, definition) IN (${list.join()}) ORDER BY row`,
    ))
      for (const [row, ...own] of batch) {
        lines.push(Number(row) + 1);
        rows.push(own.map(String));
      }
  // Of the cells in their order: another compression of the same rows is the same table.
  const [state] = await engine.all(
    `SELECT count(*)::INTEGER AS count, coalesce(md5(string_agg(md5(concat_ws(chr(31), ${columns.map((column) => `"${column}"`).join(', ')})), '' ORDER BY row)), '') AS mark FROM ${numbered(table)}`,
  );
  return {
    text: stringify([[...columns], ...rows]),
    lines,
    rows: Number(state?.['count']),
    mark: String(state?.['mark']),
  };
}

function wordsOf(group: Record<string, unknown>) {
  const word = (name: string) => String(group[name]);
  return {
    measure: word('measure'),
    population: word('population'),
    origin: word('origin'),
    place: word('place'),
    definition: word('definition'),
  };
}

/** What is wrong with the rows of a table, kept or not. */
async function faultsOf(
  engine: Engine,
  table: FigureTable,
  readings: readonly Reading[],
): Promise<SeedFault[]> {
  const faults: SeedFault[] = [];
  for await (const batch of readRows(engine, table, readings)) {
    faults.push(...batch.faults);
    if (faults.length < MOST_FAULTS) continue;
    const what = `expected rows without fault, found more faults than the ${MOST_FAULTS} listed here; correct what makes the table`;
    return [...faults.slice(0, MOST_FAULTS), seedFault(table.path, [1, 1], '', what)];
  }
  return faults;
}

/** All rows of a table, a batch at a time. */
export async function* readRows(
  engine: Engine,
  table: FigureTable,
  readings: readonly Reading[],
): AsyncGenerator<ReturnType<RowReader>> {
  const read = readings.flatMap(({ rowsOf }) => rowsOf?.(table.path) ?? [])[0];
  if (read === undefined) return;
  for await (const batch of engine.batches(`SELECT * FROM ${numbered(table)} ORDER BY row`))
    yield read(batch.map(([row, ...own]) => [Number(row) + 1, own.map(String)] as const));
}
