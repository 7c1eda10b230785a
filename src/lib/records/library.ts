import type { Day } from '#lib/values/day.ts';
import { readBreaks } from './break.ts';
import { readCaveats } from './caveats.ts';
import type { TableName } from './columns.ts';
import { byDay, readEvents } from './context.ts';
import { readDefinitions } from './definition.ts';
import { readEntry } from './entry.ts';
import { inOrder, seedFault } from './fault.ts';
import type { Faults, SeedFault } from './fault.ts';
import { readFigures } from './figures.ts';
import { refuseLaterDays } from './later-day.ts';
import { readLedger, saidFigures, saidIn } from './ledger-reading.ts';
import type { Ledger } from './ledger.ts';
import { idsOf } from './links.ts';
import { readMapPolicy } from './map-policy.ts';
import { mappingFileName, readMappings } from './mapping.ts';
import type { Library } from './model.ts';
import { readPlaceNames } from './place-names.ts';
import { readPopulationGroups } from './population-groups.ts';
import { readFields, readSituation } from './situation.ts';
import { readSources } from './source.ts';
import { beginning, readTable } from './table.ts';
import type { Table } from './table.ts';
import { readMeasures, readPlaces, readPopulations, readPublishers } from './words.ts';

const SHARED = [
  'measures',
  'populations',
  'places',
  'publishers',
  'caveats',
  'definitions',
  'breaks',
  'map-policy',
] as const;
/** What only an import asks for; seeds that were never imported need none. */
const FOR_IMPORTS = ['population-groups', 'place-names'] as const;
const OWN = ['sources', 'events', 'corrections', 'published'] as const;

export interface Reading {
  /** Null as long as there is a fault: half a library would show half the caveats. */
  readonly library: Library | null;
  readonly faults: readonly SeedFault[];
  /** What is published beside what is to be; null as long as there is a fault. */
  readonly ledger: Ledger | null;
}

/**
 * Reads all seeds. `files` holds their texts by path relative to the seeds' folder. Never throws for
 * what a seed says: all faults come together, by file, line and column. With `today`, what is dated after it is one.
 */
export function readLibrary(
  files: Readonly<Record<string, string>>,
  today: Day | null = null,
): Reading {
  const faults: Faults = [];
  const folder = situationFolder(files, faults);
  if (folder !== null) refuseStrangers(files, folder, faults);
  const table = <N extends TableName>(name: N, path: string): Table<N> => {
    const text = files[path];
    if (text !== undefined) return readTable(name, path, text, faults);
    const what = `expected this file, found none; ${beginning(name)}`;
    faults.push(seedFault(path, [1, 1], '', what));
    return { rows: [], whole: false };
  };
  const shared = <N extends (typeof SHARED)[number]>(name: N) => table(name, `${name}.csv`);
  const common = {
    measures: shared('measures'),
    populations: shared('populations'),
    places: shared('places'),
    publishers: shared('publishers'),
    caveats: shared('caveats'),
    definitions: shared('definitions'),
    breaks: shared('breaks'),
  };
  const caveats = readCaveats('caveats.csv', common.caveats);
  const publishers = readPublishers('publishers.csv', common.publishers);
  const measures = readMeasures('measures.csv', common.measures, caveats);
  const populations = readPopulations('populations.csv', common.populations);
  const places = readPlaces('places.csv', common.places);
  const ruleIds = idsOf('a definition', 'definitions.csv', common.definitions, 'id');
  const breaks = readBreaks('breaks.csv', common.breaks, ruleIds, places);
  const definitions = readDefinitions('definitions.csv', common.definitions, {
    measures,
    publishers,
    caveats,
    breaks: byDay(breaks),
  });
  const mapPolicy = readMapPolicy('map-policy.csv', shared('map-policy'));
  const forImports = { measures, populations, places, definitions, caveats };
  const [groupsFile, namesFile] = FOR_IMPORTS.map((name) => `${name}.csv`) as [string, string];
  if (groupsFile in files) {
    readPopulationGroups(groupsFile, table('population-groups', groupsFile), forImports);
  }
  if (namesFile in files) readPlaceNames(namesFile, table('place-names', namesFile), places);
  if (folder === null) return { library: null, faults: inOrder(faults), ledger: null };

  const ofFolder = <N extends (typeof OWN)[number]>(name: N) =>
    table(name, `${folder}/${name}.csv`);
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
  const { list, rows, figures, series } = readFigures(figureFiles, sources, home, words, faults);
  const situation = plan === null ? null : readSituation(folder, plan, places, series, words);
  readMappings(files, folder, { ...words, sources }, faults);
  const events = readEvents('events.csv', own.events, sources);
  const record = { published: ofFolder('published'), corrections: ofFolder('corrections') };
  const { ledger, corrections, withdrawn } = readLedger(
    { path: `${folder}/published.csv`, ...record },
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
      saidFigures(rows, figures),
    ],
    home === null ? null : { sources, home, words },
  );
  if (today !== null) {
    refuseLaterDays(own.sources, 'retrieved', today, 'write the day on which it was read');
    refuseLaterDays(record.corrections, 'day', today, 'write the day on which it was changed');
  }
  if (faults.length > 0 || situation === null) {
    return { library: null, faults: inOrder(faults), ledger: null };
  }
  const library: Library = {
    situation,
    sources: [...sources.records.values()],
    figures: list,
    events: byDay(events),
    corrections,
    withdrawn,
    breaks: byDay(breaks),
    mapPolicy: [...mapPolicy.records.values()],
    caveats: caveats.records,
    definitions: definitions.records,
    measures: measures.records,
    populations: populations.records,
    places: places.records,
    publishers: publishers.records,
  };
  return { library, faults: [], ledger };
}

/** The one folder with a situation; null, and a fault, where there is none or more than one. */
function situationFolder(files: Readonly<Record<string, string>>, faults: Faults): string | null {
  const plans = Object.keys(files)
    .filter((path) => /^[^/]+\/situation\.yaml$/.test(path))
    .sort();
  const [first, ...others] = plans;
  for (const plan of others) {
    faults.push(
      seedFault(plan, [1, 1], '', `expected one situation, found a second beside ${first ?? ''}`),
    );
  }
  if (first === undefined) {
    const what =
      'expected this file in a folder of its own, found none; it says what the summary shows';
    faults.push(seedFault('situation.yaml', [1, 1], '', what));
  }
  return first?.split('/')[0] ?? null;
}

/** Whoever gathers the files, the same ones are read in the same order. */
function byPath([a]: [string, string], [b]: [string, string]): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function figureFileName(path: string, folder: string): string | null {
  const start = `${folder}/figures/`;
  const name = path.slice(start.length);
  return path.startsWith(start) && name.endsWith('.csv') && !name.includes('/')
    ? name.slice(0, -'.csv'.length)
    : null;
}

/** A file nobody reads would be believed to be published. */
function refuseStrangers(
  files: Readonly<Record<string, string>>,
  folder: string,
  faults: Faults,
): void {
  const known = new Set<string>([
    ...[...SHARED, ...FOR_IMPORTS].map((name) => `${name}.csv`),
    ...OWN.map((name) => `${folder}/${name}.csv`),
    `${folder}/situation.yaml`,
  ]);
  for (const path of Object.keys(files)) {
    if (known.has(path) || figureFileName(path, folder) !== null) continue;
    if (mappingFileName(path, folder) !== null) continue;
    if (/^[^/]+\/situation\.yaml$/.test(path)) continue;
    const what =
      'expected only files that seeds/README.md names, found another; move it away or name it as there';
    faults.push(seedFault(path, [1, 1], '', what));
  }
}
