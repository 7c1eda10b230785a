import { badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { parseDay } from '#lib/values/day.ts';
import { parseIdentifier } from '#lib/values/identifier.ts';
import { parseText } from '#lib/values/text.ts';
import type { Correction, Event, Figure, Source } from './model.ts';
import { register } from './register.ts';
import type { Register } from './register.ts';
import type { Table } from './table.ts';

/** Dated context, by day; on one day in the order of its rows. */
export function readEvents(
  file: string,
  table: Table<'events'>,
  sources: Register<Source>,
): Event[] {
  const events = register('an event', file, table, 'id', (row) =>
    row.read({
      id: parseIdentifier,
      day: parseDay,
      kind: (text) => parseChoice(text, ['talks', 'call', 'method', 'milestone']),
      text: parseText,
      source: sources.find,
    }),
  );
  return [...events.records.values()].sort((a, b) =>
    a.day === b.day ? 0 : a.day < b.day ? -1 : 1,
  );
}

/** Our own errors, in the order of their rows. */
export function readCorrections(
  table: Table<'corrections'>,
  figures: Register<Figure>,
): Correction[] {
  const corrections: Correction[] = [];
  for (const row of table.rows) {
    const cells = row.read({
      figure: (text) => figures.find(text).id,
      old: parseText,
      new: parseText,
      day: parseDay,
      reason: parseText,
    });
    if (cells === null) continue;
    if (cells.old === cells.new) {
      row.refuse('new', badValue(`another value than ${cells.old}`, cells.new).message);
    }
    const { figure, ...rest } = cells;
    corrections.push({ ...rest, thing: figure, column: 'value', kind: 'correction' });
  }
  return corrections;
}
