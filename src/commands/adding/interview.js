import {
  DEFINITION_QUESTIONS,
  FIGURE_QUESTIONS,
  NOT_GIVEN,
  PLACE_QUESTIONS,
  MEASURE_QUESTIONS,
  POPULATION_QUESTIONS,
  PUBLISHER_QUESTIONS,
  SOURCE_QUESTIONS,
} from './questions.js';
import { AMOUNT_HINT, amountCells, isWordsBefore, wordsBefore } from './amount-answer.js';
import { formsOf, lastingCells, statusOf } from './form.js';
import { recent } from './recent.js';
import { askCell, askSharedRow } from './shared-row.js';
import { cellsOfTable, refusalOfRows, textOfFile } from './table-answer.js';

/** @typedef {import('./trail.js').Trail} Trail */
/** @typedef {import('./rows.js').Cells} Cells */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('../../lib/records/model.ts').Source} Source */
/** @typedef {import('../../lib/records/model.ts').Figure} Figure */
/** @typedef {{ source: Source, figures: readonly Figure[] }} Form */

/** Stands in a list for what is not in it. */
const ANOTHER = '+';
const SHARED = {
  measure: { table: 'measures', questions: MEASURE_QUESTIONS },
  publisher: { table: 'publishers', questions: PUBLISHER_QUESTIONS },
  place: { table: 'places', questions: PLACE_QUESTIONS },
  population: { table: 'populations', questions: POPULATION_QUESTIONS },
  origin: { table: 'places', questions: PLACE_QUESTIONS },
  definition: { table: 'definitions', questions: DEFINITION_QUESTIONS },
};
/** How figures are given, beside a form to correct. */
const [ONE, FILE, PASTE] = ['one', 'file', 'paste'];

/**
 * Asks for one publication and its figures, and puts them into the draft. Each answer is read at once by the parsers of the
 * seeds, and kept before the next question.
 * @param {Trail} trail
 * @param {Session} session
 * @param {string} today what is proposed as the day of reading
 */
export async function interview(trail, session, today) {
  const { draft } = trail;
  Object.assign(draft, { source: {}, figures: [] });
  const cells = draft.source;
  const publisher = await chooseWord(trail, session, 'source.publisher', 'publisher', {
    message: SOURCE_QUESTIONS.publisher,
    options: recent(session.words).publishers(),
  });
  cells['publisher'] = publisher;
  const forms = formsOf(session.words, publisher, session.daysOf);
  const way = await trail.choose('way', {
    message: 'How will you give its figures?',
    options: [
      ...forms.map(({ source, figures }) => ({
        value: source.id,
        label: `correct those of ${source.id} into the new ones (${figures.length})`,
      })),
      { value: PASTE, label: 'paste a table of them' },
      { value: FILE, label: 'from a CSV file' },
      { value: ONE, label: 'one after the other' },
    ],
    ...(forms.length === 0 ? { initial: ONE } : {}),
  });
  const form = forms.find(({ source }) => source.id === way);
  const source = await askSource(trail, session, form ?? forms[0], today);
  if (form !== undefined) await askForm(trail, session, source, form);
  else if (way === ONE) await askOnes(trail, session, source);
  else await askTable(trail, session, source, way, forms);
}

/**
 * @param {Trail} trail
 * @param {Session} session
 * @param {Form | undefined} form
 * @param {string} today
 * @returns {Promise<Source>}
 */
