import { createRequire } from 'node:module';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { COLUMNS } from '#lib/records/columns.ts';
import type Cursor from 'pg-cursor';
import { isLoopback, type QueryAddress } from './address.ts';
import type { Draft } from './cache.ts';
import { openSorter, quotedText } from './engine.ts';
import type { Environment } from './fetch-object.ts';
import { NotFetched } from './not-fetched.ts';

type Pg = typeof import('pg');

/** Rows asked for at a time: the memory they take does not depend on the size of the table. */
const AHEAD = 5_000;
const columns = COLUMNS.figures;
/** Cells as the engine writes them: nothing becomes a number or a date on the way. */
const AS_WRITTEN = { getTypeParser: () => String };

/**
 * Reads the rows of a query into a Parquet file of the draft. One statement in a transaction that only reads: the rows are of
 * one state, whoever writes meanwhile. No two engines promise the same order, nor compare texts alike, so the rows are
 * sorted here, by their cells from the first to the last as UTF-8 bytes: the same rows give the same file.
 *
 * The host must be one that `PGHOST` names: a line of the seeds alone sends user and password nowhere.
 * @param patience milliseconds without an answer after which the connection counts as broken
 * @throws {NotFetched}
 */
export async function fetchRows(
  address: QueryAddress,
  draft: Draft,
  most: number,
  env: Environment,
  patience: number,
): Promise<{ path: string; etag: null }> {
  const { host, port, database } = address;
  if (!(env['PGHOST'] ?? '').split(',').includes(host))
    throw new NotFetched(
      `found a host that PGHOST does not name; set PGHOST=${host}, so that user and password go only there`,
    );
  const load = createRequire(import.meta.url);
  const { Client } = load('pg') as Pg;
  const client = new Client({
    host,
    port,
    database,
    ...(env['PGUSER'] ? { user: env['PGUSER'] } : {}),
    ...(env['PGPASSWORD'] ? { password: env['PGPASSWORD'] } : {}),
    ssl: safetyOf(host, env),
    application_name: 'caveat',
    connectionTimeoutMillis: patience,
    keepAlive: true,
  });
  // What breaks between two answers is told by the next; unheard it would end the process.
  client.on('error', () => undefined);
  const rows = draft.path('ndjson');
  let read = 0;
  try {
    await client.connect();
    await client.query("SET datestyle TO 'ISO, YMD'");
    await client.query('BEGIN READ ONLY');
    const cursor = client.query(
      new (load('pg-cursor') as typeof Cursor)<string[]>(
        `SELECT * FROM (\n${address.query}\n) AS figures`,
        [],
        { rowMode: 'array', types: AS_WRITTEN },
      ),
    );
    const file = createWriteStream(rows);
    const broken = new Promise<never>((_, reject) => file.once('error', reject));
    broken.catch(() => undefined);
    try {
      // The first row brings the names of the columns: of a table about persons no more than it leaves its place.
      for (let size = 1; ; size = AHEAD) {
        const batch = await within(patience, readBatch(cursor, size));
        if (size === 1) refuseOtherColumns(batch.names);
        const text = batch.rows.map((row) => `${JSON.stringify(row)}\n`).join('');
        draft.need(file.bytesWritten + file.writableLength + text.length);
        if (!file.write(text)) await Promise.race([once(file, 'drain'), broken]);
        read += batch.rows.length;
        if (batch.rows.length < size) break;
      }
    } finally {
      file.end();
      await Promise.race([once(file, 'close'), broken]);
    }
    await within(patience, client.query('COMMIT'));
  } catch (cause) {
    throw refusal(cause, read, address);
  } finally {
    // Not waited for: a server that no longer answers would keep us.
    client.end().catch(() => undefined);
  }
  const path = draft.path('parquet');
  await sorted(rows, path, draft.path('spill'), most);
  return { path, etag: null };
}

/** TLS with a certificate that is proved, but on this machine; `PGSSLMODE` says otherwise. */
function safetyOf(host: string, env: Environment): boolean | { rejectUnauthorized: boolean } {
  const mode = env['PGSSLMODE'] || (isLoopback(host) ? 'disable' : 'verify-full');
  return mode === 'no-verify' ? { rejectUnauthorized: false } : mode !== 'disable';
}

async function sorted(rows: string, path: string, spill: string, most: number): Promise<void> {
  const engine = await openSorter(spill, most);
  const cells = columns.map((name, at) => `coalesce(cells[${at + 1}], '') AS "${name}"`);
  try {
    await engine.run(
      `COPY (SELECT ${cells.join()}
         FROM read_json(${quotedText(rows)}, format = 'newline_delimited', records = 'false', columns = {cells: 'VARCHAR[]'})
         ORDER BY ${columns.map((name) => `"${name}"`).join()})
       TO ${quotedText(path)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  } finally {
    engine.close();
  }
}

interface Batch {
  readonly rows: string[][];
  readonly names: readonly string[];
}

const readBatch = (cursor: Cursor<string[]>, size: number) =>
  new Promise<Batch>((resolve, reject) => {
    cursor.read(size, (cause, rows, result) => {
      if (cause) reject(cause);
      else resolve({ rows, names: result.fields.map(({ name }) => name) });
    });
  });

function refuseOtherColumns(found: readonly string[]): void {
  if (found.join() === columns.join()) return;
  throw new NotFetched(
    `found the columns ${found.join(',')} instead of ${columns.join(',')}; name these in the query, in this order`,
  );
}

async function within<T>(patience: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`nothing came for ${patience / 1000} seconds`)),
      patience,
    );
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** By the codes of PostgreSQL (appendix A of its manual), which the engines that speak its protocol share. */
function refusal(cause: unknown, read: number, { database }: QueryAddress): unknown {
  if (cause instanceof NotFetched || !(cause instanceof Error)) return cause;
  const code = 'code' in cause ? String(cause.code) : '';
  if ('syscall' in cause && 'path' in cause) return cause;
  const said = cause.message.split('\n')[0] ?? '';
  if (/^28/.test(code) || /password must be a string|no password/i.test(said))
    return new NotFetched(
      `found that the server refuses us (${said}); set PGUSER and PGPASSWORD to those of somebody who may read it`,
    );
  if (code === '3D000')
    return new NotFetched(`found no database ${database} there; correct the address`);
  if (/^(?:42P01|3F000)$/.test(code))
    return new NotFetched(`found no such table (${said}); correct the query, or make the table`);
  if (code === '42501')
    return new NotFetched(
      `found that we may not read it (${said}); grant SELECT on it to the user that PGUSER names`,
    );
  if (code === '25006')
    return new NotFetched(`found a query that writes (${said}); write one that only reads`);
  if (/^(?:42|22|21|0A)/.test(code))
    return new NotFetched(`found a query that does not work (${said}); correct it`);
  if (/^40/.test(code))
    return new NotFetched(
      `found that it was changed while it was read (${said}); ask again once it is written`,
    );
  if (/SSL|certificate|self.signed/i.test(`${said} ${code}`))
    return new NotFetched(
      `found no safe connection (${said}); let the server offer TLS, name its authority in NODE_EXTRA_CA_CERTS, or set PGSSLMODE`,
    );
  return new NotFetched(
    read > 0
      ? `found the connection broken after ${read} rows (${said || code}); ask again, nothing of it is kept`
      : `found no connection (${said || code}); see that this machine reaches it, then ask again`,
  );
}
