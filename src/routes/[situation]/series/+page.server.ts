import { allSeries } from '#lib/views/series.ts';
import { libraryOf, nameAndTitle } from '#lib/pages/situations.ts';
import type { PageServerLoad } from './$types';

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
