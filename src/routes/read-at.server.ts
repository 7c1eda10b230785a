import { library } from '#lib/server/library.ts';
import { revision } from '#lib/server/revision.ts';
import { site } from '#lib/server/site.ts';
import { becameOf, type Became } from '#lib/views/became.ts';
import { newestDay } from '#lib/views/days.ts';
import { addresses } from '#lib/wording/addresses.ts';
import type { ReadAt } from '#lib/wording/quote.ts';

const known = newestDay(library);

/** An address of the site as it is written down elsewhere: whole where the house knows its own. */
export const written = (address: string): string => `${site ?? ''}${address}`;

/** A page read in the state of today. */
export const readOn = (address: string): ReadAt => ({ address: written(address), known, revision });

const figures = new Map(library.figures.map((figure) => [figure.id, figure]));

/** Where a figure is read for good, in the state of today, and what became of it by then. */
export function readAt({ id }: { readonly id: string }): ReadAt {
  const figure = figures.get(id);
  return {
    ...readOn(addresses.figure(library.situation.id, id)),
    since: figure && sinceWord(becameOf(library, figure)),
  };
}

/** In one word what a sentence to quote must say of a number that no longer stands as it was. */
function sinceWord({ since, instead }: Became): ReadAt['since'] {
  const kinds = since.map(({ kind }) => kind);
  const kind = (['withdrawn', 'revised', 'later', 'recounted', 'undated'] as const).find((one) =>
    kinds.includes(one),
  );
  return kind ?? (instead ? 'notStood' : undefined);
}
