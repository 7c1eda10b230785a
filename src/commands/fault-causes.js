import { byCause, general, MOST_PLACES } from '../lib/wording/causes.js';
import { faultRecord } from './fault-record.js';
import { count } from './seed-reader.js';

/** @typedef {import('./fault-record.js').FaultRecord} FaultRecord */

/**
 * Faults that one correction, or one kind of correction, would take away: the first of them as it is, how many they are, and
 * where the first three are.
 * @typedef {FaultRecord & { count: number, places: FaultPlace[] }} FaultCause
 *
 * @typedef {Pick<FaultRecord, 'file' | 'line' | 'column' | 'found' | 'message'>} FaultPlace
 */

/**
 * Two faults have one cause when they are of the same column and differ in no more than what the rows say.
 * @param {readonly string[]} messages
 * @returns {FaultCause[]}
 */
export function faultCauses(messages) {
  const records = messages.map(faultRecord);
  return byCause(records, causeOf).map((list) => {
    const [first = faultRecord('')] = list;
    const places = list
      .slice(0, MOST_PLACES)
      .map(({ file, line, column, found, message }) => ({ file, line, column, found, message }));
    return { ...first, count: list.length, places };
  });
}

/** @param {FaultRecord} record */
function causeOf({ file, name, expected, found, wayOut, message }) {
  // A message of another form says its cause only as a whole.
  if (found === '') return message;
  // What no row says, but the file as a whole, is another cause in each file.
  const where = name === '' ? file : '';
  return [where, name, general(expected), general(wayOut), found.startsWith('"') ? '' : general(found)].join('|'); // prettier-ignore
}

/**
 * Each cause in lines: its first fault, where else it is, and how often.
 * @param {readonly string[]} messages
 * @returns {string[]}
 */
export const faultLines = (messages) =>
  faultCauses(messages).flatMap(({ message, expected, wayOut, count: many, places }) => {
    const others = places.slice(1).map((place) => {
      const other = faultRecord(place.message);
      const isSame = place.found !== '' && other.expected === expected && other.wayOut === wayOut;
      return isSame
        ? `  also ${place.file}:${place.line}:${place.column}: found ${place.found}`
        : `  also ${place.message}`;
    });
    const more = many - places.length;
    return [
      message,
      ...others,
      ...(more > 0 ? [`  and ${count(more, 'more place', 'more places')} (${count(many, 'time')} in all)`] : []), // prettier-ignore
    ];
  });

/**
 * "1 fault", "69 faults, 1 cause".
 * @param {readonly string[]} messages
 */
export function faultCount(messages) {
  const causes = faultCauses(messages).length;
  const faults = count(messages.length, 'fault');
  return causes === messages.length ? faults : `${faults}, ${count(causes, 'cause')}`;
}
