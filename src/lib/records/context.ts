import { parseChoice } from '#lib/values/choice.ts';
import { parseDay } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';
import { parseIdentifier } from '#lib/values/identifier.ts';
import { parseText } from '#lib/values/text.ts';
import type { Event, Source } from './model.ts';
import { register } from './register.ts';
import type { Register } from './register.ts';
import type { Table } from './table.ts';

export function readEvents(
  file: string,
  table: Table<'events'>,
  sources: Register<Source>,
): Register<Event> {
  return register('an event', file, table, 'id', (row) =>
    row.read({
      id: parseIdentifier,
      day: parseDay,
      kind: (text) => parseChoice(text, ['talks', 'call', 'method', 'milestone']),
      text: parseText,
      source: sources.find,
    }),
  );
}

/** What has a day, by it; on one day in the order of its rows. */
export function byDay<T extends { readonly day: Day }>({ records }: Register<T>): T[] {
  return [...records.values()].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}
