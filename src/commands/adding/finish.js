import { relative, sep } from 'node:path';
import { faultCauses, faultCount, faultLines } from '../fault-causes.js';
import { load } from '../seed-reader.js';
import { oddRecords, tellOddThings } from '../seed-state.js';
import { NotWritten, writeSeeds } from '../write-seeds.js';
import { fileOfWord, lineOf } from './rows.js';

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./draft-file.js').Draft} Draft */
/** @typedef {import('../tell.js').Tell} Tell */

/**
 * The rows that would be written and what readers will see, as lines.
 * @param {Session} session
 * @param {Draft} draft
 */
export function preview(session, draft) {
  const { source } = session.source(draft.source);
  const sentences = draft.figures.flatMap((cells) => {
    const figure = source && session.figure(source, cells).figure;
    return figure ? [{ id: figure.id, sentence: session.sentence(figure) }] : [];
  });
  const { columns, situation } = session;
  const rows = [
    ...draft.rows.map(({ table, cells }) => ({
      file: fileOfWord(situation, table),
      line: lineOf(columns[/** @type {'places'} */ (table)], cells),
    })),
    { file: `${situation}/sources.csv`, line: lineOf(columns.sources, draft.source) },
    ...draft.figures.map((cells) => ({
      file: `${situation}/figures/${draft.source['id'] ?? ''}.csv`,
      line: lineOf(columns.figures, cells),
    })),
  ];
  return { rows, sentences };
}

/**
 * @param {ReturnType<typeof preview>} seen
 * @param {Tell} tell
 */
export function tellPreview({ rows, sentences }, tell) {
  let last = '';
  for (const { file, line } of rows) {
    if (file !== last) tell.say(tell.paint.bold(file));
    tell.say(`  ${line}`);
    last = file;
  }
  if (sentences.length > 0) tell.say(tell.paint.bold('Readers will see'));
  for (const { sentence } of sentences) tell.say(`  ${sentence}`);
}

/** @typedef {{ folder: string, step?: import('../journal.js').Step | undefined }} Writing where a command writes, and which it is */

/**
 * What would be odd about it, as the check words it; nothing where nothing is.
 * @param {Session} session
 * @param {Awaited<ReturnType<Session['ahead']>>['findings']} findings
 * @param {Tell} tell
 */
export async function tellOdd({ situation }, findings, tell) {
  const { findingRecord, oddAheadText } =
    /** @type {typeof import('../../lib/wording/findings.ts')} */ (
      await load('wording/findings.ts')
    );
  const records = findings.map((finding) => findingRecord(finding, 'unsigned'));
  tellOddThings(records, tell, true);
  if (records.length > 0)
    tell.say(`\n${tell.paint.yellow(oddAheadText(records.length, `${situation}/signed.csv`))}`);
  return oddRecords(records);
}

/**
 * Writes what was added when all seeds are without a fault with it, all or nothing.
 * @param {Writing} seeds
 * @param {Session} session
 * @param {Record<string, string>} texts by path
 * @param {string} [kept] where what was typed is kept; gone once it is written
 * @returns {Promise<{ faults: string[], error: string | null }>} both empty when it is written
 */
export async function writeIfValid({ folder, step }, session, texts, kept) {
  const faults = await session.faults(texts);
  if (faults.length > 0) return { faults, error: null };
  const drop = kept === undefined ? [] : [relative(folder, kept).split(sep).join('/')];
  try {
    writeSeeds(folder, texts, session.texts, { step, drop });
    return { faults: [], error: null };
  } catch (cause) {
    if (!(cause instanceof NotWritten)) throw cause;
    return { faults: [], error: cause.message };
  }
}

/**
 * @param {{ faults: readonly string[], error: string | null }} outcome
 * @param {Tell} tell
 * @param {string} [kept] where what was typed is kept
 * @returns {boolean} whether it was refused
 */
export function tellRefused({ faults, error }, tell, kept) {
  if (faults.length === 0 && error === null) return false;
  if (faults.length > 0) {
    tell.say(faultLines(faults).join('\n'));
    tell.say(tell.paint.red(`\n${faultCount(faults)}. Nothing was written.`));
  }
  if (error !== null) tell.warn(error);
  if (kept !== undefined) tell.say(`What you typed is kept in ${kept}.`);
  tell.object({ ok: false, written: [], faults: faultCauses(faults), error });
  return true;
}

/**
 * What a dry run found: the faults that the seeds would have, or what would be odd about them, as the check words it.
 * @param {Session} session
 * @param {Awaited<ReturnType<Session['ahead']>>} ahead
 * @param {ReturnType<typeof preview>} seen
 * @param {Tell} tell
 * @returns {Promise<number>} the exit code
 */
export async function tellDry(session, { faults, findings }, seen, tell) {
  if (tellRefused({ faults, error: null }, tell)) return 1;
  const records = await tellOdd(session, findings, tell);
  tell.say('Nothing was written: this was a dry run, and it found no fault.');
  tell.object({
    ok: true,
    written: [],
    figures: seen.sentences,
    rows: seen.rows,
    findings: records,
  });
  return 0;
}
