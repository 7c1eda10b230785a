import { caveatUses } from '#lib/views/sources.ts';
import { libraryOf, situationEntries } from '#routes/situations.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** Every caveat, the gravest first, with the series it is on. */
export const load: PageServerLoad = ({ params }) => {
  const library = libraryOf(params.situation);
  return {
    situation: library.situation.id,
    title: library.situation.title,
    uses: caveatUses(library),
  };
};
