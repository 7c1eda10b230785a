import type { Figure } from '#lib/records/model.ts';
import type { Summary } from './summary.ts';

/**
 * What a total has beyond the places of the list: parts of a counter that are of another place than its number and inside that
 * place, and no way of the list. None where the list is empty: a residual is never shown alone.
 */
export function residualsOf({ counters, flows }: Pick<Summary, 'counters' | 'flows'>): Figure[] {
  if (flows.length === 0) return [];
  const listed = new Set(flows.map(({ flow }) => flow.place.id));
  return counters.flatMap(({ headline, parts }) =>
    parts
      .map(({ standing }) => standing.figure)
      .filter(
        ({ place }) =>
          headline !== null &&
          place.partOf.includes(headline.figure.place.id) &&
          !listed.has(place.id),
      ),
  );
}
