import { COLUMNS } from '#lib/records/columns.ts';
import { seedFault, type SeedFault } from '#lib/records/fault.ts';
import { seriesId } from '#lib/records/figure-id.ts';
import type { RowReader, TableText } from '#lib/records/figures.ts';
import { readLibraries, type Reading } from '#lib/records/library.ts';
import type { Day } from '#lib/values/day.ts';
import { stringify } from 'csv-stringify/sync';
import { openEngine, quotedText, type Engine } from './engine.ts';

/** A file of figures that nobody edits by hand, by its path below the seeds and where the engine finds it. */
export interface FigureTable {
  readonly path: string;
  readonly at: string;
}

/**
 * The tables among the seeds, in the order of their paths: Parquet files, and `.address` files, each a line that says
 * where one lies: an address (`https://…`, `s3://…`) or a path below the seeds' folder.
 */
export function tablesIn(
  parquet: readonly string[],
  texts: Readonly<Record<string, string>>,
  root: string,
): FigureTable[] {
  const at = (place: string) => (isAddress(place) ? place : `${root}${place}`);
  const named = Object.entries(texts)
    .filter(([path]) => path.endsWith('.address'))
    .map(([path, text]) => ({ path, at: at(text.trim()) }));
  return [...parquet.map((path) => ({ path, at: at(path) })), ...named].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

/** Those for which the engine needs its extensions. */
export const addressesOf = (tables: readonly FigureTable[]): string[] =>
  tables.map(({ at }) => at).filter(isAddress);

const isAddress = (place: string) => /^[a-z\d]+:\/\//.test(place);

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
  const engine = await openEngine(addressesOf(tables)).catch((cause: unknown) =>
    cause instanceof Error ? cause.message : String(cause),
  );
  if (typeof engine === 'string') {
    const [why = ''] = engine.split('\n');
    const what = `expected an engine that reads tables at an address, could not have it (${why}); let this machine reach it, or put the file here`;
    const remote = tables.filter(({ at }) => isAddress(at));
    return refusedBy(remote.map(({ path }) => seedFault(path, [1, 1], '', what)));
  }
  try {
    const kept: Record<string, TableText> = {};
    const faults: SeedFault[] = [];
    for (const table of tables) {
      const text = await keptOf(engine, table, texts);
      if ('fault' in text) faults.push(text.fault);
      else kept[table.path] = text;
    }
    const readings = readLibraries(texts, today, kept);
    if (faults.length === 0 && readings.every(({ rowsOf }) => rowsOf !== null))
      for (const table of tables) faults.push(...(await faultsOf(engine, table, readings)));
    if (faults.length === 0) return readings;
    const [first, ...others] = readings.map((reading) => reading.faults);
    return [
      ...refusedBy([...faults, ...(first ?? [])]),
      ...others.flatMap((own) => refusedBy(own)),
    ];
  } finally {
    engine.close();
  }
}

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
    return refuse(`expected a Parquet file that can be read, found none (${line}); write it anew`);
  }
  const found = described.map(({ column_name: name }) => String(name));
  if (found.join() !== columns.join())
    return refuse(
      `expected the columns ${columns.join(',')}, found ${found.join(',')}; write it anew with these`,
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
    const what = `expected rows without fault, found more faults than the ${MOST_FAULTS} told here; mend what makes the table`;
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
