import type { Figure, Library } from '#lib/records/model.ts';
import { bounds } from '#lib/values/amount.ts';
import { sortKey } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';
import { countUntil } from './count-until.ts';
import { grouped } from './grouped.ts';
import type { Standing } from './known.ts';
import { ofLibrary } from './of-library.ts';
import {
  byPrecedence,
  foremost,
  minuteOf,
  sameAmount,
  saidLast,
  sourceOrder,
} from './precedence.ts';
import type { SourceOrder } from './precedence.ts';
import { knownFrom, publicationOf } from './vintage.ts';

/** What stood, from which day on, of all that one series ever said about one as-of and period. */
type Steps = readonly [Step, ...Step[]];
interface Step {
  readonly from: Day;
  readonly standing: Standing;
}

/** One series day by day. */
export interface History {
  /** By as-of ascending; of one as-of the longest period last. The steps of each by day. */
  readonly subjects: readonly Steps[];
  /** For each subject the first day on which it or any after it is known: ascending. */
  readonly knownSince: readonly Day[];
  /** For each subject its as-of as text that sorts: ascending. */
  readonly asOfs: readonly string[];
  /** Indices of the subjects that on some day may be contradicted by a higher count of an earlier day; few or none. */
  readonly doubtful: ReadonlySet<number>;
}

interface Shelf {
  readonly order: SourceOrder;
  readonly figures: ReadonlyMap<string, readonly Figure[]>;
  readonly histories: Map<string, History>;
}

export function historyOf(library: Library, series: string): History {
  const { order, figures, histories } = shelfOf(library);
  const held = histories.get(series);
  if (held) return held;
  const history = readHistory(figures.get(series) ?? [], order);
  histories.set(series, history);
  return history;
}

/**
 * The days, in any order, on which another figure of a series becomes the one of the latest day not after `asOf` (null:
 * of the latest at all). What was known before the evening of `asOf` is told as of that day. Of a series in which a
 * later publication may contradict an earlier one it is every day on which anything changed.
 */
export function turnsOf(library: Library, series: string, asOf: Day | null): Day[] {
  const { subjects, asOfs, doubtful } = historyOf(library, series);
  const turns: Day[] = [];
  // From then on a later subject stands before all earlier ones.
  let taken: Day | null = null;
  for (let at = (asOf === null ? asOfs.length : countUntil(asOfs, asOf)) - 1; at >= 0; at -= 1) {
    const steps = subjects[at];
    if (!steps) continue;
    for (const { from } of steps) {
      if (taken !== null && from >= taken) break;
      turns.push(asOf !== null && from < asOf ? asOf : from);
    }
    // What a later publication contradicts gives way again, whatever stands before it.
    if (doubtful.size > 0) continue;
    const [{ from }] = steps;
    if (taken === null || from < taken) taken = from;
    if (asOf !== null && taken <= asOf) break;
  }
  return turns;
}

/** What became of a series is worked out once, when it is first asked for. */
const shelfOf = ofLibrary((library): Shelf => ({
  order: sourceOrder(library),
  figures: grouped(library.figures, ({ series }) => series),
  histories: new Map<string, History>(),
}));

function readHistory(figures: readonly Figure[], order: SourceOrder): History {
  const bySubject = grouped(figures, ({ periodStart, asOf }) => `${asOf}|${periodStart ?? ''}`);
  const subjects = [...bySubject.values()]
    .sort(([a], [b]) => byAsOf(a, b))
    .map((about) => stepsOf(about, order));
  const knownSince = subjects.map(([{ from }]) => from);
  for (let index = knownSince.length - 2; index >= 0; index -= 1) {
    const [own, after] = [knownSince[index], knownSince[index + 1]];
    if (own && after && after < own) knownSince[index] = after;
  }
  return {
    subjects,
    knownSince,
    asOfs: subjects.map(([{ standing }]) => sortKey(standing.figure.asOf)),
    doubtful: doubtfulAmong(subjects),
  };
}

