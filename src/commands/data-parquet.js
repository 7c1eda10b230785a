import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** @typedef {readonly { readonly name: string, readonly type: string }[]} Columns numbers are of the type `count` */

/**
 * Writes records as a Parquet file. One thread and the order as given: the same records give the same bytes.
 * @param {string} target
 * @param {readonly object[]} records
 * @param {Columns} columns
 * @param {string} revision the data revision, kept in the file's own notes
 */
export async function writeParquet(target, records, columns, revision) {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-parquet-'));
  const lines = join(folder, 'figures.ndjson');
  try {
    writeFileSync(lines, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    await parquetOf(lines, target, columns, revision);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The same from a file of records, one a line, of any length.
 * @param {string} lines the file
 * @param {string} target
 * @param {Columns} columns
 * @param {string} revision
 */
export async function parquetOf(lines, target, columns, revision) {
  const types = columns.map(
    ({ name, type }) => `${name}: '${type === 'count' ? 'BIGINT' : 'VARCHAR'}'`,
  );
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run(
      `COPY (SELECT * FROM read_json(${text(lines)}, format = 'newline_delimited', columns = {${types.join(', ')}}))
       TO ${text(target)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {data_revision: ${text(revision)}})`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** @param {string} said as SQL writes a text */
const text = (said) => `'${said.replaceAll("'", "''")}'`;
