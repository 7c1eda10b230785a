import { readBreaks } from './break.ts';
import { readCaveats } from './caveats.ts';
import type { TableName } from './columns.ts';
import { byDay } from './context.ts';
import { readDefinitions } from './definition.ts';
import { seedFault } from './fault.ts';
import type { Faults } from './fault.ts';
import { idsOf } from './links.ts';
import { readMapPolicy } from './map-policy.ts';
import type { Library } from './model.ts';
import { readPlaceNames } from './place-names.ts';
import { readPopulationGroups } from './population-groups.ts';
import { beginning, readTable } from './table.ts';
import type { Table } from './table.ts';
import { readWordTable } from './word-table.ts';
import { readMeasures, readPlaces, readPopulations, readPublishers } from './words.ts';

/** Words for all situations, at the root of the seeds; a situation can have more of its own in its folder. */
export const SHARED = [
  'measures',
  'populations',
  'places',
  'publishers',
  'caveats',
  'definitions',
  'breaks',
  'map-policy',
  'sums',
] as const;
/** What only an import asks for; seeds that were never imported need none. */
export const FOR_IMPORTS = ['population-groups', 'place-names'] as const;
/** Seeds in which nothing of the kind was needed yet need not have them. */
const OPTIONAL: ReadonlySet<TableName> = new Set([
  'breaks',
  'map-policy',
  'sums',
  'signed',
  'map-ribbons',
  'map-names',
]);

type Files = Readonly<Record<string, string>>;

/** A table at a path; where none is, a fault, unless it may be missing. */
export function readOr<N extends TableName>(
  files: Files,
  name: N,
  path: string,
  faults: Faults,
): Table<N> {
  const text = files[path];
  if (text !== undefined) return readTable(name, path, text, faults);
  if (OPTIONAL.has(name)) return { rows: [], whole: true };
  const what = `expected this file, found none; ${beginning(name)}`;
  faults.push(seedFault(path, [1, 1], '', what));
  return { rows: [], whole: false };
}

/**
 * Every list of words that a situation can use: those of all, and its own.
 * @param files texts by path below the seeds' folder
 * @param situation its folder; null for the words of all alone
 */
export function readWordLists(files: Files, situation: string | null, faults: Faults) {
  const table = <N extends (typeof SHARED)[number]>(name: N): Table<N> =>
    readWordTable(name, files, situation, faults) ?? readOr(files, name, `${name}.csv`, faults);
  const tables = {
    measures: table('measures'),
    populations: table('populations'),
    places: table('places'),
    publishers: table('publishers'),
    caveats: table('caveats'),
    definitions: table('definitions'),
    breaks: table('breaks'),
    sums: table('sums'),
  };
  const caveats = readCaveats('caveats.csv', tables.caveats, {
    measures: idsOf('a measure', 'measures.csv', tables.measures, 'id'),
    populations: idsOf('a population', 'populations.csv', tables.populations, 'id'),
    places: idsOf('a place', 'places.csv', tables.places, 'id'),
  });
  const publishers = readPublishers('publishers.csv', tables.publishers);
  const measures = readMeasures('measures.csv', tables.measures, caveats);
  const populations = readPopulations('populations.csv', tables.populations);
  const places = readPlaces('places.csv', tables.places);
  const ruleIds = idsOf('a definition', 'definitions.csv', tables.definitions, 'id');
  const breaks = readBreaks('breaks.csv', tables.breaks, ruleIds, places);
  const definitions = readDefinitions('definitions.csv', tables.definitions, {
    measures,
    publishers,
    caveats,
    breaks: byDay(breaks),
  });
  const mapPolicy = readMapPolicy('map-policy.csv', table('map-policy'));
  const words = { measures, populations, places, definitions, caveats };
  const groups = readWordTable('population-groups', files, situation, faults);
  if (groups) readPopulationGroups('population-groups.csv', groups, words);
  const names = readWordTable('place-names', files, situation, faults);
  if (names) readPlaceNames('place-names.csv', names, places);
  return { tables, ...words, publishers, breaks, mapPolicy };
}

/** The words of a situation that need not be there yet. */
export type Words = Pick<
  Library,
  'measures' | 'populations' | 'places' | 'publishers' | 'caveats' | 'definitions'
>;

/** The words that a situation can use, with what is wrong with them; none as long as something is. */
export function wordsFor(
  files: Files,
  situation: string,
): { readonly words: Words | null; readonly faults: Faults } {
  const faults: Faults = [];
  const lists = readWordLists(files, situation, faults);
  const { measures, populations, places, publishers, caveats, definitions } = lists;
  const words = {
    measures: measures.records,
    populations: populations.records,
    places: places.records,
    publishers: publishers.records,
    caveats: caveats.records,
    definitions: definitions.records,
  };
  return { words: faults.length === 0 ? words : null, faults };
}