/** Counts since one start that are less, in any of their values, than any value of an earlier as-of. */
function doubtfulAmong(subjects: readonly Steps[]): Set<number> {
  const found = new Set<number>();
  const highest = new Map<string, number>();
  for (const [index, steps] of subjects.entries()) {
    const [{ standing }] = steps;
    if (standing.figure.definition.statistic !== 'cumulative') continue;
    const start = standing.figure.periodStart ?? '';
    const ends = steps.map((step) => bounds(step.standing.figure.amount));
    const before = highest.get(start) ?? -Infinity;
    if (ends.some(({ high }) => high !== null && high < before)) found.add(index);
    highest.set(start, Math.max(before, ...ends.map(({ low }) => low ?? -Infinity)));
  }
  return found;
}

/** Only what was said last can come to stand, so each day looks at that and what is new. */
function stepsOf(figures: readonly [Figure, ...Figure[]], order: SourceOrder): Steps {
  const [only] = figures;
  const first = { from: knownFrom(only.source), standing: { figure: only, alsoSaid: [] } };
  if (figures.length === 1) return [first];
  const arrivals = grouped(figures, ({ source }) => knownFrom(source));
  const steps: Step[] = [];
  let contenders: readonly Figure[] = [];
  for (const [from, arrived] of [...arrivals].sort(([a], [b]) => (a < b ? -1 : 1))) {
    contenders = saidLast([...contenders, ...arrived]);
    const figure = foremost(contenders, order);
    const arrivedWithIt = arrivals.get(knownFrom(figure.source)) ?? [];
    const isAlone = contenders.length === 1 && arrivedWithIt.length === 1;
    const besides = isAlone ? [] : besidesOf(figure, contenders, arrivedWithIt);
    const standing = { figure, alsoSaid: inOrderBeside(figure, besides, order) };
    const before = steps.at(-1)?.standing;
    if (!before || !sameStanding(before, standing)) steps.push({ from, standing });
  }
  const [start = first, ...later] = steps;
  return [start, ...later];
}

function besidesOf(
  standing: Figure,
  contenders: readonly Figure[],
  arrivedWithIt: readonly Figure[],
): Figure[] {
  const publication = publicationOf(standing.source);
  const besides = new Set([
    ...arrivedWithIt.filter(
      ({ source }) => publication !== null && publicationOf(source) === publication,
    ),
    ...contenders.filter(({ amount }) => !sameAmount(amount, standing.amount)),
  ]);
  return [...besides].filter((figure) => figure !== standing);
}

/**
 * Hour by hour, the newest first, as far as publications give a time; what gives none follows by precedence, for nobody knows
 * whether it came out before or after.
 */
function inOrderBeside(standing: Figure, besides: Figure[], order: SourceOrder): Figure[] {
  if (besides.length === 0) return besides;
  const precedence = byPrecedence(order);
  const hour = (figure: Figure) => minuteOf(figure) ?? -Infinity;
  const sorted = besides.sort((a, b) =>
    hour(a) === hour(b) ? precedence(a, b) : hour(a) > hour(b) ? -1 : 1,
  );
  const repeats = ({ amount }: Figure) => sameAmount(amount, standing.amount);
  return [...sorted.filter((figure) => !repeats(figure)), ...sorted.filter(repeats)];
}

function sameStanding(a: Standing, b: Standing): boolean {
  return (
    a.figure === b.figure &&
    a.alsoSaid.length === b.alsoSaid.length &&
    a.alsoSaid.every((figure, index) => figure === b.alsoSaid[index])
  );
}

function byAsOf(a: Figure, b: Figure): number {
  const [asOfA, asOfB] = [sortKey(a.asOf), sortKey(b.asOf)];
  if (asOfA !== asOfB) return asOfA < asOfB ? -1 : 1;
  // A period without a beginning is not known to be long.
  const [startA, startB] = [a.periodStart ?? '~', b.periodStart ?? '~'];
  return startA > startB ? -1 : startA < startB ? 1 : 0;
}
