import { mergedCaveats } from '#lib/records/caveats.ts';
import type { Caveat, Figure, Library, Source } from '#lib/records/model.ts';
import { ofLibrary } from './of-library.ts';
import { allSeries } from './series.ts';
import type { Series } from './series.ts';

/** A caveat and the series that carry it, with how many of their figures do. */
export interface CaveatUse {
  readonly caveat: Caveat;
  readonly series: readonly { readonly series: Series; readonly count: number }[];
}

const bySource = ofLibrary(({ sources, figures }): ReadonlyMap<string, readonly Figure[]> => {
  const found = new Map<string, Figure[]>(sources.map(({ id }) => [id, []]));
  for (const figure of figures) found.get(figure.source.id)?.push(figure);
  return found;
});

/** The figures taken from one publication, in the order of its rows. */
export function figuresOf(library: Library, { id }: Source): readonly Figure[] {
  return bySource(library).get(id) ?? [];
}

/** Every figure that carries the caveat, from whatever it came to it. */
export function figuresWith({ figures }: Library, { code }: Caveat): Figure[] {
  return figures.filter(({ caveats }) => caveats.some((caveat) => caveat.code === code));
}

/** Every caveat that a figure carries, the gravest first: the words are shared, and the others are of other situations. */
export function caveatUses(library: Library): CaveatUse[] {
  const uses = new Map<string, Map<string, number>>();
  for (const { caveats, series } of library.figures) {
    for (const { code } of caveats) {
      const counts = uses.get(code) ?? new Map<string, number>();
      uses.set(code, counts.set(series, (counts.get(series) ?? 0) + 1));
    }
  }
  const series = allSeries(library);
  const carried = [...library.caveats.values()].filter(({ code }) => uses.has(code));
  return mergedCaveats(carried).map((caveat) => ({
    caveat,
    series: [...(uses.get(caveat.code) ?? [])].flatMap(([id, count]) => {
      const one = series.get(id);
      return one ? [{ series: one, count }] : [];
    }),
  }));
}
