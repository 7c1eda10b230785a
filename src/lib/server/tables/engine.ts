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

/** Nothing is fetched by the engine itself: a table that lies elsewhere is a file on this disk before it is asked for. */
const WITHOUT_EXTENSIONS = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/** An engine within this process. Rows keep their order, so that the same tables give the same bytes. */
export async function openEngine(): Promise<Engine> {
  return openWith({ threads: '2', preserve_insertion_order: 'true', memory_limit: '2GB' });
}

/**
 * An engine that sorts rows without end in bounded memory: what does not fit lies in `folder` meanwhile, of at
 * most so many bytes. One thread, so that the same rows are written as the same bytes.
 */
export async function openSorter(folder: string, most: number): Promise<Engine> {
  return openWith({
    threads: '1',
    memory_limit: '1GB',
    temp_directory: folder,
    max_temp_directory_size: `${Math.ceil(most / 1e6)}MB`,
  });
}

async function openWith(settings: Readonly<Record<string, string>>): Promise<Engine> {
  // Not imported: most houses have no tables, and what loads this module for a command ends before it is asked.
  const { DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api') as Engines;
  const instance = await DuckDBInstance.create(':memory:', { ...settings, ...WITHOUT_EXTENSIONS });
  const connection = await instance.connect();
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
