import { BadValue } from '#lib/values/bad-value.ts';
import type { Figure, Place } from '#lib/records/model.ts';
import { readCount } from './counts.ts';
import { KnownNumbers, givenAs, overlapAmong } from './known-numbers.ts';
import type { Opened, Wishes } from './model.ts';
import { expected, ofFile, ofRow } from './refusal.ts';
import type { Refusals } from './refusal.ts';
import { sheetOf } from './sheet.ts';
import { isSumName } from './words.ts';
import type { IntakeWords } from './words.ts';

/** Enough to know what kind of table it is. */
const MOST_LOOKED_AT = 2_000;
const MOST_COLUMNS = 200;
const PEOPLE = /refugee|asylum|\bidps?\b|displaced|stateless|of concern/i;
/** Shares and rates are no counts, whomever they speak of. */
const NO_COUNT = /%|\brate\b|\bper \d|us\$|\(.*current.*\)/i;
const SUM_COLUMN = /\b(?:sum|total|all)\b|\band\b/i;

/**
 * What can be said of a table whose format is not known: that its numbers are known under another name, that it has no day, that it
 * adds up unlike things. A keeper learns more from it than that nothing fits.
 */
export function suspectsIn(opened: Opened, wishes: Wishes, words: IntakeWords): Refusals {
  if (opened.json !== null) return [];
  const { headers, rows } = sheetOf(opened.rows.slice(0, MOST_LOOKED_AT), 0);
  if (headers.length > MOST_COLUMNS) return [];
  const known = new KnownNumbers(words.library);
  const refusals: Refusals = [];
  const matched: { label: string; figure: Figure }[] = [];
  const counters = headers.flatMap((header, index) =>
    PEOPLE.test(header) && !SUM_COLUMN.test(header) && !NO_COUNT.test(header)
      ? [{ header, index }]
      : [],
  );
  for (const { line, cells } of rows) {
    const place =
      cells.map((cell) => quietPlace(words, cell)).find((found) => found !== null) ?? null;
    if (place === null) {
      if (cells.some((cell) => isSumName(cell)))
        refusals.push(
          ofRow(
            line,
            '',
            expected(
              'a place',
              cells.find(isSumName) ?? '',
              'a sum among the rows is nobody’s own number',
            ),
          ),
        );
      continue;
    }
    for (const { header, index } of counters) {
      const value = quietCount(cells[index] ?? '');
      const figure = value === null ? null : known.unlike(place.id, value, null, false);
      if (figure === null) continue;
      matched.push({ label: place.label, figure });
      refusals.push(
        ofRow(
          line,
          header,
          `${givenAs(figure, place.label)}: crossings under the heading “${header}”; a person who crosses twice is counted twice. File it under ${figure.measure.id} by the definition ${figure.definition.id}`,
        ),
      );
    }
  }
  const overlap = overlapAmong(matched);
  if (overlap !== null) refusals.push(ofFile(overlap));
  const days = headers.filter((header) => /\b(?:date|day|as.?of)/i.test(header));
  const years = headers.filter((header) => /^year$/i.test(header));
  if (days.length === 0 && years.length > 0 && rows.length > 0) {
    const index = headers.indexOf(years[0] ?? '');
    refusals.push(
      ofFile(
        expected(
          'the day each number is for',
          rows[0]?.cells[index] ?? '',
          'a year is no day: these numbers changed every day. Find the day on which the publisher closed the count',
        ),
      ),
    );
  }
  refusals.push(
    ...sums(
      headers,
      rows.map(({ cells }) => cells),
    ),
  );
  if (
    wishes.mapping === null &&
    !headers.some((header) => /source|caveat|definition|note/i.test(header))
  ) {
    refusals.push(
      ofFile(
        'expected a source and what the numbers do not tell, found neither in the table; its publisher, definition and caveats are lost: download the publisher’s own file',
      ),
    );
  }
  return refusals;
}

/** Columns that are, row for row, the sum of two or more others. */
function sums(headers: readonly string[], rows: readonly (readonly string[])[]): Refusals {
  const isFilled = (index: number) => rows.some((cells) => (cells[index] ?? '').trim() !== '');
  return headers.flatMap((header, index) => {
    if (!SUM_COLUMN.test(header) || NO_COUNT.test(header) || !isFilled(index)) return [];
    const parts = headers.flatMap((other, at) =>
      at !== index &&
      isFilled(at) &&
      PEOPLE.test(other) &&
      !SUM_COLUMN.test(other) &&
      !NO_COUNT.test(other)
        ? [at]
        : [],
    );
    const isSum =
      parts.length > 1 &&
      rows.every((cells) => {
        const sum = quietCount(cells[index] ?? '');
        return (
          sum !== null &&
          sum > 0 &&
          sum === parts.reduce((total, at) => total + (quietCount(cells[at] ?? '') ?? 0), 0)
        );
      });
    const of = parts.map((at) => headers[at]).join(', ');
    const wayOut = isSum
      ? `it adds ${of}: unlike things do not add up, delete the column`
      : 'by its name it adds up unlike things; delete the column';
    return isSum || /\b(?:sum|total)\b/i.test(header) || parts.length > 1
      ? [ofFile(expected('columns that count one thing each', header, wayOut), 1)]
      : [];
  });
}

function quietPlace({ library, placeNames }: IntakeWords, text: string): Place | null {
  const name = text.trim();
  return placeNames.get(name.toLowerCase()) ?? library.places.get(name) ?? null;
}

function quietCount(text: string): number | null {
  try {
    const count = readCount(text);
    return 'value' in count ? count.value : null;
  } catch (cause) {
    if (cause instanceof BadValue) return null;
    throw cause;
  }
}
