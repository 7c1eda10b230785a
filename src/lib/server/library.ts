import type { Library } from '#lib/records/model.ts';
import { faults, readings } from './seeds.ts';

/** Stops the build, or the page, with all faults at once. */
function whole(): readonly [Library, ...Library[]] {
  const [first, ...others] = readings.flatMap(({ library: read }) => read ?? []);
  if (first !== undefined && faults.length === 0) return [first, ...others];
  const all = faults.map(({ message }) => message).join('\n');
  throw new Error(`The seeds cannot be read. Mend these and try again:\n${all}`);
}

/** Everything the seeds say, a library for each situation, by name. */
export const libraries: readonly [Library, ...Library[]] = whole();

/** That of the first situation, which the tests of this house ask. */
export const library: Library = libraries[0];
