import { COLUMNS, type TableName } from './columns.ts';
import type { Faults } from './fault.ts';
import { readTable, type Table } from './table.ts';

/** Tables in which several rows can begin alike: a row of a situation is one more, and takes no other's place. */
const WITHOUT_IDS: readonly TableName[] = ['population-groups'];

/**
 * A table of words: the rows for all situations, at the root of the seeds, and after them those that one situation has
 * of its own, in its folder. A row of the situation takes the place of a shared one with the same id. Null where neither
 * file is there.
 * @param files their texts by path below the seeds' folder
 */
export function readWordTable<N extends TableName>(
  name: N,
  files: Readonly<Record<string, string>>,
  situation: string | null,
  faults: Faults,
): Table<N> | null {
  const tableAt = (path: string) => {
    const text = files[path];
    return text === undefined ? null : readTable(name, path, text, faults);
  };
  const shared = tableAt(`${name}.csv`);
  const own = situation === null ? null : tableAt(`${situation}/${name}.csv`);
  if (!shared || !own) return shared ?? own;
  const id = COLUMNS[name][0];
  const ids = new Set(WITHOUT_IDS.includes(name) ? [] : own.rows.map((row) => row.raw(id)));
  return {
    rows: [...shared.rows.filter((row) => !ids.has(row.raw(id))), ...own.rows],
    whole: shared.whole && own.whole,
  };
}
