import { openSeeds } from '../seed-reader.js';
import { tellTo } from '../tell.js';

/**
 * What every verb begins with: how it talks, and the seeds, or null where the folder cannot be read; that is told already.
 * @param {import('commander').Command} command
 * @param {import('./program.js').Terminal} terminal
 * @param {string} [folder] as a word of its own, in place of --folder
 */
export async function opened(command, terminal, folder) {
  const { json = false, folder: named, fetch = false } = command.optsWithGlobals();
  const tell = tellTo({ json, out: terminal.stdout, err: terminal.stderr, env: terminal.env });
  return { tell, seeds: await openSeeds(folder ?? named, tell, fetch ? 'always' : 'never') };
}
