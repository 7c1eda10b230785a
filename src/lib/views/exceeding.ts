import type { Figure } from '#lib/records/model.ts';
import { sortKey } from '#lib/values/day.ts';
import type { DayOrMonth } from '#lib/values/day.ts';
import { areMoreThan } from './arithmetic.ts';

/** A total, and countries in it that are shown with other dates and add up to more. */
export interface Exceeding {
  readonly total: Figure;
  /** The first and the last as-of of the countries. */
  readonly first: DayOrMonth;
  readonly last: DayOrMonth;
}

/**
 * Of these totals the first whose countries are shown with other dates than its own and are together more than it; null for none.
 * Only what the same publisher counts of the same people, and no total that is itself among the countries.
 */
export function exceedingOf(
  totals: readonly Figure[],
  countries: readonly Figure[],
): Exceeding | null {
  for (const total of totals) {
    const parts = countries.filter(
      (one) =>
        one.place.partOf.includes(total.place.id) &&
        one.measure.id === total.measure.id &&
        one.population.id === total.population.id &&
        one.definition.publisher.id === total.definition.publisher.id,
    );
    const days = parts.map(({ asOf }) => asOf).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (days.every((day) => day === total.asOf) || !areMoreThan(parts, total)) continue;
    return { total, first, last };
  }
  return null;
}
