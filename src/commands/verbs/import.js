import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { faultCauses, faultLines } from '../fault-causes.js';
import { count, fileTrouble, load, today } from '../seed-reader.js';
import { situationOf, soundOf } from '../seed-state.js';
import { NotWritten, writeSeeds } from '../write-seeds.js';
import { HELP } from './import-help.js';
import { opened as openedSeeds } from './opened.js';

const PIECE = 1 << 18;

/**
 * @typedef {import('../../lib/intake/model.ts').Opened} Opened
 * @typedef {import('../../lib/intake/importing.ts').Importing} Importing
 * @typedef {import('../../lib/intake/importing.ts').Plan} Plan
 * @typedef {import('../../lib/intake/wishes.ts').Flags & { mapping?: string, situation?: string, write?: true, leaveOutRefused?: true }} Options
 * @typedef {import('../../lib/intake/refusal.ts').Refusal} Refusal
 */

/**
 * `import`: a publisher's file as figures of one source. A dry run unless `--write` is given.
 * @param {import('commander').Command} program
 * @param {(code: number) => void} ended
 * @param {import('./program.js').Terminal} terminal
 */
export function addImport(program, ended, terminal) {
  const several = (/** @type {string} */ one, /** @type {string[]} */ before) => [...before, one];
  program
    .command('import')
    .summary('takes figures from a file of a publisher')
    .description(
      'Reads a publisher’s file and says how it understood each row. Writes only with --write, all or nothing.',
    )
    .usage('[format] FILE… --source ID [options]')
    .argument('<words...>', 'the format, if the file does not show it, and the files')
    .option('--source <id>', 'the publication, as in sources.csv')
    .option(
      '--publisher <id>',
      'of a new source: whose numbers they are; without it the definition’s',
    )
    .option('--title <text>', 'of a new source, without figures')
    .option('--address <https>', 'of a new source')
    .option('--published <day>', 'of a new source: day, day and time, or month')
    .option('--retrieved <day>', 'of a new source: when it was read')
    .option('--licence <text>', 'of a new source, or: not stated')
    .option('--redistribution <may|cite|forbids>', 'of a new source')
    .option('--kind <kind>', 'of a new source: report, statement, portal_state, news, dataset')
    .option('--relay-of <text>', 'of a new source: the publication it repeats')
    .option('--source-caveats <codes>', 'of a new source: caveats for all its figures')
    .option('--situation <id>', 'which situation, if there are several')
    .option('--place <id>', 'for files that do not name their place')
    .option('--group <id>', 'the portal’s population group, where the file does not give it')
    .option('--definition <id>', 'the definition, where the file does not give it')
    .option('--measure <id>', 'where the definition covers several')
    .option('--population <id>', 'the people whom the figures count')
    .option('--as-of <day>', 'for files without a date')
    .option('--mapping <file>', 'how to read a tidy or HXL table (YAML, kept with the source)')
    .option('--encoding <name>', 'the encoding, where the bytes do not show it')
    .option('--caveats <codes>', 'of every row; without it those of the group or mapping')
    .option('--accept <place>', 'a change of over 20 % that the publisher announced', several, [])
    .option('--footnote <n=code>', 'the caveat of a footnote: its code or none', several, [])
    .option('--leave-out-refused', 'write the other rows although some are refused')
    .option('--write', 'write what the dry run shows')
    .addHelpText('after', HELP)
    .action(async (words, options, command) => {
      ended(await takeFiles(words, options, await openedSeeds(command, terminal)));
    });
}

/**
 * @param {string[]} words
 * @param {Options} options
 * @param {Awaited<ReturnType<typeof openedSeeds>>} read
 * @returns {Promise<number>} the exit code
 */
async function takeFiles(words, options, { tell, seeds }) {
  if (seeds === null) return 2;
  const { Importing } = /** @type {typeof import('../../lib/intake/importing.ts')} */ (
    await load('intake/importing.ts')
  );
  const [first = ''] = words;
  const isFormat = Importing.formats.some((format) => format === first);
  const paths = isFormat ? words.slice(1) : words;
  if (paths.length === 0)
    return misused(tell, ['Expected a file to import, found none; see import --help.']);
  const mapping = options.mapping === undefined ? null : textOf(options.mapping);
  if (mapping instanceof Error) return misused(tell, [`--mapping: ${mapping.message}`]);
  const sound = soundOf(seeds);
  if (sound === null) {
    tell.warn(
      `Nothing was imported: the seeds have ${count(seeds.faults.length, 'fault')}; npm run seeds -- check lists them.`,
    );
    tell.object({ seedFaults: faultCauses(seeds.faults) });
    return 1;
  }
  const meant = situationOf(sound, options.situation, tell);
  if (meant === null) return 2;
  const importing = new Importing(meant.library, seeds.texts, today(), seeds.readings[0]?.tables);
  const usage = importing.ask(isFormat ? first : null, options, mapping);
  if (usage !== null) return misused(tell, usage);
  const opened = [];
  for (const path of paths) {
    const file = await openOne(path, importing, Importing, tell);
    if (typeof file === 'string') return misused(tell, [file]);
    opened.push({ name: basename(path), opened: file });
  }
  const plan = importing.plan(opened);
  const written = options.write === true ? write(plan, options, seeds) : null;
  const { faults } = plan.report;
  tell.object({ ...plan.report, faults: faultCauses(faults), written });
  for (const { tone, text } of importing.lines({ ...plan.report, faults: faultLines(faults) })) {
    tell.say(tone === 'plain' ? text : tell.paint[tone](text));
  }
  tell.say(written?.said ?? drySaid(plan));
  if (written !== null) return written.isDone ? 0 : 1;
  return plan.report.counts.refuses > 0 || plan.report.faults.length > 0 ? 1 : 0;
}

