import type { Figure, Library } from '#lib/records/model.ts';
import { sortKey } from '#lib/values/day.ts';
import { newestDay } from './days.ts';
import { asKnownOn } from './known.ts';
import { allSeries, neighbouringSeries } from './series.ts';
import { since, type Since } from './since.ts';
import { knownFrom } from './vintage.ts';

/** What the whole library knows beyond one figure since it came out: for its own page and for a copy that was taken along. */
export interface Became {
  /** What became of the very same number, in the order in which `since` finds it. */
  readonly since: readonly Since[];
  /** What stands now in its series about later days. */
  readonly newer: Figure | null;
  /** What the same publisher said of still later days by another rule; never compared with it. */
  readonly otherRule: Figure | null;
}

export function becameOf(library: Library, figure: Figure): Became {
  const known = asKnownOn(library, newestDay(library));
  const later = (series: string, than: Figure): Figure | null => {
    const found = known.latest([series])?.figure ?? null;
    return found && sortKey(found.asOf) > sortKey(than.asOf) ? found : null;
  };
  const newer = later(figure.series, figure);
  const series = allSeries(library).get(figure.series);
  let otherRule: Figure | null = null;
  for (const { id } of series ? neighbouringSeries(library, series).definitions : [])
    otherRule = later(id, otherRule ?? newer ?? figure) ?? otherRule;
  return {
    since: since(library, [figure], knownFrom(figure.source)),
    newer,
    otherRule,
  };
}
