import { countriesFor, neighboursOf } from './countries.js';
import { listOf } from './plan.js';
import { PLACE_QUESTIONS } from './questions.js';
import { askSharedRow } from './shared-row.js';

/** @typedef {import('./trail.js').Trail} Trail */
/** @typedef {import('./session.js').Session} Session */

/**
 * Asks what a new situation's map and summary need. Countries that are not there yet are taken from the atlas; only what it
 * does not know is asked. The frame follows from the places' coordinates.
 * @param {Trail} trail
 * @param {Session} session
 * @param {() => Promise<Record<string, string>>} frameOf
 */
export async function askPlan(trail, session, frameOf) {
  const { plan } = trail.draft;
  /**
   * @param {string} key
   * @param {string} message
   * @param {string} initial
   * @param {(text: string) => string | null} refusal
   */
  const one = async (key, message, initial, refusal) => {
    plan[key] = await trail.text(`plan.${key}`, {
      message,
      initial: plan[key] ?? initial,
      refusal,
    });
  };
  const some = (/** @type {string} */ text) => (text.trim() === '' ? 'expected some words' : null);
  await one('title', 'Its title, as readers see it ("Examplia from 3 February 2034")', '', some);
  await one('country', 'The code of the country it is about (ISO 3166-1, such as UKR)', '', code);
  const home = plan['country'] ?? '';
  await known(trail, session, home, [home]);
  session.home = home;
  await one('start', 'The day on which it begins (YYYY-MM-DD)', '', session.dayRefusal);
  const neighbours = neighboursOf(home).join(';');
  await one(
    'neighbours',
    'The countries on its map: codes, separated by ";"',
    neighbours,
    (text) =>
      listOf(text).length === 0
        ? 'expected at least one code'
        : (listOf(text).map(code).find(Boolean) ?? null),
  );
  plan['neighbours'] = listOf(plan['neighbours']).join(';');
  await known(trail, session, home, listOf(plan['neighbours']));
  // Nobody is asked for a projection; situation.yaml has it, to be changed there.
  Object.assign(plan, await frameOf());
  await one(
    'measures',
    'Counters of the summary: measures in their order, separated by ";" (empty for all)',
    '',
    (text) => {
      const strange = listOf(text).find((id) => !session.words.measures.has(id));
      return strange === undefined
        ? null
        : `${strange} is no measure yet; known are ${[...session.words.measures.keys()].join(', ')}. Leave it out here and add it with its first figure: choose “another” when asked what is counted`;
    },
  );
}

/**
 * Asks for the places that are not in places.csv yet.
 * @param {Trail} trail
 * @param {Session} session
 * @param {string} home the code of the situation's own country
 * @param {readonly string[]} ids
 */
async function known(trail, session, home, ids) {
  for (const cells of countriesFor([home, ...ids], session.words.places)) {
    const { id = '', label = '' } = cells;
    if (!ids.includes(id) || trail.draft.rows.some((row) => row.cells['id'] === id)) continue;
    trail.draft.rows.push({ table: 'places', cells });
    trail.ask.say(`${id} is ${label}, as the atlas has it.`);
  }
  await session.learn(trail.draft);
  for (const id of ids) {
    const key = `place.${id}`;
    // A place that was learned in this interview is still one of its rows.
    const isNew = trail.draft.answers[`${key}.label`] !== undefined;
    if (session.words.places.has(id) && !isNew) continue;
    if (trail.draft.rows.some((row) => row.cells['id'] === id)) continue;
    if (!isNew) trail.ask.say(`${id} is not in places.csv yet.`);
    await askSharedRow(trail, session, key, {
      table: 'places',
      questions: PLACE_QUESTIONS,
      given: { id, kind: 'country' },
    });
  }
}

/** @param {string} text */
function code(text) {
  return /^[A-Z]{3}$/.test(text)
    ? null
    : `expected a country code of three capitals, found "${text}"`;
}
