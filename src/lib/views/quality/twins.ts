import type { Figure, Library } from '#lib/records/model.ts';
import { grouped } from '#lib/views/grouped.ts';
import type { Finding } from './finding.ts';

/** Smaller numbers are often the same by chance. */
const LEAST = 1000;

/** A figure equal to another country's, of one measure, publication and day: a row copied, or a column shifted. */
export function sameAsAnother(library: Library): Finding[] {
  const large = library.figures.filter(
    (figure) =>
      figure.place.kind === 'country' && 'value' in figure.amount && figure.amount.value >= LEAST,
  );
  return [...grouped(large, likeness).values()].flatMap(([first, ...more]) => {
    const told = new Set([countryPair(first)]);
    return more.flatMap((figure): Finding[] => {
      // The same number of one country under two rules is no other country's.
      if (told.has(countryPair(figure))) return [];
      told.add(countryPair(figure));
      return [{ rule: 'same-as-another', figure, other: first, days: null }];
    });
  });
}

/** Where it leads, or for what comes from elsewhere, between which two. */
function countryPair({ place, origin }: Figure): string {
  return `${origin.id} ${place.id}`;
}

function likeness({ source, measure, asOf, amount }: Figure): string {
  return [source.id, measure.id, asOf, amount.kind, 'value' in amount ? amount.value : ''].join(
    ' ',
  );
}
