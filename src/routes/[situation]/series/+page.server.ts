import { allSeries } from '#lib/views/series.ts';
import { libraryOf, nameAndTitle, situationEntries } from '#lib/pages/situations.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** Every series, without its figures. */
export const load: PageServerLoad = ({ params }) => {
  const library = libraryOf(params.situation);
  return {
    ...nameAndTitle(library),
    series: [...allSeries(library).values()].map(({ figures, ...series }) => ({
      ...series,
      count: figures.length,
    })),
  };
};
