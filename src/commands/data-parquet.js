import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/**
 * Writes records as a Parquet file. One thread and the order as given: the same records give the same bytes.
 * @param {string} target
 * @param {readonly object[]} records
 * @param {readonly { readonly name: string, readonly type: string }[]} columns numbers are of the type `count`
 * @param {string} revision the data revision, kept in the file's own notes
 */
export async function writeParquet(target, records, columns, revision) {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-parquet-'));
  const lines = join(folder, 'figures.ndjson');
  try {
    writeFileSync(lines, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
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
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} said as SQL writes a text */
const text = (said) => `'${said.replaceAll("'", "''")}'`;
