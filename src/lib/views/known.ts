import type { Figure, Library } from '#lib/records/model.ts';
import { sortKey } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';
import { supersededAmong } from './comparisons.ts';
import { countUntil } from './count-until.ts';
import { historyOf } from './history.ts';
import type { History } from './history.ts';
import { knowing } from './knowing.ts';

/** The figure that stands, and what else its publisher said that day. */
export interface Standing {
  readonly figure: Figure;
  /**
   * Figures about the same thing that came out on the day of the standing one, or give another amount
   * for its very vintage, and do not stand; those that only repeat its amount come last.
   */
  readonly alsoSaid: readonly Figure[];
}

/** What a reader could know on the evening of `day`. It tells nothing that came out later. */
export interface Known {
  readonly day: Day;
  /** One for each as-of and period, by as-of ascending; of one as-of the longest period last. */
  standing(series: string): readonly Standing[];
  /**
   * Of these a running total that its publisher contradicted later with a higher one for an earlier day does not apply.
   * The latest as-of among these series of what applies; ties go to the earlier in the list, in it to the longest period.
   */
  latest(seriesIds: readonly string[]): Standing | null;
  /** The same of one series with an as-of that is not after `asOf`, a month once it is over. */
  notAfter(series: string, asOf: Day): Standing | null;
  /** What stands in a series and does not apply for that reason, by id. */
  superseded(series: string): ReadonlySet<string>;
}

/**
 * For each series, period and as-of the figure published last, not later than `day`; a paper that
 * names the vintage it repeats counts as of that day. Later publications change nothing in it.
 */
export function asKnownOn(library: Library, day: Day): Known {
  return {
    day,
    standing: (series) => standingOn(historyOf(library, series), day),
    latest: (seriesIds) => {
      let latest: Standing | null = null;
      for (const series of seriesIds) {
        const standing = latestOn(historyOf(library, series), day);
        if (standing && (!latest || isLater(standing, latest))) latest = standing;
      }
      return latest;
    },
    notAfter: (series, asOf) => {
      const history = historyOf(library, series);
      return appliesUntil(history, countUntil(history.asOfs, asOf), day);
    },
    superseded: (series) => supersededOn(historyOf(library, series), day),
  };
}

/**
 * The same for many days, in any order. What became of a series is worked out once for all of them;
 * each day then costs what is asked of it.
 */
export function* knownOnEachDay(library: Library, days: readonly Day[]): Generator<Known> {
  for (const day of days) yield asKnownOn(library, day);
}

function standingOn(history: History, day: Day): Standing[] {
  const known: Standing[] = [];
  const until = knownUntil(history, day);
  for (let index = 0; index < until; index += 1) {
    const standing = stepOn(history, index, day);
    if (standing) known.push(standing);
  }
  return known;
}

function latestOn(history: History, day: Day): Standing | null {
  return appliesUntil(history, history.subjects.length, day);
}

/** Of the first `count` subjects the last one that is known and applies. */
function appliesUntil(history: History, count: number, day: Day): Standing | null {
  let superseded: ReadonlySet<string> | null = null;
  // Of what speaks about days until then some may be known later than what lies behind it.
  for (let index = Math.min(knownUntil(history, day), count) - 1; index >= 0; index -= 1) {
    const standing = stepOn(history, index, day);
    if (!standing) continue;
    if (!history.doubtful.has(index)) return standing;
    superseded ??= supersededOn(history, day);
    if (!superseded.has(standing.figure.id)) return standing;
  }
  return null;
}

function supersededOn(history: History, day: Day): ReadonlySet<string> {
  if (history.doubtful.size === 0) return NONE;
  return new Set(supersededAmong(standingOn(history, day).map(({ figure }) => figure)).keys());
}

const NONE: ReadonlySet<string> = new Set();

function stepOn({ subjects }: History, index: number, day: Day): Standing | null {
  const step = subjects[index]?.findLast(({ from }) => from <= day);
  return step ? standingKnowing(step.standing, day) : null;
}

function standingKnowing({ figure, alsoSaid }: Standing, day: Day): Standing {
  return { figure: knowing(figure, day), alsoSaid: alsoSaid.map((also) => knowing(also, day)) };
}

/** How many subjects are in reach of `day`: none further on is known. */
function knownUntil({ knownSince }: History, day: Day): number {
  return countUntil(knownSince, day);
}

function isLater(a: Standing, b: Standing): boolean {
  return sortKey(a.figure.asOf) > sortKey(b.figure.asOf);
}
