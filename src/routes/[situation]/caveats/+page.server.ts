import { caveatUses } from '#lib/views/sources.ts';
import { libraryOf, nameAndTitle } from '#lib/pages/situations.ts';
import type { PageServerLoad } from './$types';

/** Every caveat, the gravest first, with the series it is on. */
export const load: PageServerLoad = ({ params }) => {
  const library = libraryOf(params.situation);
  return {
    ...nameAndTitle(library),
    uses: caveatUses(library),
  };
};
