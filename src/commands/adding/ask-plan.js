import { AGAIN } from './again.js';
import { listOf } from './plan.js';
import { PLACE_QUESTIONS } from './questions.js';
import { askSharedRow } from './shared-row.js';

/** @typedef {import('./asker.js').Asker} Asker */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./draft-file.js').Draft} Draft */

/**
 * Asks what a new situation's map and summary need, from where the draft stands. Places that are not there yet are asked
 * in full; the frame is proposed from the places' coordinates.
 * @param {Asker} ask
 * @param {Session} session
 * @param {Draft} draft
 * @param {{ keep: () => void, frameOf: () => Promise<Record<string, string>> }} how
 */
export async function askPlan(ask, session, draft, { keep, frameOf }) {
  const { plan } = draft;
  /**
   * @param {string} key
   * @param {string} message
   * @param {string} initial
   * @param {(text: string) => string | null} refusal
   */
  const one = async (key, message, initial, refusal) => {
    if (key in plan && !(AGAIN in plan)) return;
    const text = await ask.text({ message, initial: plan[key] ?? initial, refusal });
    plan[key] = text;
    keep();
  };
  const some = (/** @type {string} */ text) => (text.trim() === '' ? 'expected some words' : null);
  await one('title', 'Its title, as readers see it ("Examplia from 3 February 2034")', '', some);
  await one('country', 'The code of the country it is about (ISO 3166-1, such as UKR)', '', code);
  await known(ask, session, draft, [plan['country'] ?? ''], keep);
  session.home = plan['country'] ?? '';
  await one('start', 'The day on which it begins (YYYY-MM-DD)', '', session.dayRefusal);
  await one('neighbours', 'The countries on its map: codes, separated by ";"', '', (text) =>
    listOf(text).length === 0
      ? 'expected at least one code'
      : (listOf(text).map(code).find(Boolean) ?? null),
  );
  plan['neighbours'] = listOf(plan['neighbours']).join(';');
  await known(ask, session, draft, listOf(plan['neighbours']), keep);
  const proposed = await frameOf();
  const numbers = (/** @type {number} */ many) => (/** @type {string} */ text) => {
    const given = listOf(text);
    const isSound = given.length === many && given.every((item) => /^-?\d+(\.\d+)?$/.test(item));
    return isSound ? null : `expected ${many === 1 ? 'a number' : 'two numbers, separated by ";"'}`;
  };
  const of = (/** @type {string} */ key) => proposed[key] ?? '';
  await one('middle', 'Middle of the map: longitude;latitude', of('middle'), numbers(2));
  await one(
    'parallels',
    'Two latitudes along which it is true to scale',
    of('parallels'),
    numbers(2),
  );
  await one('scale', 'Units for one radius of the Earth', of('scale'), numbers(1));
  await one('size', 'Width;height in units', of('size'), numbers(2));
  await one(
    'measures',
    'Counters of the summary: measures in their order, separated by ";" (empty for all)',
    '',
    (text) => {
      const strange = listOf(text).find((id) => !session.words.measures.has(id));
      return strange === undefined ? null : `${strange} is no measure of measures.csv`;
    },
  );
  delete plan._again;
}

/**
 * Asks for the places that are not in places.csv yet.
 * @param {Asker} ask
 * @param {Session} session
 * @param {Draft} draft
 * @param {readonly string[]} ids
 * @param {() => void} keep
 */
async function known(ask, session, draft, ids, keep) {
  for (const id of ids) {
    if (session.words.places.has(id)) continue;
    ask.say(`${id} is not in places.csv yet.`);
    const given = { id, kind: 'country' };
    await askSharedRow(ask, session, draft, { table: 'places', questions: PLACE_QUESTIONS, given });
    keep();
  }
}

/** @param {string} text */
function code(text) {
  return /^[A-Z]{3}$/.test(text)
    ? null
    : `expected a country code of three capitals, found "${text}"`;
}
