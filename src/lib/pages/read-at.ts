import { revision } from '#lib/server/revision.ts';
import { becameOf, type Became } from '#lib/views/became.ts';
import { newestDay } from '#lib/views/days.ts';
import { addresses } from '#lib/wording/addresses.ts';
import type { ReadAt } from '#lib/wording/quote.ts';
import { perSituation } from './situations.ts';
import { written } from './written.ts';

/** How what is read in a situation today says where and when it was read. */
export const readingOf = perSituation((library) => {
  const known = newestDay(library);
  const figures = new Map(library.figures.map((figure) => [figure.id, figure]));

  /** A page read in the state of today. */
  const readOn = (address: string): ReadAt => ({ address: written(address), known, revision });

  /** Where a figure is read for good, in the state of today, and what became of it by then. */
  function readAt({ id }: { readonly id: string }): ReadAt {
    const figure = figures.get(id);
    return {
      ...readOn(addresses.figure(library.situation.id, id)),
      since: figure && sinceWord(becameOf(library, figure)),
    };
  }

  return { readOn, readAt };
});

/** In one word what a sentence to quote must say of a number that no longer stands as it was. */
function sinceWord({ since, instead, contradicted }: Became): ReadAt['since'] {
  const kinds = since.map(({ kind }) => kind);
  const kind = (['withdrawn', 'revised', 'later', 'recounted', 'undated'] as const).find((one) =>
    kinds.includes(one),
  );
  return kind ?? (instead ? 'notStood' : contradicted ? 'contradicted' : undefined);
}
