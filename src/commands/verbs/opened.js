import { openSeeds } from '../seed-reader.js';
import { tellTo } from '../tell.js';

/**
 * What every verb begins with: how it talks, and the seeds, or null where the folder cannot be read; that is told already.
 * @param {import('commander').Command} command
 * @param {string} [folder] as a word of its own, in place of --folder
 */
export async function opened(command, folder) {
  const { json = false, folder: named, fetch = false } = command.optsWithGlobals();
  const tell = tellTo({ json });
  return { tell, seeds: await openSeeds(folder ?? named, tell, fetch ? 'always' : 'never') };
}
