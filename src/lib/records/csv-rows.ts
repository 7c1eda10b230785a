import { parse } from 'csv-parse/sync';

/**
 * The rows of a CSV text with the line ends `\n` or `\r\n`. Only csv-parse judges quotes: it reads the records that have
 * any, and the whole text where one of them is at fault, so that it names the place. All other lines, by far the most,
 * can only be parted at their commas, which takes a twentieth of its time.
 * @throws {CsvError} as csv-parse does.
 */
export function csvRows(text: string): string[][] {
  const rows: (string[] | null)[] = [];
  const quoted: string[] = [];
  let quote = text.indexOf('"');
  for (let at = 0; at < text.length;) {
    let end = endOfLine(text, at);
    if (quote === -1 || quote >= end) {
      rows.push(withoutReturn(text, at, end).split(','));
    } else {
      // Inside quotes a line goes on: where an odd number of them lies behind.
      let isOpen = false;
      for (; quote !== -1 && (isOpen || quote < end); quote = text.indexOf('"', quote + 1)) {
        isOpen = !isOpen;
        if (quote >= end) end = endOfLine(text, quote);
      }
      if (isOpen) return parsed(text);
      rows.push(null);
      quoted.push(text.slice(at, end + 1));
    }
    at = end + 1;
  }
  if (quoted.length === 0) return rows.flatMap((row) => (row ? [row] : []));
  const read = parsedOrNull(quoted.join(''));
  if (read?.length !== quoted.length) return parsed(text);
  let next = 0;
  return rows.map((row) => row ?? read[next++] ?? []);
}

const endOfLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
};

/** A return belongs to the end of a line only before a line feed. */
const withoutReturn = (text: string, at: number, end: number): string =>
  text.slice(at, end < text.length && end > at && text[end - 1] === '\r' ? end - 1 : end);

/** Ragged rows are let through: the parser would stop at the first. */
const parsed = (text: string): string[][] =>
  parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] });

function parsedOrNull(text: string): string[][] | null {
  try {
    return parsed(text);
  } catch {
    return null;
  }
}
