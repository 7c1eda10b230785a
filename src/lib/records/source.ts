import { parseAddress } from '#lib/values/address.ts';
import { badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { firstDayOf, lastDayOf, parseDay } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';
import { parseIdentifier } from '#lib/values/identifier.ts';
import { optional } from '#lib/values/optional.ts';
import { parsePublished } from '#lib/values/published.ts';
import type { Published } from '#lib/values/published.ts';
import { parseOptionalText, parseText } from '#lib/values/text.ts';
import { caveatsOf } from './caveats.ts';
import type { Caveat, Publisher, Source } from './model.ts';
import { register } from './register.ts';
import type { Register } from './register.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';

export function readSources(
  file: string,
  table: Table<'sources'>,
  publishers: Register<Publisher>,
  caveats: Register<Caveat>,
): Register<Source> {
  return register('a source', file, table, 'id', (row) => {
    const cells = row.read({
      id: parseIdentifier,
      publisher: publishers.find,
      title: parseText,
      kind: (text) => parseChoice(text, ['report', 'statement', 'portal_state', 'news', 'dataset']),
      address: parseAddress,
      published: parsePublished,
      retrieved: parseDay,
      relay_of: optional(parseText),
      repeats: optional(parseDay),
      licence: parseText,
      redistribution: (text) => parseChoice(text, ['may', 'cite']),
      caveats: caveatsOf(caveats),
      note: parseOptionalText,
    });
    if (cells === null) return null;
    const { relay_of: relayOf, ...rest } = cells;
    const source = { ...rest, relayOf };
    return isPossible(row, source) ? source : null;
  });
}

function isPossible(row: Row<'sources'>, source: Source): boolean {
  let possible = true;
  const refuse = (column: Parameters<typeof row.refuse>[0], expected: string, wayOut: string) => {
    possible = false;
    row.refuse(column, badValue(expected, row.raw(column), wayOut).message);
  };
  const { published, retrieved, repeats, relayOf, title, id } = source;
  const days = daysOf(published);
  if (days !== null && days.first > retrieved) {
    refuse('retrieved', `a day not before the publication (${days.first})`, 'mend one of the two');
  }
  if (days !== null && repeats !== null && repeats > days.last) {
    refuse(
      'repeats',
      `a day not after the publication (${days.last})`,
      'an older number is repeated',
    );
  }
  if (relayOf !== null && [title, id].some((own) => own.toLowerCase() === relayOf.toLowerCase())) {
    refuse('relay_of', 'another publication', 'nothing relays itself; an original leaves it empty');
  }
  return possible;
}

/** The days on which it can have come out; null where the document gives none. */
export function daysOf(published: Published): { first: Day; last: Day } | null {
  if (published.kind === 'undated') return null;
  const when = published.kind === 'month' ? published.month : published.day;
  return { first: firstDayOf(when), last: lastDayOf(when) };
}
