import {
  DEFINITION_QUESTIONS,
  FIGURE_QUESTIONS,
  NOT_GIVEN,
  PLACE_QUESTIONS,
  POPULATION_QUESTIONS,
  PUBLISHER_QUESTIONS,
  SOURCE_QUESTIONS,
} from './questions.js';
import { AGAIN } from './again.js';
import { recent } from './recent.js';
import { askCell, askSharedRow } from './shared-row.js';

/** @typedef {import('./asker.js').Asker} Asker */
/** @typedef {import('./draft-file.js').Draft} Draft */
/** @typedef {import('./rows.js').Cells} Cells */
/** @typedef {import('./session.js').Session} Session */

/** Stands in a list for what is not in it. */
const ANOTHER = '+';
const SHARED = {
  publisher: { table: 'publishers', questions: PUBLISHER_QUESTIONS },
  place: { table: 'places', questions: PLACE_QUESTIONS },
  population: { table: 'populations', questions: POPULATION_QUESTIONS },
  origin: { table: 'places', questions: PLACE_QUESTIONS },
  definition: { table: 'definitions', questions: DEFINITION_QUESTIONS },
};

/**
 * Asks for one publication and its figures, from where the draft stands. Each answer is read at once by the parsers of the
 * seeds, and kept before the next question.
 * @param {Asker} ask
 * @param {Session} session
 * @param {Draft} draft
 * @param {{ keep: () => void, today: string }} how
 */
export async function interview(ask, session, draft, { keep, today }) {
  await askSource(ask, session, draft, { keep, today });
  for (;;) {
    const open = draft.figures.find((cells) => !isAsked(cells));
    if (open === undefined && draft.ended) return;
    const figure = open ?? {};
    if (open === undefined) draft.figures.push(figure);
    await askFigure(ask, session, draft, figure, keep);
    if (!draft.ended) draft.ended = !(await ask.confirm('Another figure of this publication?'));
    keep();
  }
}

/** @param {Cells} cells */
const isAsked = (cells) =>
  !(AGAIN in cells) && Object.keys(FIGURE_QUESTIONS).every((column) => column in cells);

/**
 * @param {Asker} ask
 * @param {Session} session
 * @param {Draft} draft
 * @param {{ keep: () => void, today: string }} how
 */
async function askSource(ask, session, draft, { keep, today }) {
  const cells = draft.source;
  const offers = recent(session.words);
  const given = (/** @type {string} */ column) => {
    const last = offers.lastSource(cells['publisher'] ?? '');
    if (column === 'retrieved') return today;
    if (column === 'published') return today;
    if (column === 'licence') return last?.licence ?? 'not stated';
    if (column === 'id')
      return [cells['publisher'], (cells['published'] ?? '').slice(0, 10)]
        .filter(Boolean)
        .join('-');
    return '';
  };
  const refusal = (/** @type {string} */ column, /** @type {string} */ text) =>
    session
      .source({ ...before(column, cells, SOURCE_QUESTIONS), [column]: text })
      .refusals.get(column) ?? null;
  /** @param {string} column */
  const one = async (column) => {
    const message = SOURCE_QUESTIONS[/** @type {'id'} */ (column)];
    if (column === 'publisher') {
      cells[column] = await chooseWord(ask, session, draft, column, {
        message,
        options: offers.publishers(),
        initial: cells[column],
      });
    } else {
      const isDay = column === 'published';
      const known = isDay && cells[column] === '' ? NOT_GIVEN : cells[column];
      const text = await askCell(ask, `sources.${column}`, message, {
        initial: known ?? given(column),
        refusal: (answer) =>
          isDay && answer === ''
            ? `expected the day of publication or the words ${NOT_GIVEN}, found nothing`
            : refusal(column, isDay && answer === NOT_GIVEN ? '' : answer),
      });
      cells[column] = isDay && text === NOT_GIVEN ? '' : text;
    }
    keep();
  };
  for (const column of Object.keys(SOURCE_QUESTIONS))
    if (!(column in cells) || AGAIN in cells) await one(column);
  delete cells._again;
  // What only the whole row can tell: a publication read before it came out.
  for (;;) {
    const { source, refusals } = session.source(cells);
    if (source !== null && refusals.size === 0) return;
    for (const [column, why] of refusals) {
      ask.say(`${column}: ${why}`);
      await one(column);
    }
  }
}

/**
 * @param {Asker} ask
 * @param {Session} session
 * @param {Draft} draft
 * @param {Cells} cells
 * @param {() => void} keep
 */
