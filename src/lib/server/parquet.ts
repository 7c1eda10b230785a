import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quotedText } from './tables/engine.ts';

type Engines = typeof import('@duckdb/node-api');

/** Names and types of columns in their order; numbers are of the type `count`. */
type Columns = readonly { readonly name: string; readonly type: string }[];

/**
 * Records as a Parquet file. One thread and the order as given: the same records give the same bytes.
 * @param revision the data revision, kept in the file's own notes
 */
export async function parquetOf(
  records: readonly object[],
  columns: Columns,
  revision: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'caveat-parquet-'));
  try {
    const lines = join(folder, 'figures.ndjson');
    const target = join(folder, 'figures.parquet');
    await writeFile(lines, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    await writeParquet(lines, target, columns, revision);
    return new Uint8Array(await readFile(target));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same from a file of records, one a line, of any length, into the file `target`. */
export async function writeParquet(
  lines: string,
  target: string,
  columns: Columns,
  revision: string,
): Promise<void> {
  // Not imported: few who start a server ask for it.
  const { DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api') as Engines;
  const types = columns.map(
    ({ name, type }) => `${name}: '${type === 'count' ? 'BIGINT' : 'VARCHAR'}'`,
  );
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run(
      `COPY (SELECT * FROM read_json(${quotedText(lines)}, format = 'newline_delimited', columns = {${types.join(', ')}}))
       TO ${quotedText(target)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {data_revision: ${quotedText(revision)}})`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
