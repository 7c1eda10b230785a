import type { Library } from '#lib/records/model.ts';
import { library as read, faults } from './seeds.ts';

/** Stops the build, or the page, with all faults at once. */
function whole(): Library {
  if (read !== null) return read;
  const all = faults.map(({ message }) => message).join('\n');
  throw new Error(`The seeds cannot be read. Mend these and try again:\n${all}`);
}

/** Everything the seeds say. */
export const library: Library = whole();
