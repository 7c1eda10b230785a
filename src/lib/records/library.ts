import type { Day } from '#lib/values/day.ts';
import { COLUMNS } from './columns.ts';
import { byDay, readEvents } from './context.ts';
import { readEntry } from './entry.ts';
import { inOrder, seedFault } from './fault.ts';
import type { Faults, SeedFault } from './fault.ts';
import { readFigures, rowReader, type RowReader, type TableText } from './figures.ts';
import { refuseLaterDays } from './later-day.ts';
import { readLedger, saidFigures, saidIn, unreadIn, type Said } from './ledger-reading.ts';
import type { Ledger } from './ledger.ts';
import { readMapDrawing } from './map-drawing.ts';
import { mappingFileName, readMappings } from './mapping.ts';
import type { Library, Situation } from './model.ts';
import { readFields, readSituation } from './situation.ts';
import { Register } from './register.ts';
import { readSignatures } from './signature.ts';
import type { Signature } from './signature.ts';
import { readSources } from './source.ts';
import { readSums, refuseWrongSums } from './sums.ts';
import { readTable } from './table.ts';
import { FOR_IMPORTS, SHARED, readOr, readWordLists } from './word-lists.ts';
import { statedBy } from './stated.ts';

const OWN = [
  'sources',
  'events',
  'corrections',
  'published',
  'signed',
  'map-ribbons',
  'map-names',
] as const;
export interface Reading {
  /** Null as long as there is a fault: half a library would show half the caveats. */
  readonly library: Library | null;
  readonly faults: readonly SeedFault[];
  /** What is published beside what is to be; null as long as there is a fault. */
  readonly ledger: Ledger | null;
  /** Who has looked at what is odd and found it right; what is odd is found in views/quality/. */
  readonly signatures: readonly Signature[];
  /** What reads all rows of a table of figures, by the table's path; null as long as there is a fault. */
  readonly rowsOf: ((path: string) => RowReader | null) | null;
  /** The tables of figures of all situations, as they were given. */
  readonly tables: Tables;
}

type Files = Readonly<Record<string, string>>;
type Tables = Readonly<Record<string, TableText>>;

/**
 * Reads the seeds of a house with one situation, or of the first by name. `files` holds their texts by path relative to
 * the seeds' folder. Never throws for what a seed says: all faults come together, by file, line and column. With
 * `today`, what is dated after it is one.
 */
export function readLibrary(files: Files, today: Day | null = null): Reading {
  const faults: Faults = [];
  const [folder] = situationFolders(files, faults);
  return readFolder(files, folder ?? null, today, faults, {});
}

/**
 * Reads every situation, by name. They share the words at the root of the seeds; what is wrong with these is told
 * once. A fault in one situation keeps all of them from being read: half a house would be believed to be whole. `tables`
 * are figures that stand in tables, by path.
 */
export function readLibraries(
  files: Files,
  today: Day | null = null,
  tables: Tables = {},
): readonly Reading[] {
  const strangers: Faults = [];
  const folders = situationFolders(files, strangers);
  const readings = (folders.length === 0 ? [null] : folders).map((folder) =>
    readFolder(files, folder, today, [...strangers], tables),
  );
  const told = new Set<string>();
  const own = readings.map(({ faults }) =>
    faults.filter(({ message }) => !told.has(message) && told.add(message)),
  );
  return told.size === 0
    ? readings
    : own.map((faults) => ({
        library: null,
        faults,
        ledger: null,
        rowsOf: null,
        tables: {},
        signatures: [],
      }));
}

