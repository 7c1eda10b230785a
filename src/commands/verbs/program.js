import { Command, CommanderError } from 'commander';
import { addAdd } from './add.js';
import { addCheck } from './check.js';
import { addDiff } from './diff.js';
import { addImport } from './import.js';
import { addNew } from './new.js';
import { addPublish } from './publish.js';
import { addSign } from './sign.js';
import { tellTo } from '../tell.js';

/** What a command ends with. */
export const EXIT = { well: 0, refused: 1, usage: 2, unsigned: 3 };

/**
 * @typedef {(code: number) => void} Ended told once, by the verb that ran
 */

/**
 * What a command reads and writes; a process is one.
 * @typedef {object} Terminal
 * @property {{ isTTY?: boolean }} stdin a terminal where somebody can be asked
 * @property {import('../tell.js').Stream} stdout
 * @property {import('../tell.js').Stream} stderr
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * @param {readonly string[]} argv as a process has it
 * @param {Terminal} [terminal]
 * @returns {Promise<number>} the exit code
 */
export async function runProgram(argv, terminal = process) {
  let code = EXIT.usage;
  const program = makeProgram((ended) => {
    code = ended;
  }, terminal);
  try {
    await program.parseAsync(argv);
    return code;
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    // What was asked for, such as --help, is no fault.
    if (cause.exitCode === 0) return EXIT.well;
    if (argv.includes('--json'))
      tellTo({ json: true, out: terminal.stdout }).object({ ok: false, error: cause.message });
    return EXIT.usage;
  }
}

/**
 * @param {Ended} ended
 * @param {Terminal} terminal
 */
function makeProgram(ended, terminal) {
  const program = new Command('npm run seeds --')
    .description(
      'Maintains the figures: checks them, adds to them, shows and records what readers see.',
    )
    .option('--json', 'one JSON document instead of lines, for machines')
    .option('--folder <path>', 'another folder of seeds')
    .option('--fetch', 'fetches tables of figures from outside the seeds (.address)')
    .showHelpAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .addHelpText(
      'after',
      `
Exit codes
  0  no faults
  1  faults, or something was refused; nothing was written, unless the output says what was
  2  the command was not understood, or the folder cannot be read
  3  no faults, but something odd needs a signed line

Examples
  npm run seeds -- check
  npm run --silent seeds -- check --json > check.json
  npm run seeds -- add
  npm run seeds -- help add`,
    );
  for (const add of [addCheck, addAdd, addImport, addDiff, addSign, addPublish, addNew])
    add(program, ended, terminal);
  for (const verb of program.commands) verb.exitOverride().showHelpAfterError();
  return program;
}
