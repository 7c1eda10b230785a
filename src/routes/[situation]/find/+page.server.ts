import { libraryOf, nameAndTitle } from '#lib/pages/situations.ts';
import { namesIn } from '#lib/views/names.ts';
import type { PageServerLoad } from './$types';

/** The names of places, publishers and measures, each with where its numbers are. */
export const load: PageServerLoad = ({ params }) => {
  const library = libraryOf(params.situation);
  return { ...nameAndTitle(library), ...namesIn(library) };
};