function readFolder(
  files: Files,
  folder: string | null,
  today: Day | null,
  faults: Faults,
  tables: Tables,
): Reading {
  const lists = readWordLists(files, folder, faults);
  const { tables: common, measures, populations, places, publishers } = lists;
  const { caveats, definitions, breaks, mapPolicy } = lists;
  if (folder === null) return nothing(faults);

  const ofFolder = <N extends (typeof OWN)[number]>(name: N) =>
    readOr(files, name, `${folder}/${name}.csv`, faults);
  const own = { sources: ofFolder('sources'), events: ofFolder('events') };
  const sources = readSources('sources.csv', own.sources, publishers, caveats);
  const path = `${folder}/situation.yaml`;
  const root = readEntry(path, files[path] ?? '', faults);
  const plan = root === null ? null : readFields(root, places);
  const home = plan?.country?.id ?? null;
  const words = { measures, populations, places, definitions, caveats };
  const figureFiles = Object.entries(files)
    .sort(byPath)
    .flatMap(([file, text]) => {
      const id = figureFileName(file, folder);
      return id === null ? [] : [{ id, file, text }];
    });
  const ownTables = Object.entries(tables).flatMap(([file, table]) => {
    const id = figureFileName(file, folder, TABLES);
    return id === null ? [] : [{ id, file, ...table }];
  });
  const { list, rows, unread, figures, series } = readFigures(
    [...figureFiles, ...ownTables],
    sources,
    home,
    words,
    faults,
  );
  const sums = readSums('sums.csv', common.sums, words);
  refuseWrongSums([...sums.records.values()], list, rows);
  const signed = ofFolder('signed');
  const signatures = readSignatures(signed);
  const planned = plan === null ? null : readSituation(folder, plan, places, series, words);
  const drawings = readMapDrawing(
    ofFolder('map-ribbons'),
    ofFolder('map-names'),
    planned?.frames ?? null,
  );
  const situation = planned && { ...planned, drawings };
  readMappings(files, folder, { ...words, sources }, faults);
  const events = readEvents('events.csv', own.events, sources);
  const record = { published: ofFolder('published'), corrections: ofFolder('corrections') };
  const { ledger, corrections, withdrawn } = readLedger(
    { path: `${folder}/published.csv`, ...record, plan: files[path] ?? '' },
    [
      saidIn('measure', common.measures, measures),
      saidIn('population', common.populations, populations),
      saidIn('place', common.places, places),
      saidIn('publisher', common.publishers, publishers),
      saidIn('caveat', common.caveats, caveats),
      saidIn('definition', common.definitions, definitions),
      saidIn('break', common.breaks, breaks),
      saidIn('source', own.sources, sources),
      saidIn('event', own.events, events),
      saidTables(ownTables, faults),
      saidAddresses(path, situation, faults),
      saidFigures(rows, figures),
    ],
    home === null ? null : { sources, home, words },
    unreadIn(own.sources, sources, unread),
  );
  if (today !== null) {
    refuseLaterDays(own.sources, 'retrieved', today, 'write the day on which it was read');
    refuseLaterDays(record.corrections, 'day', today, 'write the day on which it was changed');
    refuseLaterDays(signed, 'day', today, 'write the day on which it was signed');
  }
  if (faults.length === 0 && list.length === 0) {
    const what =
      'expected a publication with a figure, found none; a situation begins with its first: npm run seeds -- new';
    faults.push(seedFault(`${folder}/sources.csv`, [1, 1], '', what));
  }
  if (faults.length > 0 || situation === null) {
    return nothing(faults);
  }
  const library: Library = {
    situation,
    sources: [...sources.records.values()],
    figures: list,
    tables: ownTables.flatMap(({ id, file, rows: count, mark }) => {
      const source = sources.records.get(id);
      return source ? [{ source, path: file, rows: count, mark }] : [];
    }),
    events: byDay(events),
    corrections,
    withdrawn,
    breaks: byDay(breaks),
    mapPolicy: [...mapPolicy.records.values()],
    sums: [...sums.records.values()],
    caveats: caveats.records,
    definitions: definitions.records,
    measures: measures.records,
    populations: populations.records,
    places: places.records,
    publishers: publishers.records,
  };
  return {
    library,
    faults: [],
    ledger,
    signatures,
    tables,
    rowsOf: (path) => {
      const id = figureFileName(path, folder, TABLES);
      return id === null
        ? null
        : rowReader({ id, file: path }, sources, situation.country.id, words);
    },
  };
}

const nothing = (faults: Faults): Reading => ({
  library: null,
  faults: inOrder(faults),
  ledger: null,
  rowsOf: null,
  tables: {},
  signatures: [],
});

