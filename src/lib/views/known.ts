import type { Figure, Library } from '#lib/records/model.ts';
import { sortKey } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';
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
  /** The last of these that speaks about no later day than `asOf`; null takes the last of all. */
  notAfter(series: string, asOf: Day | null): Standing | null;
  /** The latest as-of among these series; ties go to the earlier in the list, in it to the longest period. */
  latest(seriesIds: readonly string[]): Standing | null;
}

/**
 * For each series, period and as-of the figure published last, not later than `day`; a paper that
 * names the vintage it repeats counts as of that day. Later publications change nothing in it.
 */
export function asKnownOn(library: Library, day: Day): Known {
  return {
    day,
    standing: (series) => standingOn(historyOf(library, series), day),
    notAfter: (series, asOf) => notAfterOn(historyOf(library, series), asOf, day),
    latest: (seriesIds) => {
      let latest: Standing | null = null;
      for (const series of seriesIds) {
        const standing = notAfterOn(historyOf(library, series), null, day);
        if (standing && (!latest || isLater(standing, latest))) latest = standing;
      }
      return latest;
    },
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

/** From the end, where it nearly always is: without `asOf` the last subject in reach is itself known. */
function notAfterOn(history: History, asOf: Day | null, day: Day): Standing | null {
  for (let index = knownUntil(history, day) - 1; index >= 0; index -= 1) {
    const about = history.subjects[index]?.[0].standing.figure.asOf;
    if (asOf !== null && about !== undefined && sortKey(about) > asOf) continue;
    const standing = stepOn(history, index, day);
    if (standing) return standing;
  }
  return null;
}

function stepOn({ subjects }: History, index: number, day: Day): Standing | null {
  const standing = subjects[index]?.findLast(({ from }) => from <= day)?.standing;
  return standing ? standingKnowing(standing, day) : null;
}

function standingKnowing(standing: Standing, day: Day): Standing {
  const figure = knowing(standing.figure, day);
  const alsoSaid = standing.alsoSaid.map((also) => knowing(also, day));
  const same =
    figure === standing.figure && alsoSaid.every((also, i) => also === standing.alsoSaid[i]);
  return same ? standing : { figure, alsoSaid };
}

/** How many subjects are in reach of `day`: none further on is known. */
function knownUntil({ knownSince }: History, day: Day): number {
  let [low, high] = [0, knownSince.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((knownSince[middle] ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isLater(a: Standing, b: Standing): boolean {
  return sortKey(a.figure.asOf) > sortKey(b.figure.asOf);
}
