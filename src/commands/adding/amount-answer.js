/** @typedef {import('./rows.js').Cells} Cells */

/** How a number is put, as it is typed before it. */
const WORDS = {
  at_least: 'at least',
  more_than: 'more than',
  about: 'about',
  nearly: 'nearly',
  up_to: 'up to',
};
const WITHOUT = { withheld: 'withheld', unknown: 'unknown', not_collected: 'not collected' };

/** What can be typed, for the question. */
export const AMOUNT_HINT =
  'Digits, with its words before them: 1234, at least 1234, about 1234, nearly 1234, 10 to 15. Or a word: hundreds, withheld, unknown, not collected';

/**
 * An amount as it is typed, as the cells of a figure. Digits are taken as they stand: the readers of the seeds refuse what is
 * no whole number.
 * @param {string} text
 * @returns {Cells} qualifier, value and value_high; of a word stated_as, too
 */
export function amountCells(text) {
  const typed = text.trim().replace(/\s+/g, ' ');
  const lower = typed.toLowerCase();
  const none = Object.entries(WITHOUT).find(([, word]) => word === lower);
  if (none !== undefined) return { qualifier: none[0], value: '', value_high: '' };
  const worded = Object.entries(WORDS).find(([, word]) => lower.startsWith(`${word} `));
  if (worded !== undefined)
    return {
      qualifier: worded[0],
      value: typed.slice(worded[1].length + 1),
      value_high: '',
    };
  const [, low, high] = /^(?:between )?(\d\S*) (?:to|and) (\d\S*)$/i.exec(typed) ?? [];
  if (low !== undefined && high !== undefined)
    return { qualifier: 'between', value: low, value_high: high };
  return /\d/.test(typed)
    ? { qualifier: 'exact', value: typed, value_high: '' }
    : { qualifier: 'word', value: '', value_high: '', stated_as: typed };
}

/**
 * The same backwards.
 * @param {Cells} cells
 */
export function amountText({
  qualifier = '',
  value = '',
  value_high: high = '',
  stated_as: stated = '',
}) {
  if (qualifier === 'between') return `${value} to ${high}`;
  if (qualifier === 'word') return stated;
  const none = WITHOUT[/** @type {'unknown'} */ (qualifier)];
  return none ?? `${wordsBefore(qualifier)}${value}`;
}

/**
 * What stands in the field before the digits are typed.
 * @param {string} qualifier
 */
export function wordsBefore(qualifier) {
  const words = WORDS[/** @type {'about'} */ (qualifier)];
  return words === undefined ? '' : `${words} `;
}

/** @param {string} text */
export const isWordsBefore = (text) =>
  Object.values(WORDS).some((words) => words === text.toLowerCase());
