import type { Definition, Population } from '#lib/records/model.ts';
import { ofLibrary } from './of-library.ts';

interface Said {
  readonly series: string;
  readonly definition: Definition;
  readonly population: Population;
}

/**
 * The order of competing claims: by speaker, then wholes before parts, then as populations.csv has
 * them, then by series. What they say has no part in it: no speaker leads for having said more.
 */
export const bySpeaker = ofLibrary(({ populations }): ((a: Said, b: Said) => number) => {
  const places = new Map([...populations.keys()].map((id, index) => [id, index]));
  const rank = ({ partOf, id }: Population) => [partOf.length, places.get(id) ?? Infinity] as const;
  return (a, b) => {
    const [speakerA, speakerB] = [a.definition.publisher, b.definition.publisher];
    if (speakerA.order !== speakerB.order) return speakerA.order - speakerB.order;
    if (speakerA.id !== speakerB.id) return speakerA.id < speakerB.id ? -1 : 1;
    const [[partsA, placeA], [partsB, placeB]] = [rank(a.population), rank(b.population)];
    if (partsA !== partsB) return partsA - partsB;
    if (placeA !== placeB) return placeA - placeB;
    return a.series < b.series ? -1 : a.series > b.series ? 1 : 0;
  };
});
