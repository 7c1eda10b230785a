import { hasEffect } from '#lib/records/caveats.ts';
import type { Effect } from '#lib/records/effects.ts';
import type { Break, Figure } from '#lib/records/model.ts';
import { firstDayOf, lastDayOf } from '#lib/values/day.ts';
import { breakWithin } from './breaks.ts';

/** Why figures are not computed with; wording/ says it to the reader. */
export type RefusalReason =
  | 'too-few'
  | 'different-measures'
  | 'different-statistics'
  | 'different-publishers'
  | 'across-a-break'
  | 'different-definitions'
  | 'different-populations'
  | 'different-places'
  | 'different-dates'
  | 'part-with-whole'
  | 'not-a-part'
  | 'overlapping'
  | 'counted-twice'
  | 'cumulative-per-day'
  | 'no-number'
  | 'open-ended';

export function carries(figure: Figure, effect: Effect): boolean {
  return hasEffect(figure.caveats, effect);
}

/** Whether a figure is the first after a break and does not go on from those before it. */
export function beginsAnew(figure: Figure): boolean {
  return figure.status === 'B' || carries(figure, 'starts-anew');
}

/** Why figures do not speak of one kind of thing, or null. The order of the figures does not matter. */
export function unlikeSubjects(figures: readonly Figure[]): RefusalReason | null {
  const differ = (of: (figure: Figure) => string) => new Set(figures.map(of)).size > 1;
  if (differ(({ measure }) => measure.id)) return 'different-measures';
  if (differ(({ definition }) => definition.statistic)) return 'different-statistics';
  if (differ(({ definition }) => definition.publisher.id)) return 'different-publishers';
  if (differ(({ definition }) => definition.id)) {
    return replaceOneAnother(figures) ? 'across-a-break' : 'different-definitions';
  }
  if (breakAmong(figures)) return 'across-a-break';
  // Who came from elsewhere is somebody else, or the same person on the way: never one count.
  return differ(({ origin }) => origin.id) ? 'different-populations' : null;
}

/** The first break within their definition that parts any two of the figures; null for none. */
export function breakAmong(figures: readonly Figure[]): Break | null {
  for (const [a, b] of pairs(figures)) {
    const found = breakWithin(a, b);
    if (found) return found;
  }
  return null;
}

/** Whether they speak of different days; of different periods too, where they speak of periods. */
export function differentDates(figures: readonly Figure[]): boolean {
  return new Set(figures.map(({ asOf, periodStart }) => `${periodStart ?? ''}|${asOf}`)).size > 1;
}

/** Whether everybody in `part` is in `whole` too, by population or place, and not the reverse. */
export function isPartOf(part: Figure, whole: Figure): boolean {
  const populations = part.population.partOf.includes(whole.population.id);
  const places = part.place.partOf.includes(whole.place.id);
  const samePopulation = part.population.id === whole.population.id;
  const samePlace = part.place.id === whole.place.id;
  return (populations && (places || samePlace)) || (places && samePopulation);
}

/** Whether one of the two holds the other in any respect: children here and civilians there. */
export function touchesWhole(a: Figure, b: Figure): boolean {
  return (
    a.population.partOf.includes(b.population.id) ||
    b.population.partOf.includes(a.population.id) ||
    a.place.partOf.includes(b.place.id) ||
    b.place.partOf.includes(a.place.id)
  );
}

/** Two populations can stand apart only as parts of one whole; two wholes may be the same people. */
export function unlikePopulations(a: Figure, b: Figure): boolean {
  return (
    a.population.id !== b.population.id &&
    !a.population.partOf.some((whole) => b.population.partOf.includes(whole))
  );
}

/** Whether two figures of one series count the same people: vintages, stocks, periods with common days. */
export function countedTwice(a: Figure, b: Figure): boolean {
  if (a.series !== b.series) return false;
  if (a.definition.statistic !== 'flow' || !a.periodStart || !b.periodStart) return true;
  return (
    firstDayOf(a.periodStart) <= lastDayOf(b.asOf) && firstDayOf(b.periodStart) <= lastDayOf(a.asOf)
  );
}

/** Every two of the figures, each pair once. */
export function* pairs(figures: readonly Figure[]): Generator<readonly [Figure, Figure]> {
  for (const [index, a] of figures.entries()) {
    for (const b of figures.slice(index + 1)) yield [a, b];
  }
}

function replaceOneAnother(figures: readonly Figure[]): boolean {
  const ids = new Set(figures.map(({ definition }) => definition.id));
  return figures.some(({ definition }) => ids.has(definition.replaces ?? ''));
}

/** Whether a number of another publisher competes with those on its subject. */
export const isRival = (figure: Figure): boolean => !carries(figure, 'another-question');
