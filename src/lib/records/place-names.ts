import { parseText } from '#lib/values/text.ts';
import type { Place } from './model.ts';
import { register } from './register.ts';
import type { Register } from './register.ts';
import type { Table } from './table.ts';

/** Names that publishers use for places which have another label here, each with its place. */
export function readPlaceNames(
  file: string,
  table: Table<'place-names'>,
  places: Register<Place>,
): Register<Place> {
  return register('a name of a place', file, table, 'name', (row) => {
    const cells = row.read({ name: parseText, place: places.find, said_by: parseText });
    return cells === null ? null : cells.place;
  });
}
