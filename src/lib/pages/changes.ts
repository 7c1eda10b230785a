import { error } from '@sveltejs/kit';
import { changesView, type Chosen } from '#lib/views/changes-page.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { isOffered } from './outputs.ts';
import { libraryOf, nameAndTitle } from './situations.ts';

/** `measure/<id>/publisher/<id>`, or one of the two, or nothing; null for any other text. */
function chosenIn(rest: string): Chosen | null {
  const choice = rest.replace(/\/$/, '');
  const [, measure = null, publisher = null] =
    /^(?:measure\/([^/]+))?\/?(?:publisher\/([^/]+))?$/.exec(choice) ?? [];
  const chosen = { measure, publisher };
  return addresses.changesOf('', measure, publisher) ===
    `//changes/${choice === '' ? '' : `${choice}/`}`
    ? chosen
    : null;
}

/** What the list of changes shows for a choice; 404 for one that leads to no entry. */
export function changesPage(name: string, choice: string) {
  const library = libraryOf(name);
  const chosen = chosenIn(choice);
  return {
    ...nameAndTitle(library),
    /** Of a measure and a publisher at once, where this copy of the site has such pages. */
    isOffered,
    ...((chosen && changesView(library, chosen)) ?? error(404, 'Nothing changed there.')),
  };
}
