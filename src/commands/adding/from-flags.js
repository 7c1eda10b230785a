import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { dayHere, fileTrouble } from '../seed-reader.js';
import { tellRefused } from './finish.js';
import { cellsOf } from './rows.js';
import { countriesFor } from './countries.js';
import { emptyDraft } from './draft-file.js';
import { listOf } from './plan.js';
import { NOT_GIVEN, SOURCE_QUESTIONS } from './questions.js';

/** @typedef {import('./draft-file.js').Draft} Draft */
/** @typedef {import('./rows.js').Cells} Cells */

/** Tables of words, of which a situation's own row can be added in the same go, by the word of their flag. */
const SHARED = {
  measure: 'measures',
  place: 'places',
  population: 'populations',
  publisher: 'publishers',
  caveat: 'caveats',
  definition: 'definitions',
};

/** @param {string} value @param {string[]} before */
const gathered = (value, before) => [...before, value];

/**
 * The flags by which a script gives one publication.
 * @param {import('commander').Command} command
 */
export function addPublicationFlags(command) {
  for (const column of Object.keys(SOURCE_QUESTIONS)) {
    if (column === 'publisher') continue;
    command.option(`--${column.replaceAll('_', '-')} <text>`, `of the publication: ${column}`);
  }
  command
    .option('--situation <id>', 'which situation, if there are several')
    .option('--publisher <id>', 'of the publication: the publisher of its figures')
    .option('--figure <cells>', 'a figure, as column=text,column=text; repeatable', gathered, [])
    .option('--figures <file>', 'a CSV file of figures, with the columns of figures/*.csv')
    .option('--dry-run', 'shows what would be written and writes nothing');
  for (const [word, table] of Object.entries(SHARED))
    command.option(`--new-${word} <cells>`, `a new row of ${table}.csv; repeatable`, gathered, []);
}

/**
 * Whether flags say anything of a publication: then nothing is asked.
 * @param {Record<string, unknown>} options
 */
export function isFromFlags(options) {
  return (
    Object.keys(SOURCE_QUESTIONS).some((column) => options[camel(column)] !== undefined) ||
    /** @type {string[]} */ (options['figure'] ?? []).length > 0 ||
    options['figures'] !== undefined
  );
}

/**
 * @param {Record<string, unknown>} options
 * @param {{ home: string, today: string, COLUMNS: import('./session.js').Session['columns'] }} context
 * @returns {Promise<Draft>}
 * @throws {InvalidArgumentError} for a flag that cannot be understood
 */
export async function draftFromFlags(options, { home, today, COLUMNS }) {
  const draft = emptyDraft();
  for (const column of Object.keys(SOURCE_QUESTIONS)) {
    const given = options[camel(column)];
    if (given !== undefined) draft.source[column] = String(given);
  }
  draft.source['published'] = publishedFrom(draft.source['published']);
  const { publisher = '', published = '' } = draft.source;
  draft.source['retrieved'] ??= today;
  draft.source['id'] ??= [publisher, published.slice(0, 10)].filter(Boolean).join('-');
  for (const [word, table] of Object.entries(SHARED)) {
    const names = COLUMNS[/** @type {'places'} */ (table)];
    for (const text of listed(options, camel(`new_${word}`)))
      draft.rows.push({ table, cells: understood(text, names) });
  }
  const { parse } = await import('csv-parse/sync');
  const file = options['figures'];
  if (file !== undefined) {
    /** @type {Cells[]} */
    const rows = tableIn(String(file), (text) => parse(text, { columns: true, bom: true }));
    const strange = Object.keys(rows[0] ?? {}).find(
      (name) => !COLUMNS.figures.includes(/** @type {'measure'} */ (name)),
    );
    if (strange !== undefined)
      throw new InvalidArgumentError(
        `${String(file)}: expected the columns ${COLUMNS.figures.join(',')}, found "${strange}"`,
      );
    draft.figures.push(...rows);
  }
  for (const text of listed(options, 'figure'))
    draft.figures.push({ origin: home, ...understood(text, COLUMNS.figures) });
  return draft;
}

/**
 * A publication without a day of its own is said to be one: an empty answer could be a forgotten one.
 * @param {string | undefined} given
 */
function publishedFrom(given = '') {
  if (given === NOT_GIVEN) return '';
  if (given !== '') return given;
  throw new InvalidArgumentError(
    `--published is still needed: expected the day of publication or the words '${NOT_GIVEN}', found none`,
  );
}

/** @param {Record<string, unknown>} options @param {string} name */
const listed = (options, name) => /** @type {string[]} */ (options[name] ?? []);

/** @param {string} column */
const camel = (column) => column.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

/**
 * @param {string} text
 * @param {readonly string[]} names
 */
function understood(text, names) {
  try {
    return cellsOf(text, names);
  } catch (cause) {
    throw new InvalidArgumentError(cause instanceof Error ? cause.message : String(cause));
  }
}

/**
 * @param {string} path
 * @param {(text: string) => Cells[]} parse
 */
function tableIn(path, parse) {
  const text = readText(path);
  let rows;
  try {
    rows = parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InvalidArgumentError(`${path} is no table: ${why}`);
  }
  if (rows.length > 0) return rows;
  throw new InvalidArgumentError(`${path} has no row: write one for each figure below the header`);
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new InvalidArgumentError(`${path} cannot be read: ${fileTrouble(code)}`);
  }
}

/**
 * The same, with the words it brings learnt; an exit code, and the reason told, where that cannot be.
 * @param {import('./session.js').Session} session
 * @param {Record<string, unknown>} options
 * @param {import('../tell.js').Tell} tell
 * @returns {Promise<import('./draft-file.js').Draft | number>}
 */
export async function learntFromFlags(session, options, tell) {
  try {
    const context = { home: session.home, today: dayHere(), COLUMNS: session.columns };
    const draft = await draftFromFlags(options, context);
    const named = listOf([options['country'], options['neighbours']].filter(Boolean).join(';'));
    const given = new Set(draft.rows.map(({ cells }) => cells['id']));
    for (const cells of countriesFor(named, session.words.places))
      if (!given.has(cells['id'])) draft.rows.push({ table: 'places', cells });
    const learnt = draft.rows.length === 0 ? [] : await session.learn(draft);
    return tellRefused({ faults: learnt, error: null }, tell) ? 1 : draft;
  } catch (cause) {
    if (!(cause instanceof InvalidArgumentError)) throw cause;
    tell.warn(cause.message);
    return 2;
  }
}
