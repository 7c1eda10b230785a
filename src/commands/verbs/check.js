import { allChanges, lookAt, oddRecords, refuseFaults, said, tellFindings } from '../seed-state.js';
import { count } from '../seed-reader.js';
import { opened } from './opened.js';

/**
 * @param {import('commander').Command} program
 * @param {import('./program.js').Ended} ended
 * @param {import('./program.js').Terminal} terminal
 */
export function addCheck(program, ended, terminal) {
  program
    .command('check')
    .description('reads everything and lists every fault, then what is odd and needs a signed line')
    .argument('[folder]', 'the same as --folder')
    .option('--all', 'also lists what is odd about figures published before')
    .option('--each', 'lists every odd figure by itself, and not each reason once')
    .addHelpText(
      'after',
      `
Faults stop the check, the build and publish (exit code 1). Each is listed with file, line, column and the way out.
Faults with one cause are one entry: how many there are, and where the first three are.
Odd figures need not be wrong:
  a count that falls
  a change of more than a fifth
  a number equal to another country's
  an as-of date older than usual
  a new number that cannot be compared with anything
  a known number replaced by a word or by none
A person looks at each and signs it: npm run seeds -- sign (exit code 3 until then).
The check uses no network. Tables outside the seeds are read as last fetched; --fetch reads their newest state.

Examples
  npm run seeds -- check
  npm run seeds -- check --all
  npm run seeds -- check --each
  npm run seeds -- check --fetch
  npm run seeds -- check --json --folder ../other/seeds`,
    )
    .action(async (folder, { all = false, each = false }, command) => {
      const { tell, seeds } = await opened(command, terminal, folder);
      ended(seeds === null ? 2 : await check(seeds, tell, { all, each }));
    });
}

/**
 * Tells every fault, or how many seeds there are, what is odd about them and what of them is not published yet.
 * @param {import('../seed-state.js').Seeds} seeds
 * @param {import('../tell.js').Tell} tell
 * @param {import('../seed-state.js').Listed} [listed]
 * @returns {Promise<number>} the exit code
 */
export async function check(seeds, tell, listed = {}) {
  const situations = refuseFaults(seeds, tell);
  if (situations === null) return 1;
  const sources = situations.reduce((n, { library }) => n + library.sources.length, 0);
  const figures = situations.reduce((n, { library }) => n + library.figures.length, 0);
  tell.say(
    `${count(sources, 'source')}, ${count(figures, 'figure')}, ${tell.paint.green('no faults')}`,
  );
  const changes = allChanges(situations);
  if (changes.length > 0) {
    tell.say(
      `${said(changes)} since the last publish. npm run seeds -- diff shows what readers will see. npm run seeds -- publish records it.`,
    );
  }
  const looked = await Promise.all(situations.map(lookAt));
  for (const one of looked) tellFindings(one, tell, listed);
  const records = looked.flatMap((one) => one.records(listed.all === true));
  const isWell = looked.every(({ unsigned }) => unsigned.length === 0);
  tell.object({
    ok: isWell,
    counts: { sources, figures },
    faults: [],
    findings: listed.each === true ? records : oddRecords(records),
    findingsOnFiguresPublishedBefore: looked.reduce((n, { old }) => n + old.length, 0),
    changes,
  });
  return isWell ? 0 : 3;
}
