import { load } from '../seed-reader.js';
import { columns, fileOfWord, lineOf, withLine, withSource } from './rows.js';

/** @typedef {import('./rows.js').Cells} Cells */
/** @typedef {import('./draft-file.js').Draft} Draft */
/** @typedef {import('../../lib/records/model.ts').Library} Library */
/** @typedef {import('../../lib/views/quality/finding.ts').Finding} Finding */

/**
 * The seeds beside what is being added to them.
 * @typedef {object} Session
 * @property {Readonly<Record<string, string>>} texts as they stand on the disk
 * @property {Library} words those that the situation can use, with the rows added so far
 * @property {string} situation the folder's name
 * @property {string} home the situation's country
 * @property {Awaited<ReturnType<typeof columns>>} columns
 * @property {(draft: Draft, extra?: Record<string, string>) => Record<string, string>} compose what would be written, by path
 * @property {(texts: Record<string, string>) => Promise<string[]>} faults of all seeds with these texts
 * @property {(texts: Record<string, string>) => Promise<{ faults: string[], findings: readonly Finding[] }>} ahead the same, and what would be odd
 * @property {(draft: Draft) => Promise<string[]>} learn takes the draft's rows of words into them, or says why not
 * @property {(cells: Cells) => { source: import('../../lib/records/model.ts').Source | null, refusals: ReadonlyMap<string, string> }} source
 * @property {(source: import('../../lib/records/model.ts').Source, cells: Cells) => { figure: import('../../lib/records/model.ts').Figure | null, refusals: ReadonlyMap<string, string> }} figure
 * @property {(figure: import('../../lib/records/model.ts').Figure) => string} sentence
 * @property {(text: string) => string | null} dayRefusal why a text is no day
 * @property {(day: import('../../lib/values/day.ts').DayOrMonth) => string} sayDay in words
 * @property {(figure: import('../../lib/records/model.ts').Figure) => string} asOf the day or month it is about: "about 9 June 2022"
 * @property {(figure: import('../../lib/records/model.ts').Figure) => string} period from when to when it counts: "24 Feb to 9 Jun 2022"
 * @property {(source: import('../../lib/records/model.ts').Source) => { first: string, last: string }} daysOf between which it came out; of an undated one the day it was read
 */

/** A text for a terminal: with common blanks in place of those that break no line. */
const plain = (/** @type {string} */ text) => text.replaceAll('\u00a0', ' ');

/**
 * @param {Pick<import('../seed-state.js').Seeds, 'texts' | 'read'>} seeds lawful
 * @param {Library} library
 * @param {{ id: string, country: string }} [situation] another than that of the library
 * @returns {Promise<Session>}
 */
export async function openSession({ texts, read }, library, situation) {
  const [
    { draftFigure, draftSource },
    { asOfText, figureSentence, periodText },
    { parseDay },
    COLUMNS,
    { sayDay },
    { daysOf },
    { wordsFor },
  ] = await Promise.all([
    /** @type {Promise<typeof import('../../lib/records/draft.ts')>} */ (load('records/draft.ts')),
    /** @type {Promise<typeof import('../../lib/wording/figures.ts')>} */ (
      load('wording/figures.ts')
    ),
    /** @type {Promise<typeof import('../../lib/values/day.ts')>} */ (load('values/day.ts')),
    columns(),
    /** @type {Promise<typeof import('../../lib/wording/days.ts')>} */ (load('wording/days.ts')),
    /** @type {Promise<typeof import('../../lib/records/source.ts')>} */ (
      load('records/source.ts')
    ),
    /** @type {Promise<typeof import('../../lib/records/word-lists.ts')>} */ (
      load('records/word-lists.ts')
    ),
  ]);
  const id = situation?.id ?? library.situation.id;
  /** Names already taken are those of this situation's own publications. */
  const own =
    situation === undefined
      ? library
      : { ...library, ...wordsFor(texts, id).words, sources: [], figures: [] };

  /** @type {{ changed: string, readings: ReturnType<typeof read> } | null} */
  let last = null;
  /**
   * All seeds with these texts; what is shown and then written is read once.
   * @param {Record<string, string>} changed
   */
  const readWith = (changed) => {
    const name = JSON.stringify(changed);
    if (last?.changed !== name) last = { changed: name, readings: read({ ...texts, ...changed }) };
    return last.readings;
  };

  /** @type {Session} */
  const session = {
    texts,
    words: own,
    situation: id,
    home: situation?.country ?? library.situation.country.id,
    columns: COLUMNS,
    compose: (draft, extra = {}) => ({
      ...sharedTexts(draft),
      ...extra,
      ...publicationTexts(draft, { ...texts, ...extra }),
    }),
    faults: async (changed) => messages(await readWith(changed)),
    async ahead(changed) {
      const readings = await readWith(changed);
      const mine = readings.find((one) => one.library?.situation.id === id);
      const { oddAhead } = /** @type {typeof import('../../lib/views/quality/ahead.ts')} */ (
        await load('views/quality/ahead.ts')
      );
      const before = situation === undefined ? library : null;
      return {
        faults: messages(readings),
        findings: mine === undefined ? [] : oddAhead(before, mine),
      };
    },
    async learn(draft) {
      const { words, faults } = wordsFor({ ...texts, ...sharedTexts(draft) }, id);
      if (words) session.words = { ...session.words, ...words };
      return faults.map(({ message }) => message);
    },
    source: (cells) => draftSource(session.words, cells),
    figure: (source, cells) => draftFigure(session.words, source, session.home, cells),
    sentence: figureSentence,
    sayDay: (day) => plain(sayDay(day)),
    asOf: (figure) => plain(asOfText(figure, sayDay)),
    period: (figure) => plain(periodText(figure)),
    daysOf: ({ published, retrieved }) =>
      daysOf(published) ?? { first: retrieved, last: retrieved },
    dayRefusal(text) {
      try {
        parseDay(text);
        return null;
      } catch (cause) {
        return cause instanceof Error ? cause.message : String(cause);
      }
    },
  };
  return session;

  /** @param {Draft} draft */
  function sharedTexts({ rows }) {
    /** @type {Record<string, string>} */
    const changed = {};
    for (const { table, cells } of rows) {
      const path = fileOfWord(id, table);
      const names = COLUMNS[/** @type {'places'} */ (table)];
      const there = changed[path] ?? texts[path] ?? `${names.join(',')}\n`;
      changed[path] = withLine(there, lineOf(names, cells));
    }
    return changed;
  }

  /**
   * The figures first: a run killed before the publication's row leaves a file that the check names.
   * @param {Draft} draft
   * @param {Readonly<Record<string, string>>} there
   */
  function publicationTexts({ source, figures }, there) {
    const sources = `${id}/sources.csv`;
    const name = source['id'] ?? '';
    const lines = figures.map((cells) => lineOf(COLUMNS.figures, cells));
    const place = COLUMNS.sources.indexOf('published');
    return {
      [`${id}/figures/${name}.csv`]: `${[COLUMNS.figures.join(','), ...lines].join('\n')}\n`,
      [sources]: withSource(
        there[sources] ?? `${COLUMNS.sources.join(',')}\n`,
        lineOf(COLUMNS.sources, source),
        source['published'] ?? '',
        (line) => cellsIn(line)[place] ?? '',
      ),
    };
  }
}

/** @param {readonly import('../../lib/records/library.ts').Reading[]} readings */
function messages(readings) {
  return readings.flatMap(({ faults }) => faults.map(({ message }) => message));
}

/**
 * The cells of a lawful line.
 * @param {string} line
 */
function cellsIn(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare,
  );
}
