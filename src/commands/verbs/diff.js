import { load } from '../seed-reader.js';
import { allChanges, refuseFaults, said } from '../seed-state.js';
import { opened } from './opened.js';

/**
 * @param {import('commander').Command} program
 * @param {import('./program.js').Ended} ended
 * @param {import('./program.js').Terminal} terminal
 */
export function addDiff(program, ended, terminal) {
  program
    .command('diff')
    .description(
      'shows what readers will see differently since the last publish: sentences and pages',
    )
    .argument('[folder]', 'the same as --folder')
    .addHelpText(
      'after',
      `
Examples
  npm run seeds -- diff
  npm run seeds -- diff --json`,
    )
    .action(async (folder, _options, command) => {
      const { tell, seeds } = await opened(command, terminal, folder);
      ended(seeds === null ? 2 : await diff(seeds, tell));
    });
}

/**
 * Tells what readers will see otherwise.
 * @param {import('../seed-state.js').Seeds} seeds
 * @param {import('../tell.js').Tell} tell
 */
export async function diff(seeds, tell) {
  const situations = refuseFaults(seeds, tell);
  if (situations === null) return 1;
  const { seenDifferently } =
    /** @type {typeof import('../../lib/wording/seen-differently.ts')} */ (
      await load('wording/seen-differently.ts')
    );
  const entries = situations.flatMap(({ library, ledger }) => seenDifferently(library, ledger));
  for (const entry of entries) tell.say(`${entry}\n`);
  const changes = allChanges(situations);
  tell.say(changes.length === 0 ? 'Readers will see nothing new.' : `${said(changes)}.`);
  tell.object({
    ok: true,
    faults: [],
    entries,
    changes,
  });
  return 0;
}
