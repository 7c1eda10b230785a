import { CHOICES } from './questions.js';

/** @typedef {import('./asker.js').Asker} Asker */
/** @typedef {import('./draft-file.js').Draft} Draft */
/** @typedef {import('./rows.js').Cells} Cells */
/** @typedef {import('./session.js').Session} Session */

/**
 * @param {Asker} ask
 * @param {string} cell as in CHOICES
 * @param {string} message
 * @param {{ initial: string, refusal: (text: string) => string | null }} how
 */
export function askCell(ask, cell, message, { initial, refusal }) {
  const choices = CHOICES[/** @type {'places.kind'} */ (cell)];
  if (choices === undefined) return ask.text({ message, initial, refusal });
  const options = choices.map(([value = '', hint = '']) => ({ value, label: value, hint }));
  return ask.choose({ message, options, ...(initial === '' ? {} : { initial }) });
}

/**
 * A new row of a shared table; gives its id.
 * @param {Asker} ask
 * @param {Session} session
 * @param {Draft} draft
 * @param {{ table: string, questions: Record<string, string>, given?: Cells }} shared
 * @returns {Promise<string>}
 */
export async function askSharedRow(ask, session, draft, { table, questions, given = {} }) {
  /** @type {Cells} */
  const cells = { ...given };
  const row = { table, cells };
  draft.rows.push(row);
  let open = Object.keys(questions);
  for (;;) {
    for (const column of open) {
      cells[column] = await askCell(ask, `${table}.${column}`, questions[column] ?? column, {
        initial: cells[column] ?? initialOf(column, cells, session),
        refusal: () => null,
      });
    }
    const faults = await session.learn(draft);
    if (faults.length === 0) return cells['id'] ?? '';
    for (const fault of faults) ask.say(fault);
    const named = faults.map((fault) => /^[^:]+:\d+:\d+: ([a-z_]+): /.exec(fault)?.[1]);
    const again = Object.keys(questions).filter((column) => named.includes(column));
    open = again.length > 0 ? again : Object.keys(questions);
  }
}

/**
 * @param {string} column
 * @param {Cells} cells
 * @param {Session} session
 */
function initialOf(column, cells, session) {
  if (column === 'in_phrase') return `in ${cells['label'] ?? ''}`;
  if (column === 'to_phrase') return `to ${cells['label'] ?? ''}`;
  if (column !== 'order') return '';
  return String(
    Math.max(0, ...[...session.words.publishers.values()].map(({ order }) => order)) + 1,
  );
}
