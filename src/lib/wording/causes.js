/*
 * One cause is told once: with how often it is there and its first places. In JavaScript, because commands say it before they
 * load the library.
 */

/** Places of one cause that are named; of the others their number. */
export const MOST_PLACES = 3;

/**
 * Gathers what has the same cause, in the order in which each cause comes first.
 * @template T
 * @param {readonly T[]} list
 * @param {(one: T) => string} causeOf
 * @returns {T[][]} none of them empty
 */
export function byCause(list, causeOf) {
  /** @type {Map<string, T[]>} */
  const found = new Map();
  for (const one of list) {
    const cause = causeOf(one);
    const before = found.get(cause);
    if (before === undefined) found.set(cause, [one]);
    else before.push(one);
  }
  return [...found.values()];
}

/**
 * A sentence without what differs from row to row: what is quoted, and numbers.
 * @param {string} text
 */
export const general = (text) =>
  text.replace(/"(?:[^"]|"(?=\w))*"/g, '"…"').replace(/\d+(?:[-.,:]\d+)*/g, '0');

/**
 * Odd things have one cause when the first lines of their texts, which say what is odd, differ in no more than numbers.
 * @template {{ rule: string, text: string }} R
 * @param {readonly R[]} records
 * @returns {R[][]}
 */
export const oddCauses = (records) =>
  byCause(records, ({ rule, text }) => `${rule}|${general(text.split('\n')[0] ?? '')}`);

/**
 * Of one cause the first three odd things as lines: what is odd once, then each figure, beside which it is odd, and the line to sign.
 * @template {{ text: string, line: string | null }} R
 * @param {readonly R[]} list
 * @returns {{ text: string, isToSign: boolean }[]}
 */
export function oddLines(list) {
  let before = '';
  return list.slice(0, MOST_PLACES).flatMap(({ text, line }, index) => {
    const [reason = '', ...figures] = text.split('\n');
    const often = index === 0 && list.length > 1 ? ` (${list.length} times)` : '';
    const isNew = reason !== before;
    before = reason;
    const head = isNew ? [reason.replace(/:$/, `${often}:`)] : [];
    return [
      ...[...(isNew ? [''] : []), [...head, ...figures].join('\n')].map((one) => ({
        text: one,
        isToSign: false,
      })),
      ...(line === null ? [] : [{ text: `  ${line}`, isToSign: true }]),
    ];
  });
}