/**
 * @param {import('../tell.js').Tell} tell
 * @param {readonly string[]} usage
 */
function misused(tell, usage) {
  for (const line of usage) tell.warn(line);
  tell.object({ usage });
  return 2;
}

/** @param {string} path */
function textOf(path) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (cause) {
    return new Error(`${path} cannot be read as UTF-8: ${fileTrouble(codeOf(cause))}`);
  }
}

/** @param {unknown} cause */
function codeOf(cause) {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

/** @param {Plan} plan */
function drySaid({ report: { counts, missing, faults }, files, taken }) {
  if (taken === 0) {
    return counts.refuses > 0 ? 'Nothing was written.' : 'Nothing is new; nothing was written.';
  }
  const next =
    counts.refuses > 0
      ? 'Correct what is refused, or leave it out (--leave-out-refused), before --write.'
      : faults.length > 0
        ? 'The seeds would have the faults above: correct them before --write.'
        : missing.length > 0
          ? 'Give what is missing before --write.'
          : `--write writes ${Object.keys(files).join(', ')}.`;
  return `A dry run, nothing was written. ${next}`;
}

/**
 * @param {Plan} plan
 * @param {Options} options
 * @param {{ folder: string, texts: Readonly<Record<string, string>>, step: import('../journal.js').Step }} seeds
 */
function write(
  { report: { counts, rows, missing, faults }, files, taken },
  options,
  { folder, texts, step },
) {
  const none = (/** @type {string} */ said) => ({ isDone: false, files: [], leftOut: 0, said });
  if (counts.refuses > 0 && options.leaveOutRefused !== true) {
    return none(
      'Nothing was written: some rows are refused. Correct them, or leave them out (--leave-out-refused).',
    );
  }
  if (rows.some(({ verdict, about, at }) => verdict === 'refuses' && about === '' && at === 0)) {
    return none('Nothing was written: a whole file is refused.');
  }
  if (missing.length > 0)
    return none(`Nothing was written: still needed are ${missing.join(' ')}.`);
  if (faults.length > 0) return none('Nothing was written: the seeds would have the faults above.');
  const leftOut = counts.refuses;
  if (taken === 0)
    return { isDone: true, files: [], leftOut, said: 'Nothing is new; nothing was written.' };
  try {
    writeSeeds(folder, files, texts, { step });
  } catch (cause) {
    if (cause instanceof NotWritten) return none(cause.message);
    throw cause;
  }
  const left = leftOut === 0 ? '' : ` Left out: ${leftOut} refused, as listed above.`;
  const said = `Written: ${Object.keys(files).join(', ')}.${left} npm run seeds -- check lists what is odd about it. npm run seeds -- diff shows what readers will see. npm run seeds -- publish records it.`;
  return { isDone: true, files: Object.keys(files), leftOut, said };
}

/**
 * @param {string} path
 * @param {Importing} importing
 * @param {typeof import('../../lib/intake/importing.ts').Importing} limits
 * @param {import('../tell.js').Tell} tell
 * @returns {Promise<Opened | Refusal | string>} a sentence where the disk refuses
 */
async function openOne(path, importing, { largestWhole, largestTable }, tell) {
  const name = basename(path);
  try {
    const { size } = statSync(path);
    const sieve = size > largestWhole ? importing.sieve(name) : null;
    if (sieve === null) {
      // Too large without a mapping: what is refused need not be read.
      return await importing.openAny(
        name,
        size > largestWhole ? new Uint8Array(largestWhole + 1) : readFileSync(path),
      );
    }
    if (size > largestTable) {
      const what =
        'expected a table of at most 1 GB, found a larger one; ask the publisher for a part of it';
      return { line: 0, column: '', what, whole: true };
    }
    return sift(path, size, sieve, tell.progress(`Reading ${name}`));
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause)) throw cause;
    return `${path} cannot be read: ${fileTrouble(String(cause.code))}.`;
  }
}

/**
 * A table that does not fit into memory.
 * @param {string} path
 * @param {number} size
 * @param {import('../../lib/intake/sieve.ts').Sieve} sieve
 * @param {import('../tell.js').Progress} progress
 */
function sift(path, size, sieve, progress) {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    for (let done = 0; ;) {
      const length = readSync(file, piece, 0, PIECE, done);
      done += length;
      if (!sieve.push(piece.subarray(0, length), length === 0) || length === 0) break;
      progress.at(done, size);
    }
  } finally {
    closeSync(file);
    progress.end();
  }
  return sieve.end();
}
