import type { Library } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import type { Series } from '#lib/views/series.ts';
import { knownFrom } from '#lib/views/vintage.ts';
import { withdrawnOf } from '#lib/views/withdrawn.ts';

/**
 * The days on which a series became another, ascending: on each something of it was published. A day keeps its chart when
 * what was published on it was withdrawn, if anything else was known.
 */
export function chartDays(library: Library, { id, figures }: Series): Day[] {
  const kept = figures.map(({ source }) => knownFrom(source)).sort();
  const gone = withdrawnOf(library, { series: id }).map(({ figure }) => knownFrom(figure.source));
  return [...new Set([...kept, ...gone.filter((day) => day > (kept[0] ?? day))])].sort();
}
