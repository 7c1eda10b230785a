import type { Figure } from '#lib/records/model.ts';
import { sortKey } from '#lib/values/day.ts';
import { areMoreThan } from './arithmetic.ts';

/** A total, and countries in it that are shown with other dates and add up to more. */
export interface Exceeding {
  readonly total: Figure;
  /** The countries with the first and the last as-of. */
  readonly first: Figure;
  readonly last: Figure;
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
    const byDay = [...parts].sort((a, b) => (sortKey(a.asOf) < sortKey(b.asOf) ? -1 : 1));
    const [first, last] = [byDay[0], byDay.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (parts.every(({ asOf }) => asOf === total.asOf) || !areMoreThan(parts, total)) continue;
    return { total, first, last };
  }
  return null;
}