/** What `published.csv` says of tables of figures: whether they are as they were. */
function saidTables(
  tables: readonly (TableText & { readonly id: string; readonly file: string })[],
  faults: Faults,
): Said {
  const header = COLUMNS.tables.join();
  const stated = tables.flatMap(({ id, file, rows, mark }) => {
    const text = `${header}\n${id},${rows},${mark}\n`;
    return readTable('tables', file, text, faults).rows.map((row) => statedBy('table', id, row));
  });
  const register = new Map(tables.map(({ id }) => [id, id]));
  return {
    thing: 'table',
    stated,
    register: new Register('a table of figures', 'the figure files', register, new Set(), true),
  };
}

/** What addresses are made of, besides figures, sources and series, which are on record by themselves. */
function saidAddresses(file: string, situation: Situation | null, faults: Faults): Said {
  const named =
    situation === null
      ? []
      : [
          ['situation', situation.id],
          ...situation.counters.map(({ id }) => ['counter', id]),
          ...situation.maps.map(({ id }) => ['map', id]),
        ];
  const text = [COLUMNS.addresses, ...named].map((cells) => `${cells.join()}\n`).join('');
  const register = new Map(named.map((cells) => [cells.join(' '), cells]));
  // What a faulty file leaves out may be in it.
  const isWhole = situation !== null && faults.every((fault) => fault.file !== file);
  return saidIn(
    'address',
    readTable('addresses', file, text, []),
    new Register('an address', file, register, new Set(), isWhole),
  );
}

/** First parts of addresses that are not a situation's. */
const RESERVED = ['data', 'embed', 'methods', 'share', '_app', 'en', 'uk', 'pl', 'ro', 'hu'];

/** The folders with a situation, by name; a fault where there is none, and for every file that belongs to none. */
function situationFolders(files: Files, faults: Faults): readonly string[] {
  const folders = Object.keys(files)
    .flatMap((path) => /^([^/]+)\/situation\.yaml$/.exec(path)?.[1] ?? [])
    .sort();
  if (folders.length === 0) {
    const what =
      'expected this file in a folder of its own, found none; it says what the summary shows';
    faults.push(seedFault('situation.yaml', [1, 1], '', what));
    return folders;
  }
  for (const folder of folders) {
    if (!RESERVED.includes(folder)) continue;
    const what = `expected a name that is free, found ${folder}, where other pages are; rename the folder`;
    faults.push(seedFault(`${folder}/situation.yaml`, [1, 1], '', what));
  }
  refuseStrangers(files, folders, faults);
  return folders;
}

/** Whoever gathers the files, the same ones are read in the same order. */
function byPath([a]: [string, string], [b]: [string, string]): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** How the names of tables of figures end, or of what says where one lies. */
const TABLES = ['.parquet', '.address'];

function figureFileName(path: string, folder: string, endings = ['.csv']): string | null {
  const start = `${folder}/figures/`;
  const name = path.slice(start.length);
  const ending = endings.find((one) => name.endsWith(one));
  return path.startsWith(start) && ending !== undefined && !name.includes('/')
    ? name.slice(0, -ending.length)
    : null;
}

/** A file nobody reads would be believed to be published. */
function refuseStrangers(files: Files, folders: readonly string[], faults: Faults): void {
  const known = new Set<string>([
    ...[...SHARED, ...FOR_IMPORTS].map((name) => `${name}.csv`),
    ...folders.flatMap((folder) => [
      ...[...OWN, ...SHARED, ...FOR_IMPORTS].map((name) => `${folder}/${name}.csv`),
      `${folder}/situation.yaml`,
    ]),
  ]);
  const isOf = (path: string, folder: string) =>
    figureFileName(path, folder, ['.csv', ...TABLES]) !== null ||
    mappingFileName(path, folder) !== null;
  for (const path of Object.keys(files)) {
    if (known.has(path) || folders.some((folder) => isOf(path, folder))) continue;
    const what =
      'expected only files that seeds/README.md names, found another; move it away or name it as there';
    faults.push(seedFault(path, [1, 1], '', what));
  }
}