async function askSource(trail, session, form, today) {
  const { publisher = '' } = trail.draft.source;
  /** @type {Cells} */
  let cells = {};
  const refusal = (/** @type {string} */ column, /** @type {string} */ text) =>
    session
      .source({ ...before(column, cells, SOURCE_QUESTIONS), [column]: text })
      .refusals.get(column) ?? null;
  /** @param {string} column */
  const one = async (column, initial = '') => {
    const isDay = column === 'published';
    const isOld = (/** @type {string} */ text) =>
      column === 'title' && form !== undefined && text === form.source.title;
    const message = SOURCE_QUESTIONS[/** @type {'id'} */ (column)];
    const text = await askCell(trail, `source.${column}`, `sources.${column}`, message, {
      initial,
      refusal: (answer) =>
        isDay && answer === ''
          ? `expected the day of publication or the words ${NOT_GIVEN}, found nothing`
          : isOld(answer)
            ? `expected a title of its own, found that of ${form?.source.id ?? ''}`
            : refusal(column, isDay && answer === NOT_GIVEN ? '' : answer),
    });
    cells[column] = isDay && text === NOT_GIVEN ? '' : text;
  };
  for (;;) {
    cells = trail.draft.source = { publisher };
    await one('published', today);
    const published = cells['published'] ?? '';
    await one('title', form === undefined ? '' : titleLike(form.source, published, session));
    await one('address');
    const last = form?.source;
    // What the last one mostly says of the next, too: shown together, and only then asked for one by one.
    const proposed = {
      id: [publisher, published.slice(0, 10)].filter(Boolean).join('-'),
      kind: last?.kind ?? '',
      retrieved: today,
      relay_of: '',
      repeats: '',
      licence: last?.licence ?? 'not stated',
      redistribution: last?.redistribution ?? '',
      caveats: (last?.caveats ?? []).map(({ code }) => code).join(';'),
      note: '',
    };
    const isProposable = last?.relayOf === null && session.source({ ...cells, ...proposed }).source;
    if (isProposable && (await trail.yes('source.details', detailsQuestion(proposed))))
      Object.assign(cells, proposed);
    else
      for (const column of Object.keys(SOURCE_QUESTIONS))
        if (!(column in cells)) await one(column, proposed[/** @type {'id'} */ (column)]);
    // What only the whole row can tell: a publication read before it came out.
    const { source, refusals } = session.source(cells);
    if (source !== null && refusals.size === 0) return source;
    for (const [column, why] of refusals) trail.ask.say(`${column}: ${why}`);
    trail.open([...refusals.keys()].map((column) => `source.${column}`));
  }
}

/** @param {Record<string, string>} proposed */
function detailsQuestion({ id, kind, retrieved, licence, redistribution, caveats }) {
  const forAll = caveats === '' ? 'none' : caveats;
  return `Also right? Name ${id}. Kind: ${kind}. Read on ${retrieved}. Licence: ${licence}. Redistribution: ${redistribution}. It repeats nobody. Caveats for all its figures: ${forAll}. No note.`;
}

/**
 * The last title with the new day in the place of the old one; as it was where that is not in it, to be corrected.
 * @param {Source} last
 * @param {string} published
 * @param {Session} session
 */
function titleLike(last, published, { sayDay, daysOf }) {
  const said = (/** @type {string} */ day) =>
    sayDay(/** @type {import('../../lib/values/day.ts').Day} */ (day));
  const old = said(daysOf(last).first);
  const isDay = /^\d{4}-\d{2}-\d{2}/.test(published);
  return isDay && last.title.includes(old)
    ? last.title.replace(old, said(published.slice(0, 10)))
    : last.title;
}

/**
 * The figures of the last publication as a form: a new number for each, or none where the new one does not give it.
 * @param {Trail} trail
 * @param {Session} session
 * @param {Source} source
 * @param {Form} form
 */
async function askForm(trail, session, source, form) {
  const { draft, ask } = trail;
  if (!trail.isAnswered(`value.${form.figures[0]?.id ?? ''}`))
    ask.say(`Now its figures: ${AMOUNT_HINT}. Enter leaves one out; < goes back.`);
  for (const figure of form.figures) {
    const key = `value.${figure.id}`;
    /** @type {Cells} */
    const lasting = lastingCells(figure);
    const refusalIn = (/** @type {string} */ column) => (/** @type {string} */ text) =>
      session.figure(source, { ...lasting, [column]: text }).refusals.get(column) ?? null;
    const said = session.asOf(figure);
    lasting['as_of'] = await trail.text(`as_of.${figure.asOf}`, {
      message: form.figures.every(({ asOf }) => asOf === figure.asOf)
        ? `As of which day or month? (last time ${said})`
        : `As of which day or month are those that were as of ${said}?`,
      refusal: refusalIn('as_of'),
    });
    const text = await trail.text(key, {
      message: `${session.sentence(figure)}\n  Now?`,
      initial: wordsBefore(figure.amount.kind),
      refusal: (answer) =>
        isLeftOut(answer) ? null : amountRefusal(session, source, lasting, answer),
    });
    if (isLeftOut(text)) continue;
    Object.assign(lasting, amountCells(text));
    if (figure.definition.statistic === 'flow')
      lasting['period_start'] = await trail.text(
        `period.${figure.definition.id}.${figure.periodStart ?? ''}.${figure.asOf}`,
        {
          message: `Counted from which day or month? (${figure.definition.label}; last time ${session.period(figure)})`,
          refusal: refusalIn('period_start'),
        },
      );
    lasting['status'] ||= statusOf(session.words, lasting, session.daysOf(source).last);
    if (lasting['qualifier'] === 'not_collected') lasting['status'] = 'L';
    // A phrase that no longer fits what it stood beside is left out; it can be written below.
    if (session.figure(source, lasting).refusals.has('stated_as')) lasting['stated_as'] = '';
    draft.figures.push(lasting);
  }
}

