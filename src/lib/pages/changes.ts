import { error } from '@sveltejs/kit';
import { changesView, choices } from '#lib/views/changes-page.ts';
import { everywhere, libraryOf, nameAndTitle } from './situations.ts';

/** What the list of changes shows for a choice; 404 for one that leads to no entry. */
export const changesPage = (name: string, measure: string | null, publisher: string | null) => {
  const library = libraryOf(name);
  return {
    ...nameAndTitle(library),
    ...(changesView(library, { measure, publisher }) ?? error(404, 'Nothing changed there.')),
  };
};

const all = (situation: string) => choices(libraryOf(situation));
export const measureEntries = everywhere((situation) =>
  all(situation).flatMap(({ measure, publisher }) =>
    measure !== null && publisher === null ? [{ measure }] : [],
  ),
);
export const publisherEntries = everywhere((situation) =>
  all(situation).flatMap(({ measure, publisher }) =>
    measure === null && publisher !== null ? [{ publisher }] : [],
  ),
);
export const bothEntries = everywhere((situation) =>
  all(situation).flatMap(({ measure, publisher }) =>
    measure !== null && publisher !== null ? [{ measure, publisher }] : [],
  ),
);
