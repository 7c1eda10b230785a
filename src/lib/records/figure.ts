import { BadAmount, parseAmount } from '#lib/values/amount.ts';
import type { Amount, AmountCells } from '#lib/values/amount.ts';
import { badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { firstDayOf, lastDayOf, parseDayOrMonth } from '#lib/values/day.ts';
import { optional } from '#lib/values/optional.ts';
import { parseOptionalText } from '#lib/values/text.ts';
import { decidedCaveats, mergedCaveats, reaches } from './caveats.ts';
import type { DecidedCaveats } from './caveats.ts';
import type { Column } from './columns.ts';
import { figureId, seriesId } from './figure-id.ts';
import type { Caveat, Definition, Figure, Measure, Place, Population, Source } from './model.ts';
import type { Register } from './register.ts';
import type { Row } from './row.ts';
import { daysOf } from './source.ts';

export interface FigureWordLists {
  readonly measures: Register<Measure>;
  readonly populations: Register<Population>;
  readonly places: Register<Place>;
  readonly definitions: Register<Definition>;
  readonly caveats: Register<Caveat>;
}

const VERIFICATIONS = ['verified', 'reported', 'claimed', 'estimated'] as const;
const STATUSES = ['A', 'B', 'D', 'E', 'F', 'P', 'U', 'V', 'W', 'L'] as const;

type Parsers = ReturnType<typeof parsersFor>;

const parsersByWords = new WeakMap<FigureWordLists, Parsers>();

/** The same for every row read with these words. */
function parsersOf(words: FigureWordLists): Parsers {
  const held = parsersByWords.get(words);
  if (held) return held;
  const parsers = parsersFor(words);
  parsersByWords.set(words, parsers);
  return parsers;
}

const parsersFor = (words: FigureWordLists) => ({
  measure: words.measures.find,
  population: words.populations.find,
  origin: words.places.find,
  place: words.places.find,
  definition: words.definitions.find,
  period_start: optional(parseDayOrMonth),
  as_of: parseDayOrMonth,
  verification: (text: string) => parseChoice(text, VERIFICATIONS),
  status: (text: string) => parseChoice(text, STATUSES),
  caveats: decidedCaveats(words.caveats),
  locator: parseOptionalText,
  note: parseOptionalText,
});

/** A row of `source`'s file; null, with its faults told, when it says nothing that can be kept. */
export function readFigure(
  row: Row<'figures'>,
  source: Source,
  home: string,
  words: FigureWordLists,
): Figure | null {
  const cells = row.read(parsersOf(words));
  const amount = readAmount(row);
  if (cells === null || amount === null) return null;
  const { measure, population, origin, place, definition } = cells;
  const beyond = cells.caveats.list.find((caveat) => !reaches(caveat, cells));
  if (beyond) {
    const wayOut = `${beyond.code} is for other measures, populations or places (caveats.csv); leave it out here`;
    row.refuse(
      'caveats',
      badValue('caveats that are for this figure', beyond.code, wayOut).message,
    );
    return null;
  }
  const ids = {
    source: source.id,
    measure: measure.id,
    population: population.id,
    origin: origin.id,
    place: place.id,
    definition: definition.id,
    periodStart: cells.period_start,
    asOf: cells.as_of,
  };
  const figure: Figure = {
    id: figureId(ids, home, definition.statistic),
    series: seriesId(ids, home),
    source,
    measure,
    population,
    origin,
    place,
    definition,
    periodStart: cells.period_start,
    asOf: cells.as_of,
    amount,
    statedAs: row.raw('stated_as'),
    verification: cells.verification,
    status: cells.status,
    caveats: caveatsOf(
      { measure, population, place },
      cells.caveats.list,
      source.caveats,
      definition.caveats,
      measure.caveats,
    ),
    caveatsFrom: datedOnly(cells.caveats.from, [source, definition, measure]),
    locator: cells.locator,
    note: cells.note,
  };
  return isPossible(row, figure) ? figure : null;
}

type Lists = readonly (readonly Caveat[])[];
let last: { readonly of: Lists; readonly merged: readonly Caveat[] } = { of: [], merged: [] };

/** Rows that stand one below another mostly have the very same caveats. */
function caveatsOf(
  about: Pick<Figure, 'measure' | 'population' | 'place'>,
  ...lists: Lists
): readonly Caveat[] {
  const isSame = lists.every((list, i) => list === last.of[i]);
  if (!isSame) last = { of: lists, merged: mergedCaveats(...lists) };
  const { merged } = last;
  return merged.every((caveat) => reaches(caveat, about))
    ? merged
    : merged.filter((caveat) => reaches(caveat, about));
}

/** What its source, definition or measure says in any case is no later knowledge. */
function datedOnly(
  from: DecidedCaveats['from'],
  others: readonly { readonly caveats: readonly Caveat[] }[],
): Figure['caveatsFrom'] {
  if (Object.keys(from).length === 0) return {};
  const always = new Set(others.flatMap(({ caveats }) => caveats.map(({ code }) => code)));
  return Object.fromEntries(Object.entries(from).filter(([code]) => !always.has(code)));
}

const COLUMN_OF = {
  qualifier: 'qualifier',
  value: 'value',
  valueHigh: 'value_high',
  statedAs: 'stated_as',
} as const satisfies Record<keyof AmountCells, Column<'figures'>>;

function readAmount(row: Row<'figures'>): Amount | null {
  try {
    return parseAmount({
      qualifier: row.raw('qualifier'),
      value: row.raw('value'),
      valueHigh: row.raw('value_high'),
      statedAs: row.raw('stated_as'),
    });
  } catch (cause) {
    if (!(cause instanceof BadAmount)) throw cause;
    row.refuse(COLUMN_OF[cause.cell], cause.message);
    return null;
  }
}

/** Tells all that is wrong with a row that cannot be kept; `source` is null where its own row is at fault. */
export function refuseAll(
  row: Row<'figures'>,
  source: Source | null,
  words: FigureWordLists,
): void {
  if (source === null) {
    row.read(parsersOf(words));
    readAmount(row);
  }
  refuseContradictionsSoFar(row, source, words, () => true);
}

/**
 * Refuses where a row that is not written to its end contradicts itself already: cells that are not `answered` say nothing.
 */
export function refuseContradictionsSoFar(
  row: Row<'figures'>,
  source: Source | null,
  words: FigureWordLists,
  isAnswered: (column: string) => boolean,
): void {
  const {
    period_start: periodStart,
    as_of: asOf,
    ...rest
  } = row.readable(parsersOf(words), isAnswered);
  const { measure, definition, status } = rest;
  isPossible(row, { source, measure, definition, status, periodStart, asOf });
}

/** What of a figure its cells must agree about; undefined is what is not known yet. */
type Agreed = { readonly source: Source | null } & {
  readonly [K in 'measure' | 'definition' | 'status' | 'periodStart' | 'asOf']:
    Figure[K] | undefined;
};

function isPossible(row: Row<'figures'>, figure: Agreed): boolean {
  let possible = true;
  const refuse = (column: Column<'figures'>, expected: string, wayOut: string) => {
    possible = false;
    // What cannot be read contradicts nothing.
    if (!row.isRefused(column))
      row.refuse(column, badValue(expected, row.raw(column), wayOut).message);
  };
  const { measure, definition, source, periodStart, asOf } = figure;
  if (definition && measure && !definition.measures.includes(measure.id)) {
    const wayOut = `it covers ${definition.measures.join(', ')}`;
    refuse('definition', `a definition that covers ${measure.id}`, wayOut);
  }
  if (definition?.statistic === 'stock' && typeof periodStart === 'string') {
    refuse('period_start', 'an empty cell', `${definition.id} is a stock: people on one day`);
  }
  if (definition && definition.statistic !== 'stock' && periodStart === null) {
    refuse(
      'period_start',
      'the day or month from which is counted',
      definition.statistic === 'flow'
        ? `${definition.id} is a flow`
        : `${definition.id} is cumulative`,
    );
  }
  if (asOf === undefined) return possible;
  if (typeof periodStart === 'string' && firstDayOf(periodStart) > lastDayOf(asOf)) {
    refuse('period_start', `a day not after the as-of (${asOf})`, 'a period ends after it began');
  }
  if (source === null) return possible;
  const known = daysOf(source.published)?.last ?? source.retrieved;
  if (firstDayOf(asOf) > known && !mayBeProjection(figure)) {
    const came = source.published.kind === 'undated' ? 'was retrieved' : 'was published';
    const wayOut = `its source ${came} on ${known}; only a projection (status F) is about later days`;
    refuse('as_of', `a day not after ${known}`, wayOut);
  }
  return possible;
}

function mayBeProjection({ measure, status }: Agreed): boolean {
  // Both: a forecast of something counted would stand as its newest number.
  return (
    (status === undefined || status === 'F') &&
    (measure === undefined || measure.id === 'projected')
  );
}
