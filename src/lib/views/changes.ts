import type { CounterPlan, Figure, Library } from '#lib/records/model.ts';
import { addDays } from '#lib/values/day.ts';
import { asKnownOn } from './known.ts';
import { knowing } from './knowing.ts';
import type { Known } from './known.ts';
import { sameAmount, sameSubject } from './precedence.ts';
import type { Change } from './summary.ts';
import { carries } from './unlike.ts';
import { knownFrom } from './vintage.ts';

const DAYS = 7;

/**
 * What became of the counters' headlines within the `days` up to the day of `known`, newest
 * first: at most one update a counter, and the revisions of the headline then and now. Only within
 * one series: a new definition is no change of the old number.
 */
export function changesBefore(library: Library, known: Known, days = DAYS): Change[] {
  const before = [...Array(days).keys()]
    .map((ago) => asKnownOn(library, addDays(known.day, ago - days)))
    .concat(known);
  return library.situation.counters
    .flatMap((counter) => changesOf(counter, before, known))
    .sort((a, b) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1));
}

function changesOf(counter: CounterPlan, until: readonly Known[], known: Known): Change[] {
  // What an earlier day showed is told here with what is known by now.
  const headlines = until
    .flatMap((then) => then.latest(counter.headline)?.figure ?? [])
    .map((figure) => knowing(figure, known.day));
  const now = headlines.at(-1);
  const before = headlines.find(({ series }) => series === now?.series);
  if (!now || !before) return [];
  const sinceThen = standingFor(before, known);
  const firstOfNow = headlines.find((figure) => sameSubject(figure, now));
  const revised = revision(counter, before, sinceThen);
  if (sameSubject(before, now)) return revised;
  return [
    { kind: 'update', counter, before, now, day: knownFrom(now.source) },
    ...revision(counter, firstOfNow, now),
    ...revised,
  ];
}

/** The figure that stands on the day of `known` for what `figure` speaks about. */
function standingFor(figure: Figure, known: Known): Figure | undefined {
  return known.standing(figure.series).find((standing) => sameSubject(standing.figure, figure))
    ?.figure;
}

function revision(
  counter: CounterPlan,
  before: Figure | undefined,
  now: Figure | undefined,
): Change[] {
  if (!before || !now || sameAmount(before.amount, now.amount)) return [];
  return [{ kind: 'revision', counter, before, now, day: knownFrom(now.source) }];
}

/** Whether what lies between the two numbers of a change is not what happened in between, as their caveats say. */
export const mixesOlderCases = ({ before, now }: Change): boolean =>
  [before, now].some((figure) => carries(figure, 'mixes-older-cases'));
