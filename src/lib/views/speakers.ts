import type { Definition, Population, Publisher } from '#lib/records/model.ts';
import { ofLibrary } from './of-library.ts';

interface Said {
  readonly series: string;
  readonly definition: Definition;
  readonly population: Population;
}

/**
 * Whose number goes before whose: parties to the conflict come last, whatever place the seeds give them; among others,
 * and among parties, the place decides, then the id. Shared publishers and those of a situation can have the same place.
 */
export const byPlace = (
  a: Pick<Publisher, 'id' | 'isParty' | 'order'>,
  b: Pick<Publisher, 'id' | 'isParty' | 'order'>,
): number =>
  Number(a.isParty) - Number(b.isParty) ||
  a.order - b.order ||
  (a.id < b.id ? -1 : Number(a.id > b.id));

/**
 * The order of competing claims: by speaker, then wholes before parts, then as populations.csv has
 * them, then by series. What they say has no part in it: no speaker leads for having said more.
 */
export const bySpeaker = ofLibrary(({ populations }): ((a: Said, b: Said) => number) => {
  const places = new Map([...populations.keys()].map((id, index) => [id, index]));
  const rank = ({ partOf, id }: Population) => [partOf.length, places.get(id) ?? Infinity] as const;
  return (a, b) => {
    const speakers = byPlace(a.definition.publisher, b.definition.publisher);
    if (speakers !== 0) return speakers;
    const [[partsA, placeA], [partsB, placeB]] = [rank(a.population), rank(b.population)];
    if (partsA !== partsB) return partsA - partsB;
    if (placeA !== placeB) return placeA - placeB;
    return a.series < b.series ? -1 : a.series > b.series ? 1 : 0;
  };
});