/**
 * Nothing, or the words alone that stood in the field.
 * @param {string} text
 */
const isLeftOut = (text) => text.trim() === '' || isWordsBefore(text.trim());

/**
 * @param {Session} session
 * @param {Source} source
 * @param {Cells} cells
 * @param {string} text
 */
function amountRefusal(session, source, cells, text) {
  const { refusals } = session.figure(source, { ...cells, stated_as: '', ...amountCells(text) });
  const column = ['qualifier', 'value', 'value_high', 'stated_as'].find((name) =>
    refusals.has(name),
  );
  return column === undefined ? null : (refusals.get(column) ?? null);
}

/**
 * @param {Trail} trail
 * @param {Session} session
 * @param {Source} source
 * @param {string} way
 * @param {readonly Form[]} forms
 */
async function askTable(trail, session, source, way, forms) {
  const { draft, ask } = trail;
  const form = (forms[0]?.figures ?? []).map(lastingCells);
  const names = session.columns.figures;
  for (;;) {
    try {
      const key = `table.${way}`;
      const isRead = trail.isAnswered(key) && draft.answers['table.text'] !== undefined;
      const given =
        way === FILE
          ? await trail.text(key, {
              message: `Path of the file, with the columns of figures/*.csv or some of them`,
              refusal: (path) => (path.trim() === '' ? 'expected the path of a file' : null),
            })
          : await trail.lines(
              key,
              'Paste the table, with an empty line after it. Its header has columns of figures/*.csv. Each figure has a row.',
            );
      const text = way === PASTE ? given : isRead ? draft.answers['table.text'] : textOfFile(given);
      draft.answers['table.text'] = text ?? '';
      const rows = cellsOfTable(text ?? '', names, form);
      if (rows.some((cells) => (cells['as_of'] ?? '') === '')) {
        const asOf = await trail.text('table.as_of', {
          message: FIGURE_QUESTIONS.as_of,
          refusal: session.dayRefusal,
        });
        for (const cells of rows) cells['as_of'] ??= asOf;
      }
      const whole = rows.map((cells) => completed(session, source, cells));
      const refusal = refusalOfRows(whole, (cells) => session.figure(source, cells).refusals);
      if (refusal !== null) throw new Error(refusal);
      draft.figures.push(...whole);
      return;
    } catch (cause) {
      if (!(cause instanceof Error) || ['Left', 'Back'].includes(cause.name)) throw cause;
      ask.say(cause.message);
      trail.forget('table.text');
      trail.open([`table.${way}`]);
    }
  }
}

/**
 * A row of a table with what follows from the rest of it.
 * @param {Session} session
 * @param {Source} source
 * @param {Cells} cells
 * @returns {Cells}
 */
function completed(session, source, cells) {
  /** @type {Cells} */
  const whole = { origin: session.home, qualifier: 'exact', caveats: 'none', ...cells };
  const rule = recent(session.words).lastOfRule(whole['definition'] ?? '', whole['measure'] ?? '');
  whole['period_start'] ??= rule?.['period_start'] ?? '';
  whole['verification'] ??= rule?.['verification'] ?? '';
  whole['status'] ??= statusOf(session.words, whole, session.daysOf(source).last);
  return whole;
}

/**
 * @param {Trail} trail
 * @param {Session} session
 * @param {Source} source
 */
async function askOnes(trail, session, source) {
  for (let n = 1; ; n += 1) {
    trail.draft.figures.push(await askFigure(trail, session, source, `figure.${n}`));
    if (!(await trail.yes(`figure.${n}.more`, 'Another figure of this publication?', false)))
      return;
  }
}

/**
 * One figure, from what it counts to its caveats.
 * @param {Trail} trail
 * @param {Session} session
 * @param {Source} source
 * @param {string} key before those of its questions
 * @returns {Promise<Cells>}
 */
