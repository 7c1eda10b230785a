import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { columns } from '#lib/downloads/data/columns.ts';
import { figureRecord } from '#lib/downloads/figure-record.ts';
import { figure } from '../../../tests/support/made.ts';
import { parquetOf } from './parquet.ts';

const edition = { situation: 'examplia-2030', site: null, revision: 'abcdef0123' };
const records = [figure({ value: 1_111 }), figure({ value: 2_222, place: 'MOD' })].map((one) =>
  figureRecord(one, edition),
);

test('Parquet has the columns by type and reads back as the records', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-parquet-test-'));
  const file = join(folder, 'figures.parquet');
  writeFileSync(file, await parquetOf(records, columns, edition.revision));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}')`);
    const rows = reader
      .getRowObjects()
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, cell]) => [
            key,
            typeof cell === 'bigint' ? Number(cell) : cell,
          ]),
        ),
      );
    expect(rows).toEqual(records);
    expect(reader.columnTypes().map(String)).toEqual(
      columns.map(({ type }) => (type === 'count' ? 'BIGINT' : 'VARCHAR')),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
});

test('the same records give the same bytes', async () => {
  const [one, other] = await Promise.all([
    parquetOf(records, columns, edition.revision),
    parquetOf(records, columns, edition.revision),
  ]);
  expect(one).toEqual(other);
});
