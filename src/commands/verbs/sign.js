import { terminalAsker, Left } from '../adding/asker.js';
import { withLine } from '../adding/rows.js';
import { dayHere } from '../seed-reader.js';
import { lookAt, refuseFaults, situationOf } from '../seed-state.js';
import { NotWritten, writeSeeds } from '../write-seeds.js';
import { check } from './check.js';
import { opened } from './opened.js';

const HEADER = 'rule,figure,other,day,signed_by,reason';

/** @param {string} value @param {string[]} before */
const gathered = (value, before) => [...before, value];

/**
 * @param {import('commander').Command} program
 * @param {import('./program.js').Ended} ended
 * @param {import('./program.js').Terminal} terminal
 */
export function addSign(program, ended, terminal) {
  program
    .command('sign')
    .description('signs odd figures that the publication does give, in signed.csv')
    .option('--situation <id>', 'which situation, if there are several')
    .option('--by <name>', 'who has looked')
    .option('--reason <text>', 'what was found, in one sentence')
    .option('--figure <id>', 'the figure to sign; repeatable', gathered, [])
    .addHelpText(
      'after',
      `
Without flags it shows each odd figure and asks. A signature says that one person has looked at one figure.
With flags, name each figure.

Examples
  npm run seeds -- sign
  npm run seeds -- sign --by 'A. Name' --reason 'The update says so on page 1.' --figure <id>`,
    )
    .action(async (options, command) => {
      const { tell, seeds, isDone } = await opened(command, terminal);
      if (seeds === null) return ended(2);
      if (isDone) return ended(await check(seeds, tell));
      const situations = refuseFaults(seeds, tell);
      if (situations === null) return ended(1);
      const sound = situationOf(situations, options.situation, tell);
      if (sound === null) return ended(2);
      const asker = terminal.stdin.isTTY === true ? terminalAsker() : undefined;
      ended(await sign(seeds, await lookAt(sound), options, tell, asker));
    });
}

/**
 * @param {import('../seed-state.js').Seeds} seeds
 * @param {import('../seed-state.js').LookedAt} looked
 * @param {{ by?: string, reason?: string, figure: string[] }} options
 * @param {import('../tell.js').Tell} tell
 * @param {import('../adding/asker.js').Asker} [asker] without one nobody can be asked
 */
export async function sign(seeds, looked, options, tell, asker) {
  const { by, reason, figure } = options;
  const isByFlags = figure.length > 0;
  if (looked.unsigned.length === 0) {
    tell.say('Nothing odd is left to sign.');
    tell.object({ ok: true, signed: [] });
    return 0;
  }
  if (isByFlags ? !by || !reason : asker === undefined) {
    tell.warn('Name the figures with --figure, and say --by and --reason (sign --help).');
    return 2;
  }
  const strange = figure.find((id) => !looked.unsigned.some((one) => one.figure.id === id));
  if (strange !== undefined) {
    tell.warn(`Nothing odd and unsigned is known about ${strange}; nothing was signed.`);
    return 1;
  }
  const lines =
    isByFlags || asker === undefined
      ? looked.unsigned
          .filter((finding) => figure.includes(finding.figure.id))
          .map((finding) => looked.line(finding, [dayHere(), by ?? '', reason ?? '']))
      : await askToSign(looked, asker, tell);
  if (lines.length === 0) {
    tell.say('Nothing was signed.');
    return 3;
  }
  const before = seeds.texts[looked.file] ?? `${HEADER}\n`;
  try {
    writeSeeds(seeds.folder, { [looked.file]: lines.reduce(withLine, before) }, seeds.texts, seeds);
  } catch (cause) {
    if (!(cause instanceof NotWritten)) throw cause;
    tell.warn(cause.message);
    // What somebody has typed is not lost.
    if (!isByFlags) for (const line of lines) tell.say(line);
    tell.object({ ok: false, signed: [], error: cause.message });
    return 1;
  }
  for (const line of lines) tell.say(line);
  tell.object({ ok: true, signed: lines });
  return lines.length === looked.unsigned.length ? 0 : 3;
}

/**
 * @param {import('../seed-state.js').LookedAt} looked
 * @param {import('../adding/asker.js').Asker} ask
 * @param {import('../tell.js').Tell} tell
 * @returns {Promise<string[]>} the lines signed before the keeper left
 */
async function askToSign(looked, ask, tell) {
  /** @type {string[]} */
  const lines = [];
  const refusal = (/** @type {string} */ text) =>
    text.trim() === '' ? 'expected some words' : null;
  try {
    const by = await ask.text({ message: 'Who looks?', refusal });
    for (const finding of looked.unsigned) {
      ask.say(looked.text(finding));
      if (!(await ask.confirm('Does the publication say so?', false))) continue;
      const message = 'What did you find, in one sentence?';
      const reason = await ask.text({ message, refusal });
      lines.push(looked.line(finding, [dayHere(), by.trim(), reason.trim()]));
    }
  } catch (cause) {
    if (!(cause instanceof Left)) throw cause;
    tell.say('The rest is left unsigned.');
  }
  return lines;
}