async function askFigure(ask, session, draft, cells, keep) {
  const { source } = session.source(draft.source);
  if (source === null) throw new Error('a figure is asked for after its publication');
  const refusal = (/** @type {string} */ column, /** @type {string} */ text) =>
    session
      .figure(source, { ...before(column, cells, FIGURE_QUESTIONS), [column]: text })
      .refusals.get(column) ?? null;
  /** @param {string} column */
  const one = async (column) => {
    const message = FIGURE_QUESTIONS[/** @type {'value'} */ (column)];
    const fixed = fixedCell(column, cells, session);
    const offers = recent(session.words).figureWords(source.publisher.id, cells, session.home);
    const words = offers[/** @type {'measure'} */ (column)];
    if (fixed !== null) cells[column] = fixed;
    else if (words !== undefined)
      cells[column] = await chooseWord(ask, session, draft, column, {
        message,
        options: words,
        initial: cells[column],
      });
    else
      cells[column] = await askCell(ask, `figures.${column}`, message, {
        initial: cells[column] ?? usual(column, session, draft, cells),
        refusal: (text) => refusal(column, text),
      });
    keep();
  };
  for (const column of Object.keys(FIGURE_QUESTIONS)) {
    if (!(column in cells) || AGAIN in cells) await one(column);
    // What makes an answer before it wrong, or was chosen from a list: both are asked again, since either may be the slip.
    for (;;) {
      const answered = {
        ...before(column, cells, FIGURE_QUESTIONS),
        [column]: cells[column] ?? '',
      };
      const [found] = [...session.figure(source, answered).refusals].filter(
        ([name]) => name in answered && fixedCell(name, cells, session) === null,
      );
      if (found === undefined) break;
      const [name, why] = found;
      ask.say(`${name}: ${why}`);
      if (name !== column) await one(name);
      await one(column);
    }
  }
  delete cells._again;
  for (;;) {
    const { figure, refusals } = session.figure(source, cells);
    if (figure !== null && refusals.size === 0) {
      ask.say(session.sentence(figure));
      return;
    }
    if (refusals.size === 0) throw new Error('a figure was refused without a reason');
    for (const [column, why] of refusals) {
      ask.say(`${column}: ${why}`);
      await one(column);
    }
  }
}

/**
 * The answers to the questions before this one: an answer is held against no later one, which may be asked again.
 * @param {string} column
 * @param {Cells} cells
 * @param {Record<string, string>} questions in their order
 * @returns {Cells}
 */
function before(column, cells, questions) {
  const columns = Object.keys(questions);
  const earlier = columns.slice(0, columns.indexOf(column));
  return Object.fromEntries(
    earlier.flatMap((name) => (name in cells ? [[name, cells[name] ?? '']] : [])),
  );
}

/**
 * A cell that follows from the others; null where it has to be asked.
 * @param {string} column
 * @param {Cells} cells
 * @param {Session} session
 */
function fixedCell(column, cells, session) {
  const kind = cells['qualifier'] ?? '';
  const statistic = session.words.definitions.get(cells['definition'] ?? '')?.statistic;
  if (column === 'period_start' && statistic === 'stock') return '';
  if (column === 'value' && ['word', 'withheld', 'unknown', 'not_collected'].includes(kind))
    return '';
  return column === 'value_high' && kind !== 'between' ? '' : null;
}

/**
 * What stands in the field to begin with.
 * @param {string} column
 * @param {Session} session
 * @param {Draft} draft
 * @param {Cells} cells
 */
function usual(column, session, draft, cells) {
  const before =
    draft.figures.at(-2) ?? recent(session.words).lastOfRule(cells['definition'] ?? '');
  if (column === 'caveats') return 'none';
  if (['period_start', 'verification', 'status'].includes(column)) return before?.[column] ?? '';
  return column === 'as_of' ? (draft.figures.at(-2)?.['as_of'] ?? '') : '';
}

/**
 * A word of the shared tables, or a new one.
 * @param {Asker} ask
 * @param {Session} session
 * @param {Draft} draft
 * @param {string} column
 * @param {{ message: string, options: readonly { value: string, label: string, hint?: string }[], initial: string | undefined }} question
 * @returns {Promise<string>}
 */
async function chooseWord(ask, session, draft, column, { message, options, initial }) {
  const start = initial === undefined ? {} : { initial };
  const shared = SHARED[/** @type {'place'} */ (column)];
  if (shared === undefined) return ask.choose({ message, options, ...start });
  const another = { value: ANOTHER, label: `another, a new row of ${shared.table}.csv` };
  const chosen = await ask.choose({ message, options: [...options, another], ...start });
  return chosen === ANOTHER ? askSharedRow(ask, session, draft, shared) : chosen;
}
