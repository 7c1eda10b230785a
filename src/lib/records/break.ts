import { badValue } from '#lib/values/bad-value.ts';
import { parseDay } from '#lib/values/day.ts';
import { parseIdentifier } from '#lib/values/identifier.ts';
import { parseList } from '#lib/values/list.ts';
import { optional } from '#lib/values/optional.ts';
import { parseText } from '#lib/values/text.ts';
import type { Break, Place } from './model.ts';
import { register } from './register.ts';
import type { Register } from './register.ts';
import type { Table } from './table.ts';

/** `definitions` are ids: definitions hold their breaks, not the reverse. */
export function readBreaks(
  file: string,
  table: Table<'breaks'>,
  definitions: Register<string>,
  places: Register<Place>,
): Register<Break> {
  const rules = (text: string) => {
    if (text === '') throw badValue('the definitions it concerns', text);
    return parseList(text, definitions.find);
  };
  return register('a break', file, table, 'id', (row) => {
    const cells = row.read({
      id: parseIdentifier,
      day: parseDay,
      until: optional(parseDay),
      before: rules,
      after: rules,
      places: (text) => parseList(text, places.find).map(({ id }) => id),
      what: parseText,
      reason: parseText,
      said_by: parseText,
    });
    if (cells === null) return null;
    if (cells.until !== null && cells.until <= cells.day) {
      const wayOut = 'leave it empty where the day is known';
      row.refuse('until', badValue(`a day after ${cells.day}`, cells.until, wayOut).message);
      return null;
    }
    const { said_by: saidBy, ...rest } = cells;
    return { ...rest, saidBy };
  });
}
