import { error } from '@sveltejs/kit';
import { libraries } from '#lib/server/library.ts';

/** Everything the seeds say of one situation. */
export type Library = (typeof libraries)[number];

const byId = new Map(libraries.map((library) => [library.situation.id, library]));

/** The names of all situations, as they stand in addresses. */
export const situations: readonly string[] = [...byId.keys()];

/** The one situation of the house; null where there are several, and pages of the house belong to none. */
export const onlySituation: string | null =
  situations.length === 1 ? (situations[0] ?? null) : null;

/** Those of which nothing is on a map: no page may lead to one. */
export const situationsWithoutMap: readonly string[] = libraries
  .filter(({ situation }) => situation.maps.length === 0)
  .map(({ situation }) => situation.id);

/**
 * What is worked out once for each situation and kept: `make` is called when a situation is first asked for. 404 for a
 * name that is no situation's.
 */
export function perSituation<Made>(make: (library: Library) => Made): (situation: string) => Made {
  const made = new Map<string, Made>();
  return (situation) => {
    const held = made.get(situation);
    if (held !== undefined) return held;
    const fresh = make(byId.get(situation) ?? error(404, 'There is no situation of this name.'));
    made.set(situation, fresh);
    return fresh;
  };
}

/** The library of a situation, or 404. */
export const libraryOf = perSituation((library) => library);

/** What every page of a situation begins with: its name in addresses and its title. */
export const nameAndTitle = ({ situation: { id, title } }: Library) => ({ situation: id, title });
