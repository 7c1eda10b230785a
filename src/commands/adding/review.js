import { faultLines } from '../fault-causes.js';
import { Left } from './asker.js';
import { amountText } from './amount-answer.js';
import { preview, tellOdd, tellPreview } from './finish.js';
import { askFigure, askFigureCell } from './interview.js';
import { FIGURE_QUESTIONS, SOURCE_QUESTIONS } from './questions.js';
import { askCell } from './shared-row.js';

/** @typedef {import('./trail.js').Trail} Trail */
/** @typedef {import('./rows.js').Cells} Cells */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('../tell.js').Tell} Tell */

/**
 * Shows the whole before anything is written, with the faults that all seeds would have with it and what would be odd about
 * it, and lets it be corrected for as long as is wanted.
 * @param {Trail} trail
 * @param {Session} session
 * @param {{ texts: () => Promise<Record<string, string>>, tell: Tell }} how
 * @returns {Promise<void>} once it is to be written
 */
export async function review(trail, session, { texts, tell }) {
  const { draft } = trail;
  for (let n = 1; ; n += 1) {
    const key = `review.${n}`;
    if (trail.isAnswered(key)) {
      await correct(trail, session, key, draft.answers[key] ?? '');
      continue;
    }
    tellPreview(preview(session, draft), tell);
    const { faults, findings } = await session.ahead(await texts());
    if (faults.length > 0) tell.say(`${faultLines(faults).join('\n')}\n`);
    await tellOdd(session, findings, tell);
    const chosen = await trail.choose(key, {
      message:
        faults.length > 0
          ? 'This cannot be written yet. What do you want to correct?'
          : 'Write these?',
      options: [
        ...(faults.length > 0 ? [] : [{ value: 'write', label: 'Yes, write them' }]),
        ...(draft.figures.length > 0 ? [{ value: 'figure', label: 'correct a figure' }] : []),
        { value: 'add', label: 'add a figure' },
        ...(draft.figures.length > 0 ? [{ value: 'drop', label: 'leave a figure out' }] : []),
        { value: 'source', label: 'correct the publication' },
        ...('id' in draft.plan
          ? [{ value: 'plan', label: 'correct the situation and its map' }]
          : []),
        { value: 'later', label: 'leave it for later' },
      ],
    });
    // Neither is an answer to come back to: the seeds may be others by then.
    if (chosen === 'write' || chosen === 'later') trail.forget(key);
    if (chosen === 'write') return;
    if (chosen === 'later') throw new Left('left');
    await correct(trail, session, key, chosen);
  }
}

/**
 * @param {Trail} trail
 * @param {Session} session
 * @param {string} key
 * @param {string} what
 */
async function correct(trail, session, key, what) {
  const { draft } = trail;
  if (what === 'plan') return correctPlan(trail, key);
  if (what === 'source') return correctSource(trail, session, key);
  const { source } = session.source(draft.source);
  if (source === null) {
    trail.ask.say('The publication has to be corrected first.');
    return undefined;
  }
  if (what === 'add') {
    draft.figures.push(await askFigure(trail, session, source, `${key}.figure`));
    return undefined;
  }
  const at = await trail.choose(`${key}.which`, {
    message: 'Which figure?',
    options: draft.figures.map((cells, index) => {
      const { figure } = session.figure(source, cells);
      const { measure = '', population = '', place = '', as_of: asOf = '' } = cells;
      const label = figure
        ? session.sentence(figure)
        : `${measure} ${population} ${place} ${asOf} ${amountText(cells)}`;
      return { value: String(index), label };
    }),
  });
  const cells = draft.figures[Number(at)];
  if (cells === undefined) return undefined;
  if (what === 'drop') {
    draft.figures.splice(Number(at), 1);
    return undefined;
  }
  const column = await trail.choose(`${key}.column`, {
    message: 'What of it?',
    options: optionsOf(FIGURE_QUESTIONS, (name) =>
      name === 'amount' ? amountText(cells) : (cells[name] ?? ''),
    ),
    initial: 'amount',
  });
  const initial = column === 'amount' ? amountText(cells) : (cells[column] ?? '');
  await askFigureCell(trail, session, source, `${key}.cell`, column, cells, { initial });
  // A phrase that no longer fits its number was said of another.
  if (column === 'amount' && session.figure(source, cells).refusals.has('stated_as'))
    cells['stated_as'] = '';
  return undefined;
}

/**
 * @param {Trail} trail
 * @param {Session} session
 * @param {string} key
 */
async function correctSource(trail, session, key) {
  const { source } = trail.draft;
  const column = await trail.choose(`${key}.column`, {
    message: 'What of it?',
    options: optionsOf(SOURCE_QUESTIONS, (name) => source[name] ?? ''),
    initial: 'title',
  });
  source[column] = await askCell(
    trail,
    `${key}.cell`,
    `sources.${column}`,
    SOURCE_QUESTIONS[/** @type {'id'} */ (column)],
    {
      initial: source[column] ?? '',
      refusal: (text) => session.source({ ...source, [column]: text }).refusals.get(column) ?? null,
    },
  );
}

/**
 * @param {Trail} trail
 * @param {string} key
 */
async function correctPlan(trail, key) {
  const { plan } = trail.draft;
  const names = Object.keys(plan).filter((name) => name !== 'id');
  const name = await trail.choose(`${key}.column`, {
    message: 'What of it?',
    options: names.map((one) => ({ value: one, label: one, hint: plan[one] ?? '' })),
  });
  plan[name] = await trail.text(`${key}.cell`, {
    message: `The situation's ${name}`,
    initial: plan[name] ?? '',
    refusal: () => null,
  });
}

/**
 * @param {Record<string, string>} questions
 * @param {(column: string) => string} said
 */
const optionsOf = (questions, said) =>
  Object.entries(questions).map(([value, label]) => ({ value, label, hint: said(value) }));
