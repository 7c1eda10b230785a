/** @typedef {import('./asker.js').Asker} Asker */
/** @typedef {import('./draft-file.js').Draft} Draft */

/** Marks cells whose questions are to be asked again, with what stands there to begin with. */
export const AGAIN = '_again';

/**
 * After a refusal: lets the keeper choose what to answer again.
 * @param {Asker} ask
 * @param {Draft} draft
 * @param {() => void} keep
 * @returns {Promise<boolean>} whether to go on; false to leave it for later
 */
export async function chooseAgain(ask, draft, keep) {
  const figures = draft.figures.map(
    ({ measure = '', population = '', place = '', as_of = '' }, at) => ({
      value: String(at),
      label: `the figure ${measure} ${population} ${place} ${as_of}`,
    }),
  );
  const chosen = await ask.choose({
    message: 'What do you want to answer again?',
    options: [
      ...figures,
      { value: 'source', label: 'the publication' },
      ...('id' in draft.plan ? [{ value: 'plan', label: 'the situation and its map' }] : []),
      { value: 'nothing', label: 'nothing, try to write it once more' },
      { value: 'later', label: 'leave it for later' },
    ],
  });
  if (chosen === 'later') return false;
  const cells = { source: draft.source, plan: draft.plan }[chosen] ?? draft.figures[Number(chosen)];
  if (cells !== undefined) cells[AGAIN] = 'yes';
  keep();
  return true;
}
