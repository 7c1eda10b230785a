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

const parsersOf = (publishers: Register<Publisher>, caveats: Register<Caveat>) => ({
  id: parseIdentifier,
  publisher: publishers.find,
  title: parseText,
  kind: (text: string) =>
    parseChoice(text, ['report', 'statement', 'portal_state', 'news', 'dataset']),
  address: parseAddress,
  published: parsePublished,
  retrieved: parseDay,
  relay_of: optional(parseText),
  repeats: optional(parseDay),
  licence: parseText,
  redistribution: (text: string) => parseChoice(text, ['may', 'cite', 'forbids']),
  caveats: caveatsOf(caveats),
  note: parseOptionalText,
});

export function readSources(
  file: string,
  table: Table<'sources'>,
  publishers: Register<Publisher>,
  caveats: Register<Caveat>,
): Register<Source> {
  return register('a source', file, table, 'id', (row) => {
    const cells = row.read(parsersOf(publishers, caveats));
    if (cells === null) {
      refuseContradictionsSoFar(row, publishers, caveats, () => true);
      return null;
    }
    const { relay_of: relayOf, ...rest } = cells;
    const source = { ...rest, relayOf };
    return isPossible(row, source) ? source : null;
  });
}

/** Refuses where a row that is not written to its end contradicts itself already. */
export function refuseContradictionsSoFar(
  row: Row<'sources'>,
  publishers: Register<Publisher>,
  caveats: Register<Caveat>,
  isAnswered: (column: string) => boolean,
): void {
  const { published, retrieved, repeats, title, id, ...rest } = row.readable(
    parsersOf(publishers, caveats),
    isAnswered,
  );
  isPossible(row, { published, retrieved, repeats, title, id, relayOf: rest.relay_of });
}

/** What of a publication its cells must agree about; undefined is what is not known yet. */
type Agreed = {
  readonly [K in 'published' | 'retrieved' | 'repeats' | 'relayOf' | 'title' | 'id']:
    Source[K] | undefined;
};

function isPossible(row: Row<'sources'>, source: Agreed): boolean {
  let possible = true;
  const refuse = (column: Parameters<typeof row.refuse>[0], expected: string, wayOut: string) => {
    possible = false;
    // What cannot be read contradicts nothing.
    if (!row.isRefused(column))
      row.refuse(column, badValue(expected, row.raw(column), wayOut).message);
  };
  const { published, retrieved, repeats, relayOf, title, id } = source;
  const days = published === undefined ? null : daysOf(published);
  if (days !== null && retrieved !== undefined && days.first > retrieved) {
    refuse(
      'retrieved',
      `a day not before the publication (${days.first})`,
      'correct one of the two',
    );
  }
  if (days !== null && typeof repeats === 'string' && repeats > days.last) {
    refuse(
      'repeats',
      `a day not after the publication (${days.last})`,
      'an older number is repeated',
    );
  }
  const relayed = relayOf?.toLowerCase();
  if (relayed !== undefined && [title, id].some((own) => own?.toLowerCase() === relayed)) {
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
