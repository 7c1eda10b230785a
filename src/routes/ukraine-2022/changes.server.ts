import { error } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { changesView, choices } from '#lib/views/changes-page.ts';

/** What the list of changes shows for a choice; 404 for one that leads to no entry. */
export const changesPage = (measure: string | null, publisher: string | null) => ({
  situation: library.situation.id,
  title: library.situation.title,
  ...(changesView(library, { measure, publisher }) ?? error(404, 'Nothing changed there.')),
});

const all = choices(library);
export const measures = all.flatMap(({ measure, publisher }) =>
  measure !== null && publisher === null ? [{ measure }] : [],
);
export const publishers = all.flatMap(({ measure, publisher }) =>
  measure === null && publisher !== null ? [{ publisher }] : [],
);
export const both = all.flatMap(({ measure, publisher }) =>
  measure !== null && publisher !== null ? [{ measure, publisher }] : [],
);
