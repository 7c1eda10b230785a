import type { Library } from '#lib/records/model.ts';
import { arrivals } from './arrivals.ts';
import { grouped } from './grouped.ts';
import { allSeries, type Series } from './series.ts';
import { byPlace } from './speakers.ts';

/** A name that readers look for, and the series in which it stands. */
export interface Name {
  readonly id: string;
  readonly label: string;
  /** Of a place of arrival its name in addresses; else null. */
  readonly arrival: string | null;
  readonly series: readonly Series[];
}

/** The names of places, publishers and measures of a situation's series, in the order of the alphabet, publishers in theirs. */
export function namesIn(library: Library): {
  readonly places: readonly Name[];
  readonly publishers: readonly Name[];
  readonly measures: readonly Name[];
} {
  const all = [...allSeries(library).values()];
  const slugs = new Map([...arrivals(library)].map(([slug, { id }]) => [id, slug]));
  const names = (of: (series: Series) => { readonly id: string; readonly label: string }): Name[] =>
    [...grouped(all, (one) => of(one).id)].flatMap(([id, series]) => {
      const [first] = series;
      return first ? [{ id, label: of(first).label, arrival: slugs.get(id) ?? null, series }] : [];
    });
  const byLabel = (a: Name, b: Name) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);
  return {
    places: names(({ place }) => place).sort(byLabel),
    publishers: names(({ definition: { publisher } }) => ({
      id: publisher.id,
      label: publisher.name,
    })).sort((a, b) => {
      const [first, second] = [a, b].map(({ id }) => library.publishers.get(id));
      return first && second ? byPlace(first, second) : 0;
    }),
    measures: names(({ measure }) => measure).sort(byLabel),
  };
}
