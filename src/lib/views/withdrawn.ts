import type { Library, Withdrawn } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { sortKey } from '#lib/values/day.ts';
import { asKnownOn } from './known.ts';
import { mapFlows } from './map-flows.ts';
import { knownFrom } from './vintage.ts';

/** The withdrawn figures of one series or of one source, by their ids: their addresses stay there. */
export function withdrawnOf(
  { withdrawn }: Library,
  at: { readonly series: string } | { readonly source: string },
): Withdrawn[] {
  return withdrawn.filter(({ figure }) =>
    'series' in at ? figure.series === at.series : figure.source.id === at.source,
  );
}

/** Ids of series of which every figure was withdrawn: each keeps its page. */
export function emptiedSeries({ withdrawn, figures }: Library): string[] {
  const full = new Set(figures.map(({ series }) => series));
  return [...new Set(withdrawn.map(({ figure }) => figure.series))].filter((id) => !full.has(id));
}

/**
 * The withdrawn figures that a summary of `day` would show: of a series it plans, and published on that day or about no
 * earlier date than the newest known then.
 */
export function withdrawnSince(library: Library, day: Day): Withdrawn[] {
  const {
    withdrawn,
    situation: { counters, chart, maps },
  } = library;
  const [map] = maps;
  const out = map ? mapFlows(library, map).filter(({ direction }) => direction === 'out') : [];
  const planned = new Set([
    ...counters.flatMap(({ headline, claims, parts }) => [
      ...headline,
      ...claims,
      ...parts.flatMap(({ series }) => series),
    ]),
    ...[...out, ...chart].flatMap(({ series }) => series),
  ]);
  const known = asKnownOn(library, day);
  return withdrawn.filter(({ figure, correction }) => {
    const from = knownFrom(figure.source);
    if (!planned.has(figure.series) || from > day || correction.day <= day) return false;
    const newest = known.standing(figure.series).at(-1)?.figure;
    return from === day || !newest || sortKey(figure.asOf) >= sortKey(newest.asOf);
  });
}
