import type { Figure, Population } from '#lib/records/model.ts';
import type { ShownCounter } from './summary.ts';

/** A part of a headline, and those that are inside it. */
export interface NestedPart {
  readonly figure: Figure;
  readonly inside: readonly Figure[];
}

/** The parts of one number: those of a group that was added up here, and all others, each with the parts inside it. */
export interface NestedParts {
  readonly added: { readonly group: NonNullable<ShownCounter['added']>; readonly inside: readonly Figure[] } | null; // prettier-ignore
  readonly parts: readonly NestedPart[];
}

/**
 * Sorts parts so that a part of a part follows the one it is inside, and is never listed as its equal: girls inside
 * children inside civilians. Order is kept otherwise.
 * @param figures of one publication, about the same days
 */
export function nestedParts(
  figures: readonly Figure[],
  added: ShownCounter['added'] = null,
): NestedParts {
  const isInside = (figure: Figure, { id }: Population) => figure.population.partOf.includes(id);
  const ofAdded = added ? figures.filter((one) => isInside(one, added.population)) : [];
  const others = figures.filter((one) => !ofAdded.includes(one));
  const isNested = (one: Figure) => others.some(({ population }) => isInside(one, population));
  return {
    added: added ? { group: added, inside: ofAdded } : null,
    parts: others
      .filter((one) => !isNested(one))
      .map((figure) => ({
        figure,
        inside: others.filter((one) => isInside(one, figure.population)),
      })),
  };
}

/** Whether a number is inside the first of those before it that is a whole of its people, and whether it is the first there. */
export function isFirstInside(figures: readonly Figure[], at: number): boolean {
  const wholes = (one: Figure | undefined): string =>
    figures
      .slice(0, at)
      .filter(({ population }) => one?.population.partOf.includes(population.id))
      .map(({ id }) => id)
      .join(' ');
  const own = wholes(figures[at]);
  return own !== '' && own !== wholes(figures[at - 1]);
}
