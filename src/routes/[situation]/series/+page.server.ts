import { questionsOf } from '#lib/views/questions.ts';
import { libraryOf, nameAndTitle } from '#lib/pages/situations.ts';
import type { PageServerLoad } from './$types';

/** Every series by what readers ask, each with its newest figure alone. */
export const load: PageServerLoad = ({ params }) => {
  const library = libraryOf(params.situation);
  return { ...nameAndTitle(library), questions: questionsOf(library) };
};
