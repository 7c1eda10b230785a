import { createRequire } from 'node:module';
import type { DuckDBConnection } from '@duckdb/node-api';

type Engines = typeof import('@duckdb/node-api');

/** Rows asked for at a time: the memory they take does not depend on the size of the table. */
const AHEAD = 20_000;

/** What answers queries over tables of figures. It is opened only where the seeds have such tables. */
export interface Engine {
  /** All rows of an answer. */
  all(sql: string): Promise<Record<string, unknown>[]>;
  /** The rows of an answer a batch at a time, as lists of cells. */
  batches(sql: string): AsyncIterable<readonly unknown[][]>;
  run(sql: string): Promise<void>;
  close(): void;
}

/**
 * An engine within this process. Rows keep their order, so that the same tables give the same bytes. Tables at an address
 * (`https://…`, `s3://…`) are read by its own extensions, which it fetches itself; who may read a store is for the
 * environment to say (the chain of credentials of AWS), never for the seeds.
 * @throws {Error} where an extension cannot be had
 */
export async function openEngine(addresses: readonly string[] = []): Promise<Engine> {
  // Not imported: most houses have no tables, and what loads this module for a command ends before it is asked.
  const { DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api') as Engines;
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    preserve_insertion_order: 'true',
    memory_limit: '2GB',
  });
  const connection = await instance.connect();
  if (addresses.length > 0) await connection.run('INSTALL httpfs; LOAD httpfs;');
  if (addresses.some((address) => address.startsWith('s3:')))
    await connection.run(
      'INSTALL aws; LOAD aws; CREATE SECRET (TYPE s3, PROVIDER credential_chain);',
    );
  return {
    all: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    batches: (sql) => batchesOf(connection, sql),
    run: async (sql) => void (await connection.run(sql)),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function* batchesOf(connection: DuckDBConnection, sql: string) {
  const result = await connection.stream(sql);
  let rows: unknown[][] = [];
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    rows.push(...(chunk.getRows() as unknown[][]));
    if (rows.length < AHEAD) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** A text as SQL writes it. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
