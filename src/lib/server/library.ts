import { building } from '$app/environment';
import type { Library } from '#lib/records/model.ts';
import { faults, readings } from './seeds.ts';

type Libraries = readonly [Library, ...Library[]];

/** @throws {Error} with all faults at once */
function withoutFault(): Libraries {
  const [first, ...others] = readings.flatMap(({ library: read }) => read ?? []);
  // Nothing asks for a figure while the server is built.
  if (building) return [] as unknown as Libraries;
  if (first !== undefined && faults.length === 0) return [first, ...others];
  throw new Error(`The seeds have faults. Correct these and try again:\n${faults.join('\n')}`);
}

/** Everything the seeds say, a library for each situation, by name. */
export const libraries: Libraries = withoutFault();

/** That of the first situation, which the tests ask. */
export const library: Library = libraries[0];
