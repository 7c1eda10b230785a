import { badValue } from '#lib/values/bad-value.ts';
import { nearest } from '#lib/values/nearest.ts';
import type { Column, TableName } from './columns.ts';
import { Unreadable } from './row.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';

/** The records of one table by their id: what other tables may name. */
export class Register<T> {
  readonly records: ReadonlyMap<string, T>;
  readonly #what: string;
  readonly #file: string;
  readonly #broken: ReadonlySet<string>;
  readonly #whole: boolean;

  constructor(
    what: string,
    file: string,
    records: ReadonlyMap<string, T>,
    broken: ReadonlySet<string>,
    whole: boolean,
  ) {
    this.records = records;
    this.#what = what;
    this.#file = file;
    this.#broken = broken;
    this.#whole = whole;
  }

  /**
   * @throws {BadValue} for an id no row has, with the nearest one that some row has.
   * @throws {Unreadable} where a row with this id is there, or may be, but cannot be read.
   */
  readonly find = (id: string): T => {
    const record = this.records.get(id);
    if (record !== undefined) return record;
    if (this.#broken.has(id.toLowerCase()) || (!this.#whole && id !== '')) throw new Unreadable(id);
    const near = nearest(id, this.records.keys());
    const wayOut = near === null ? `a new one needs its own row there` : `did you mean ${near}?`;
    throw badValue(`${this.#what} of ${this.#file}`, id, id === '' ? '' : wayOut);
  };

  /** Whether a row with this id is there, or may be: only of any other can be said that it is gone. */
  mayHold(id: string): boolean {
    return this.records.has(id) || this.#broken.has(id.toLowerCase()) || !this.#whole;
  }
}

/**
 * Reads every row of a table with `read`, which gives null for a faulty one. An id stands once; capitals
 * do not tell two ids apart, because ids become addresses in small letters.
 */
export function register<N extends TableName, T>(
  what: string,
  file: string,
  table: Table<N>,
  key: Column<N>,
  read: (row: Row<N>) => T | null,
): Register<T> {
  const records = new Map<string, T>();
  const broken = new Set<string>();
  const lines = new Map<string, Row<N>>();
  for (const row of table.rows) {
    const id = row.raw(key);
    const first = lines.get(id.toLowerCase());
    if (first !== undefined && id !== '') {
      const where = first.file === row.file ? '' : ` of ${first.file}`;
      const wayOut = `it is already on line ${first.line}${where}${records.has(id) ? '' : ', capitals aside'}`;
      row.refuse(key, badValue(`each ${key} once`, id, wayOut).message);
    }
    lines.set(id.toLowerCase(), first ?? row);
    const record = read(row);
    if (record === null) broken.add(id.toLowerCase());
    else if (first === undefined) records.set(id, record);
  }
  return new Register(what, file, records, broken, table.whole);
}
