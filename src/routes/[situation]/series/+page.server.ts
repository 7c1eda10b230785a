import { allSeries } from '#lib/views/series.ts';
import { libraryOf, situationEntries } from '#routes/situations.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** Every series, without its figures. */
export const load: PageServerLoad = ({ params }) => {
  const library = libraryOf(params.situation);
  return {
    situation: library.situation.id,
    title: library.situation.title,
    series: [...allSeries(library).values()].map(({ figures, ...series }) => ({
      ...series,
      count: figures.length,
    })),
  };
};
