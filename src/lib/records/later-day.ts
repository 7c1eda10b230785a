import { badValue } from '#lib/values/bad-value.ts';
import type { Day } from '#lib/values/day.ts';
import type { Column, TableName } from './columns.ts';
import type { Table } from './table.ts';

/** Refuses what somebody is said to have done on a day that has not come. */
export function refuseLaterDays<N extends TableName>(
  { rows }: Table<N>,
  column: Column<N>,
  today: Day,
  wayOut: string,
): void {
  for (const row of rows) {
    const day = row.raw(column);
    if (day <= today || row.isRefused(column)) continue;
    row.refuse(column, badValue(`a day not after today (${today})`, day, wayOut).message);
  }
}
