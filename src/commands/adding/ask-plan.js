import { listOf } from './plan.js';
import { PLACE_QUESTIONS } from './questions.js';
import { askSharedRow } from './shared-row.js';

/** @typedef {import('./trail.js').Trail} Trail */
/** @typedef {import('./session.js').Session} Session */

/**
 * Asks what a new situation's map and summary need. Places that are not there yet are asked in full; the frame is proposed
 * from the places' coordinates.
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
  await known(trail, session, [plan['country'] ?? '']);
  session.home = plan['country'] ?? '';
  await one('start', 'The day on which it begins (YYYY-MM-DD)', '', session.dayRefusal);
  await one('neighbours', 'The countries on its map: codes, separated by ";"', '', (text) =>
    listOf(text).length === 0
      ? 'expected at least one code'
      : (listOf(text).map(code).find(Boolean) ?? null),
  );
  plan['neighbours'] = listOf(plan['neighbours']).join(';');
  await known(trail, session, listOf(plan['neighbours']));
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
 * @param {readonly string[]} ids
 */
async function known(trail, session, ids) {
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
