/** @typedef {import('../../lib/records/model.ts').Library} Library */
/** @typedef {import('./rows.js').Cells} Cells */
/** @typedef {{ value: string, label: string, hint?: string }} Option */

/**
 * What to offer first: what was used last.
 * @param {Library} words
 */
export function recent(words) {
  const figures = [...words.figures].reverse();
  const sources = [...words.sources].reverse();
  return {
    /** @returns {Option[]} */
    publishers() {
      const used = sources.map(({ publisher }) => publisher.id);
      return ordered(words.publishers, used, ({ name }) => name);
    },
    /** @param {string} publisher */
    lastSource: (publisher) => sources.find((source) => source.publisher.id === publisher),
    /**
     * What the last figure of a rule and measure says of itself; its period only where that begins on one day for good.
     * @param {string} definition
     * @param {string} measure
     * @returns {Cells | undefined}
     */
    lastOfRule(definition, measure) {
      const last = figures.find(
        (figure) => figure.definition.id === definition && figure.measure.id === measure,
      );
      if (last === undefined) return undefined;
      const { periodStart, verification } = last;
      const isCumulative = last.definition.statistic === 'cumulative';
      return { verification, ...(isCumulative ? { period_start: periodStart ?? '' } : {}) };
    },
    /**
     * The words of a figure's row, as far as the cells before it leave a choice.
     * @param {string} publisher
     * @param {Cells} cells
     * @param {string} home
     */
    figureWords(publisher, cells, home) {
      const own = figures.filter(
        ({ source, definition }) =>
          source.publisher.id === publisher || definition.publisher.id === publisher,
      );
      const like = (/** @type {readonly ('measure' | 'population' | 'place')[]} */ ...same) =>
        own.filter((figure) => same.every((word) => figure[word].id === cells[word]));
      const covering = new Map(
        [...words.definitions].filter(([, { measures }]) =>
          measures.includes(cells['measure'] ?? ''),
        ),
      );
      return {
        measure: ordered(
          words.measures,
          own.map(({ measure }) => measure.id),
          ({ label }) => label,
        ),
        population: ordered(
          words.populations,
          like('measure').map(({ population }) => population.id),
          ({ label }) => label,
        ),
        origin: ordered(
          words.places,
          [home, ...like('measure').map(({ origin }) => origin.id)],
          ({ label }) => label,
        ),
        place: ordered(
          words.places,
          [...like('measure', 'population').map(({ place }) => place.id), home],
          ({ label }) => label,
        ),
        definition: undecided(
          ordered(
            covering,
            [...like('measure', 'population', 'place'), ...like('measure')].map(
              ({ definition }) => definition.id,
            ),
            ({ label, statistic }) => `${label}, ${GIVES[statistic]}`,
          ),
          new Set(
            (like('measure', 'population', 'place').length > 0
              ? like('measure', 'population', 'place')
              : like('measure')
            ).map(({ definition }) => definition.statistic),
          ).size > 1,
        ),
      };
    },
  };
}

const GIVES = {
  stock: 'people on a day',
  flow: 'events in a period',
  cumulative: 'since a start',
};

/**
 * Where rules of several kinds were used for the same words, none of them is proposed.
 * @param {readonly Option[]} options
 * @param {boolean} isOpen
 */
const undecided = (options, isOpen) =>
  isOpen
    ? [{ value: '', label: 'choose one: definitions of several kinds were used' }, ...options]
    : options;

/**
 * Those used last first, then all others as they stand.
 * @template T
 * @param {ReadonlyMap<string, T>} all
 * @param {readonly string[]} used
 * @param {(word: T) => string} labelOf
 * @returns {Option[]}
 */
function ordered(all, used, labelOf) {
  const ids = [...new Set([...used.filter((id) => all.has(id)), ...all.keys()])];
  const before = new Set(used);
  return ids.map((id) => {
    const word = /** @type {T} */ (all.get(id));
    return {
      value: id,
      label: `${labelOf(word)} (${id})`,
      ...(before.has(id) ? { hint: 'used before' } : {}),
    };
  });
}
