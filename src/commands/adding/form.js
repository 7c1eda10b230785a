/** @typedef {import('../../lib/records/model.ts').Library} Library */
/** @typedef {import('../../lib/records/model.ts').Figure} Figure */
/** @typedef {import('../../lib/records/model.ts').Source} Source */
/** @typedef {import('./rows.js').Cells} Cells */

/** More figures than somebody corrects one after the other; who has more brings a table. */
const MOST_FIGURES = 60;
const MOST_FORMS = 5;

/**
 * The last publications of a publisher whose figures can be corrected into those of a new one: the newest first, of one day
 * the one with the most figures, undated ones last.
 * @param {Library} words
 * @param {string} publisher
 * @param {(source: Source) => { last: string }} daysOf
 * @returns {{ source: Source, figures: readonly Figure[] }[]}
 */
export function formsOf({ sources, figures }, publisher, daysOf) {
  const day = (/** @type {Source} */ source) =>
    source.published.kind === 'undated' ? '' : daysOf(source).last;
  return sources
    .filter((source) => source.publisher.id === publisher)
    .map((source) => ({
      source,
      figures: figures.filter((figure) => figure.source.id === source.id),
    }))
    .filter((form) => form.figures.length > 0 && form.figures.length <= MOST_FIGURES)
    .sort((a, b) =>
      day(a.source) === day(b.source)
        ? b.figures.length - a.figures.length
        : day(a.source) < day(b.source)
          ? 1
          : -1,
    )
    .slice(0, MOST_FORMS);
}

/**
 * What of a figure goes on being so in the next publication: its words, its rule, its caveats. Not its days and its number,
 * nor what was said of that number alone (page, note, a phrase with the number in it).
 * @param {Figure} figure
 * @returns {Cells}
 */
export function lastingCells(figure) {
  const { measure, population, origin, place, definition, verification, status } = figure;
  const isCumulative = definition.statistic === 'cumulative';
  return {
    measure: measure.id,
    population: population.id,
    origin: origin.id,
    place: place.id,
    definition: definition.id,
    period_start: isCumulative ? (figure.periodStart ?? '') : '',
    stated_as: /\d/.test(figure.statedAs) || figure.amount.kind === 'word' ? '' : figure.statedAs,
    verification,
    status: status === 'B' || status === 'L' ? '' : status,
    caveats: ownCaveats(figure),
    locator: '',
    note: '',
  };
}

/**
 * The caveats of the row itself, as its cell has them; `none` where there are no others than those of source, definition and
 * measure.
 * @param {Figure} figure
 */
function ownCaveats({ caveats, source, definition, measure }) {
  const others = new Set(
    [source, definition, measure].flatMap((one) => one.caveats.map(({ code }) => code)),
  );
  const own = caveats.map(({ code }) => code).filter((code) => !others.has(code));
  return own.length === 0 ? 'none' : own.join(';');
}

/**
 * The letter of a new figure, from what is known of it: nobody is asked for one.
 * @param {Library} words
 * @param {Cells} cells
 * @param {string} known the last day about which its publication can speak
 */
export function statusOf({ definitions, figures }, cells, known) {
  const { definition = '', measure = '', as_of: asOf = '', qualifier = '' } = cells;
  if (qualifier === 'not_collected') return 'L';
  // Refused by the readers of the seeds for whatever is no projection.
  if (asOf > known) return 'F';
  const rule = definitions.get(definition);
  const like = figures.filter((figure) => figure.measure.id === measure);
  const before = (
    like.findLast((figure) => figure.definition.id === definition) ??
    like.findLast((figure) => figure.definition.publisher.id === rule?.publisher.id)
  )?.status;
  if (before !== undefined && !['B', 'F', 'L'].includes(before)) return before;
  if (rule?.publisher.isParty === true) return 'V';
  if (cells['verification'] === 'estimated') return 'E';
  return rule?.statistic === 'cumulative' ? 'P' : 'A';
}
