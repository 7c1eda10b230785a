import { CHOICES } from './questions.js';

/** @typedef {import('./trail.js').Trail} Trail */
/** @typedef {import('./rows.js').Cells} Cells */
/** @typedef {import('./session.js').Session} Session */

/**
 * @param {Trail} trail
 * @param {string} key
 * @param {string} cell as in CHOICES
 * @param {string} message
 * @param {{ initial: string, refusal: (text: string) => string | null }} how
 */
export function askCell(trail, key, cell, message, { initial, refusal }) {
  const choices = CHOICES[/** @type {'places.kind'} */ (cell)];
  if (choices === undefined) return trail.text(key, { message, initial, refusal });
  const options = choices.map(([value = '', hint = '']) =>
    // A letter says nothing to who never saw the standard it is from.
    cell === 'figures.status' ? { value, label: hint } : { value, label: value, hint },
  );
  return trail.choose(key, { message, options, ...(initial === '' ? {} : { initial }) });
}

/** Rows that the session's words hold already, as they were when it learned them. */
const learned = /** @type {WeakMap<Session, Map<string, string>>} */ (new WeakMap());

/**
 * A new row of a shared table; gives its id.
 * @param {Trail} trail
 * @param {Session} session
 * @param {string} key before those of its questions
 * @param {{ table: string, questions: Record<string, string>, given?: Cells }} shared
 * @returns {Promise<string>}
 */
export async function askSharedRow(trail, session, key, { table, questions, given = {} }) {
  const { draft, ask } = trail;
  const known = learned.get(session) ?? new Map();
  learned.set(session, known);
  for (;;) {
    /** @type {Cells} */
    const cells = { ...given };
    for (const [column, message] of Object.entries(questions)) {
      cells[column] ??= await askCell(trail, `${key}.${column}`, `${table}.${column}`, message, {
        initial: initialOf(column, cells, session),
        refusal: () => null,
      });
    }
    draft.rows.push({ table, cells });
    const row = JSON.stringify(cells);
    if (known.get(key) === row) return cells['id'] ?? '';
    const faults = await session.learn(draft);
    if (faults.length === 0) {
      known.set(key, row);
      return cells['id'] ?? '';
    }
    draft.rows.pop();
    for (const fault of faults) ask.say(fault);
    const named = faults.map((fault) => /^[^:]+:\d+:\d+: ([a-z_]+): /.exec(fault)?.[1]);
    const columns = Object.keys(questions).filter((column) => !(column in given));
    const again = columns.filter((column) => named.includes(column));
    trail.open((again.length > 0 ? again : columns).map((column) => `${key}.${column}`));
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