export async function askFigure(trail, session, source, key) {
  const { ask, draft } = trail;
  const isNew = !trail.isAnswered(`${key}.caveats`);
  for (;;) {
    /** @type {Cells} */
    const cells = {};
    let isOpen = false;
    for (const column of Object.keys(FIGURE_QUESTIONS)) {
      if (!isAsked(column, cells, session)) {
        if (column === 'origin') cells[column] = session.home;
        else if (['period_start', 'stated_as', 'locator', 'note'].includes(column))
          cells[column] ??= '';
        continue;
      }
      await askFigureCell(trail, session, source, `${key}.${column}`, column, cells, {
        initial: usual(column, session, draft.figures, cells),
      });
      const asked = column === 'amount' ? 'value' : column;
      // What makes an answer before it wrong, or was chosen from a list: both are asked again, since either may be the slip.
      const [found] = [...session.figure(source, cells).refusals].filter(([name]) => name in cells);
      if (found === undefined) continue;
      const [name, why] = found;
      ask.say(`${name}: ${why}`);
      trail.open([name, asked, column].map((one) => `${key}.${one}`));
      isOpen = true;
      break;
    }
    if (isOpen) continue;
    cells['status'] = statusOf(session.words, cells, session.daysOf(source).last);
    const { figure, refusals } = session.figure(source, cells);
    if (figure !== null && refusals.size === 0) {
      if (isNew) ask.say(session.sentence(figure));
      return cells;
    }
    if (refusals.size === 0) throw new Error('a figure was refused without a reason');
    for (const [column, why] of refusals) ask.say(`${column}: ${why}`);
    trail.open(
      [...refusals.keys()].map(
        (column) =>
          `${key}.${['value', 'value_high', 'qualifier'].includes(column) ? 'amount' : column}`,
      ),
    );
  }
}

/**
 * Asks for one cell of a figure, or for the cells of its amount, and puts the answer there.
 * @param {Trail} trail
 * @param {Session} session
 * @param {Source} source
 * @param {string} key
 * @param {string} column
 * @param {Cells} cells those of the questions before it
 * @param {{ initial: string }} how
 */
export async function askFigureCell(trail, session, source, key, column, cells, { initial }) {
  const message = FIGURE_QUESTIONS[/** @type {'amount'} */ (column)];
  const offers = recent(session.words).figureWords(source.publisher.id, cells, session.home);
  const options = offers[/** @type {'measure'} */ (column)];
  if (options !== undefined) {
    cells[column] = await chooseWord(trail, session, key, column, {
      message,
      options,
      ...(initial === '' ? {} : { initial }),
    });
  } else if (column === 'amount') {
    const text = await trail.text(key, {
      message: `${message} (${AMOUNT_HINT})`,
      initial,
      refusal: (answer) => amountRefusal(session, source, cells, answer),
    });
    Object.assign(cells, amountCells(text));
  } else {
    cells[column] = await askCell(trail, key, `figures.${column}`, message, {
      initial,
      refusal: (text) =>
        session.figure(source, { ...cells, [column]: text }).refusals.get(column) ?? null,
    });
  }
}

/**
 * Whether a cell has to be asked for: what follows from the others is not, nor what most figures do not have; that can be
 * corrected when all is shown.
 * @param {string} column
 * @param {Cells} cells
 * @param {Session} session
 */
function isAsked(column, cells, { words }) {
  if (['status', 'locator', 'note'].includes(column)) return false;
  const { measure = '', definition = '', qualifier = '' } = cells;
  if (column === 'origin') return words.measures.get(measure)?.drawnAs === 'arrow';
  if (column === 'period_start') return words.definitions.get(definition)?.statistic !== 'stock';
  return column !== 'stated_as' || qualifier !== 'word';
}

/**
 * What stands in the field to begin with: never a day of another kind of number.
 * @param {string} column
 * @param {Session} session
 * @param {readonly Cells[]} figures of this publication so far
 * @param {Cells} cells
 */
function usual(column, session, figures, cells) {
  const { definition = '', measure = '' } = cells;
  if (column === 'caveats') return 'none';
  if (column === 'as_of') return figures.at(-1)?.['as_of'] ?? '';
  if (column !== 'period_start' && column !== 'verification') return '';
  const same = figures.findLast((one) => one['definition'] === definition);
  return same?.[column] ?? recent(session.words).lastOfRule(definition, measure)?.[column] ?? '';
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
 * A word of the shared tables, or a new one.
 * @param {Trail} trail
 * @param {Session} session
 * @param {string} key
 * @param {string} column
 * @param {{ message: string, options: readonly { value: string, label: string, hint?: string }[], initial?: string }} question
 * @returns {Promise<string>}
 */
export async function chooseWord(trail, session, key, column, { options, ...question }) {
  const shared = SHARED[/** @type {'place'} */ (column)];
  if (shared === undefined) return trail.choose(key, { ...question, options });
  const another = { value: ANOTHER, label: `another, a new row of ${shared.table}.csv` };
  const chosen = await trail.choose(key, { ...question, options: [...options, another] });
  return chosen === ANOTHER ? askSharedRow(trail, session, `${key}.new`, shared) : chosen;
}
