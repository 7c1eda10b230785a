import { readBreaks } from './break.ts';
import { readCaveats } from './caveats.ts';
import { COLUMNS } from './columns.ts';
import type { TableName } from './columns.ts';
import { readCorrections, readEvents } from './context.ts';
import { readDefinitions } from './definition.ts';
import { readEntry } from './entry.ts';
import { inOrder, seedFault } from './fault.ts';
import type { Faults, SeedFault } from './fault.ts';
import { readFigures } from './figures.ts';
import { idsOf } from './links.ts';
import type { Library } from './model.ts';
import { readFields, readSituation } from './situation.ts';
import { readSources } from './source.ts';
import { readTable } from './table.ts';
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
] as const;
const OWN = ['sources', 'events', 'corrections'] as const;

export interface Reading {
  /** Null as long as there is a fault: half a library would show half the caveats. */
  readonly library: Library | null;
  readonly faults: readonly SeedFault[];
}

/**
 * Reads all seeds. `files` holds their texts by path relative to the seeds' folder. Never throws for
 * what a seed says: all faults come together, by file, line and column.
 */
export function readLibrary(files: Readonly<Record<string, string>>): Reading {
  const faults: Faults = [];
  const folder = situationFolder(files, faults);
  if (folder !== null) refuseStrangers(files, folder, faults);
  const table = <N extends TableName>(name: N, path: string): Table<N> => {
    const text = files[path];
    if (text !== undefined) return readTable(name, path, text, faults);
    const what = `expected this file, found none; begin it with the header ${COLUMNS[name].join(',')}`;
    faults.push(seedFault(path, [1, 1], '', what));
    return { rows: [], whole: false };
  };
  const caveats = readCaveats('caveats.csv', table('caveats', 'caveats.csv'));
  const publishers = readPublishers('publishers.csv', table('publishers', 'publishers.csv'));
  const measures = readMeasures('measures.csv', table('measures', 'measures.csv'), caveats);
  const populations = readPopulations('populations.csv', table('populations', 'populations.csv'));
  const places = readPlaces('places.csv', table('places', 'places.csv'));
  const rules = table('definitions', 'definitions.csv');
  const breaks = readBreaks(
    'breaks.csv',
    table('breaks', 'breaks.csv'),
    idsOf('a definition', 'definitions.csv', rules, 'id'),
    places,
  );
  const definitions = readDefinitions('definitions.csv', rules, {
    measures,
    publishers,
    caveats,
    breaks,
  });
  if (folder === null) return { library: null, faults: inOrder(faults) };

  const sources = readSources(
    'sources.csv',
    table('sources', `${folder}/sources.csv`),
    publishers,
    caveats,
  );
  const path = `${folder}/situation.yaml`;
  const root = readEntry(path, files[path] ?? '', faults);
  const plan = root === null ? null : readFields(root, places);
  const words = { measures, populations, places, definitions, caveats };
  const figureFiles = Object.entries(files)
    .sort(byPath)
    .flatMap(([file, text]) => {
      const id = figureFileName(file, folder);
      return id === null ? [] : [{ id, file, text }];
    });
  const { list, figures, series } = readFigures(
    figureFiles,
    sources,
    plan?.country?.id ?? null,
    words,
    faults,
  );
  const situation = plan === null ? null : readSituation(folder, plan, places, series);
  const events = readEvents('events.csv', table('events', `${folder}/events.csv`), sources);
  const corrections = readCorrections(table('corrections', `${folder}/corrections.csv`), figures);
  if (faults.length > 0 || situation === null) return { library: null, faults: inOrder(faults) };
  const library: Library = {
    situation,
    sources: [...sources.records.values()],
    figures: list,
    events,
    corrections,
    breaks,
    caveats: caveats.records,
    definitions: definitions.records,
    measures: measures.records,
    populations: populations.records,
    places: places.records,
    publishers: publishers.records,
  };
  return { library, faults: [] };
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
    ...SHARED.map((name) => `${name}.csv`),
    ...OWN.map((name) => `${folder}/${name}.csv`),
    `${folder}/situation.yaml`,
  ]);
  for (const path of Object.keys(files)) {
    if (known.has(path) || figureFileName(path, folder) !== null) continue;
    if (/^[^/]+\/situation\.yaml$/.test(path)) continue;
    const what =
      'expected only files that seeds/README.md names, found another; move it away or name it as there';
    faults.push(seedFault(path, [1, 1], '', what));
  }
}
