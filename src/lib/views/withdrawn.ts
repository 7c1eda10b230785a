import type { Library, Withdrawn } from '#lib/records/model.ts';

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
