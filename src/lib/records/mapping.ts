import { badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { QUALIFIERS } from '#lib/values/amount.ts';
import type { Qualifier } from '#lib/values/amount.ts';
import { parseText } from '#lib/values/text.ts';
import { decidedCaveats } from './caveats.ts';
import { readEntry } from './entry.ts';
import type { Entry } from './entry.ts';
import { seedFault } from './fault.ts';
import type { Faults } from './fault.ts';
import type { FigureWordLists } from './figure.ts';
import type { Definition, ObservationStatus, Source, Verification } from './model.ts';
import { parsePeriodStart } from './population-groups.ts';
import type { Register } from './register.ts';

/** What a row can say for itself where a column is named for it. */
export const SAID = [
  'value_high',
  'qualifier',
  'stated_as',
  'measure',
  'population',
  'definition',
  'period_start',
  'verification',
  'status',
  'caveats',
] as const;
/** What a column of somebody's file can be taken for. */
export const MEANINGS = [
  'place',
  'code',
  'origin',
  'as_of',
  'year',
  'month',
  'value',
  ...SAID,
] as const;
/** What holds for every row of the file unless a row's place says otherwise. */
const CONSTANTS = [
  'measure',
  'population',
  'definition',
  'place',
  'as_of',
  'way',
  'period_start',
  'verification',
  'status',
  'qualifier',
  'caveats',
] as const;
/** What one of several number columns can say for itself. */
const OF_COLUMN = [
  'measure',
  'population',
  'definition',
  'place',
  'as_of',
  'period_start',
  'qualifier',
  'verification',
  'status',
  'caveats',
] as const;
/** Stands in a header for what differs from column to column, and beside `place` or `as_of` for what stood there. */
export const STAR = '*';

/** One of several number columns of a table, or all whose headers differ in one piece. */
export interface ValueColumn {
  /** As in the file; a `*` stands for any piece. */
  readonly header: string;
  readonly said: Readonly<Partial<Record<(typeof SAID)[number], string>>>;
  /** `*` where the piece of the header is the place's name or code; null where another column or a constant says it. */
  readonly place: string | null;
  /** `*` where the piece of the header is the day. */
  readonly asOf: string | null;
}

export const DATE_FORMS = [
  'YYYY-MM-DD',
  'YYYY-MM',
  'D Month YYYY',
  'DD/MM/YYYY',
  'DD.MM.YYYY',
  'MM/DD/YYYY',
] as const;
export const NUMBER_FORMS = ['plain', 'comma', 'point', 'blank'] as const;
export type Meaning = (typeof MEANINGS)[number];
export type Constant = (typeof CONSTANTS)[number];

/** How one publication's file is to be read: kept beside the seeds, so that it can be read again. */
export interface Mapping {
  readonly source: string;
  readonly format: 'tidy' | 'hxl';
  readonly columns: Readonly<Partial<Record<Meaning, string>>>;
  /** Several columns of numbers, in the place of the one under `columns.value`; empty where there is one. */
  readonly values: readonly ValueColumn[];
  readonly constants: Readonly<Partial<Record<Constant, string>>>;
  readonly dates: (typeof DATE_FORMS)[number];
  readonly numbers: (typeof NUMBER_FORMS)[number];
  /** Names in the file, with the id of the place each stands for. */
  readonly places: ReadonlyMap<string, string>;
  /** Definitions by the id of a place, where they are not that of the constants. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Only rows whose cell is one of these are about this source's figures. */
  readonly where: ReadonlyMap<string, readonly string[]>;
  /** Words without a number, with what they mean. */
  readonly missing: ReadonlyMap<string, 'unknown' | 'not_collected' | 'withheld'>;
  /** The line of the header, from 1, where titles are above it; null for the first. */
  readonly headerRow: number | null;
  /** The line before it, where the header has two rows (`header_row: 1-2`); null where it has one. */
  readonly headerFrom: number | null;
}

export interface MappingWords extends FigureWordLists {
  readonly sources: Register<Source>;
}

/** The source whose mapping a file is; null for any other file. */
export function mappingFileName(path: string, folder: string): string | null {
  const [, name] =
    new RegExp(`^${folder.replace(/[^a-z0-9]/g, '\\$&')}/mappings/([^/]+)\\.yaml$`).exec(path) ??
    [];
  return name ?? null;
}

/** Every mapping that is kept: its source is listed and its words exist. */
export function readMappings(
  files: Readonly<Record<string, string>>,
  folder: string,
  words: MappingWords,
  faults: Faults,
): void {
  for (const [path, text] of Object.entries(files)) {
    const name = mappingFileName(path, folder);
    if (name === null) continue;
    const mapping = readMapping(path, text, words, faults);
    if (mapping === null) continue;
    if (mapping.source !== name) {
      const what = badValue(`the source in the file's name, ${name}`, mapping.source).message;
      faults.push(seedFault(path, [1, 1], 'source', what));
    } else if (!words.sources.mayHold(name)) {
      const what = badValue('a source of sources.csv', name, 'delete the mapping or add the row');
      faults.push(seedFault(path, [1, 1], 'source', what.message));
    }
  }
}

/** A mapping, or null with its faults told. Whether its source is listed is the caller's matter. */
export function readMapping(
  file: string,
  text: string,
  words: FigureWordLists,
  faults: Faults,
): Mapping | null {
  const before = faults.length;
  const root = readEntry(file, text, faults);
  const fields = root?.fieldsOf(
    ['source', 'format', 'columns'],
    [
      'values',
      'constants',
      'dates',
      'numbers',
      'places',
      'definitions',
      'where',
      'missing',
      'header_row',
    ],
  );
  if (!fields) return null;
  const source = fields.source.read(parseText);
  const format = fields.format.read((text) => parseChoice(text, ['tidy', 'hxl']));
  const columns = fields.columns.fieldsOf([], MEANINGS);
  const constants = fields.constants?.fieldsOf([], CONSTANTS) ?? {};
  const header = fields.header_row?.read(parseHeader);
  const mapping: Mapping = {
    source: source ?? '',
    format: format ?? 'tidy',
    columns: textsOf(columns ?? {}, () => parseText),
    values: (fields.values?.pairs() ?? []).flatMap(
      ([header, entry]) => valueColumn(header, entry, words) ?? [],
    ),
    constants: textsOf(constants, (key) => constantOf(key, words)),
    dates: fields.dates?.read((text) => parseChoice(text, DATE_FORMS)) ?? 'YYYY-MM-DD',
    numbers: fields.numbers?.read((text) => parseChoice(text, NUMBER_FORMS)) ?? 'plain',
    places: pairsOf(fields.places, (entry) => entry.read((id) => words.places.find(id).id)),
    definitions: pairsOf(
      fields.definitions,
      (entry) => entry.read((id) => ruleForAllRows(id, words).id),
      words,
    ),
    where: pairsOf(fields.where, (entry) =>
      entry.isSingle
        ? [entry.read((value) => value) ?? '']
        : entry.list((item) => item.read((value) => value)),
    ),
    missing: pairsOf(fields.missing, (entry) =>
      entry.read((text) => parseChoice(text, ['unknown', 'not_collected', 'withheld'])),
    ),
    headerRow: header?.last ?? null,
    headerFrom: header?.first ?? null,
  };
  const { value, as_of: asOf, year, month } = mapping.columns;
  if (columns !== null && value === undefined && fields.values === undefined && format === 'tidy') {
    fields.columns.refuse(
      'expected a column for value, found none; name the column of the number, or several under values',
    );
  }
  if (value !== undefined && fields.values !== undefined)
    fields.values.refuse(
      'expected value under columns or several under values, found both; write that column under values, too',
    );
  if ((year === undefined) !== (month === undefined))
    fields.columns.refuse(
      `expected year and month, found ${year === undefined ? 'month' : 'year'} alone; name the columns of both`,
    );
  if (asOf !== undefined && year !== undefined)
    fields.columns.refuse('expected as_of or year and month, found both; leave one of them out');
  return faults.length > before ? null : mapping;
}

function valueColumn(header: string, entry: Entry, words: FigureWordLists): ValueColumn | null {
  const fields = entry.fieldsOf([], OF_COLUMN);
  if (fields === null) return null;
  const stars = header.split(STAR).length - 1;
  if (stars > 1)
    entry.refuse(
      badValue('at most one * in a header', header, 'one piece of it can differ').message,
    );
  const { place, as_of: asOf, ...said } = fields;
  const own = (one: Entry | undefined, key: Constant) =>
    one?.read((text) => {
      if (text !== STAR) return constantOf(key, words)(text);
      if (stars === 1) return text;
      throw badValue('a header with a *', header, 'the mapping says here what replaces the *');
    }) ?? null;
  return {
    header,
    said: textsOf(said, (key) => constantOf(key, words)),
    place: own(place, 'place'),
    asOf: own(asOf, 'as_of'),
  };
}

/** `first` is null where the header is one row. */
function parseHeader(text: string): { first: number | null; last: number } {
  const [, one = '', two] = /^([1-9]\d{0,2})(?:-([1-9]\d{0,2}))?$/.exec(text) ?? [];
  if (one !== '' && two === undefined) return { first: null, last: Number(one) };
  if (Number(two) === Number(one) + 1) return { first: Number(one), last: Number(two) };
  throw badValue(
    'the number of a line, from 1 to 999, or two lines one below the other (1-2)',
    text,
    'count the lines as an editor does',
  );
}

function constantOf(key: Constant, words: FigureWordLists): (text: string) => string {
  return (text) => {
    if (key === 'measure') words.measures.find(text);
    else if (key === 'population') words.populations.find(text);
    else if (key === 'definition') ruleForAllRows(text, words);
    else if (key === 'place') words.places.find(text);
    else if (key === 'way') parseChoice(text, ['out', 'back', 'inside']);
    else if (key === 'period_start') parsePeriodStart(text);
    else if (key === 'caveats') decidedCaveats(words.caveats)(text);
    else if (key === 'verification') parseVerification(text);
    else if (key === 'status') parseStatus(text);
    else if (key === 'qualifier') parseQualifier(text);
    else parseText(text);
    return text;
  };
}

/**
 * A rule for rows of any day. Where it took another's place, the other's last day must be known: otherwise rows of its time
 * would be filed under the newer rule, or the other way round, and nobody would see it.
 */
function ruleForAllRows(id: string, words: FigureWordLists): Definition {
  const rule = words.definitions.find(id);
  const before = rule.replaces === null ? null : words.definitions.find(rule.replaces);
  if (before === null || before.until !== null) return rule;
  throw badValue(
    'a definition that is alone or follows one with a last day',
    id,
    `it replaces ${before.id}, which has no until in definitions.csv; write its last day there. If it continues elsewhere, let a column say the definition of each row (definition under columns)`,
  );
}

export const parseVerification = (text: string): Verification =>
  parseChoice(text, ['verified', 'reported', 'claimed', 'estimated']);
export const parseStatus = (text: string): ObservationStatus =>
  parseChoice(text, ['A', 'B', 'D', 'E', 'F', 'P', 'U', 'V', 'W', 'L']);

/** A file of numbers has numbers: no words, and a range would need two columns. */
function parseQualifier(text: string): Qualifier {
  const lawful = QUALIFIERS.filter((kind) =>
    ['exact', 'at_least', 'more_than', 'about', 'nearly', 'up_to'].includes(kind),
  );
  return parseChoice(text, lawful);
}

function textsOf<K extends string>(
  entries: Partial<Record<K, Entry>>,
  parse: (key: K) => (text: string) => string,
): Partial<Record<K, string>> {
  const texts: Partial<Record<K, string>> = {};
  for (const [key, entry] of Object.entries(entries) as [K, Entry][]) {
    const text = entry.read(parse(key));
    if (text !== null) texts[key] = text;
  }
  return texts;
}

function pairsOf<T>(
  entry: Entry | undefined,
  each: (entry: Entry) => T | null,
  keysArePlaces?: FigureWordLists,
): Map<string, T> {
  const pairs = new Map<string, T>();
  for (const [key, value] of entry?.pairs() ?? []) {
    if (keysArePlaces !== undefined && !keysArePlaces.places.mayHold(key)) {
      value.refuse(badValue('a place of places.csv', key).message);
    }
    const read = each(value);
    if (read !== null) pairs.set(key, read);
  }
  return pairs;
}
