import { badValue } from '#lib/values/bad-value.ts';
import type { Column, TableName } from './columns.ts';
import { Register } from './register.ts';
import type { Table } from './table.ts';

/** The ids of a table whose rows name one another, before any row is read. */
export function idsOf<N extends TableName>(
  what: string,
  file: string,
  table: Table<N>,
  key: Column<N>,
): Register<string> {
  const ids = table.rows.map((row) => row.raw(key));
  return new Register(what, file, new Map(ids.map((id) => [id, id])), new Set(), table.whole);
}

/** A part of itself, or of its own part, would never end. */
export function refuseCircles<N extends TableName>(
  table: Table<N>,
  key: Column<N>,
  link: Column<N>,
): void {
  const next = new Map(table.rows.map((row) => [row.raw(key), row.raw(link).split(';')]));
  for (const row of table.rows) {
    const self = row.raw(key);
    const seen = new Set<string>();
    const open = [...(next.get(self) ?? [])];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...(next.get(id) ?? []));
    }
    if (self === '' || !seen.has(self)) continue;
    const wayOut = `following it leads back to ${self}`;
    row.refuse(link, badValue(`another ${key}`, row.raw(link), wayOut).message);
  }
}
