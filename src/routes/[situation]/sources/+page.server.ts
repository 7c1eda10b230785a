import { figuresOf } from '#lib/views/sources.ts';
import { libraryOf, nameAndTitle } from '#lib/pages/situations.ts';
import type { PageServerLoad } from './$types';

/** Every publication, newest first, with how many figures were taken from it. */
export const load: PageServerLoad = ({ params }) => {
  const library = libraryOf(params.situation);
  return {
    ...nameAndTitle(library),
    sources: library.sources
      .map((source) => ({ source, count: figuresOf(library, source).length }))
      .toReversed(),
  };
};
