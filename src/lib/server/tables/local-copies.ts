import { resolve } from 'node:path';
import { seedFault, type SeedFault } from '#lib/records/fault.ts';
import type { Remote } from './address.ts';
import { Cache } from './cache.ts';
import { fetchObject, storeOf, type Environment } from './fetch-object.ts';
import { fetchRows } from './fetch-rows.ts';
import type { FigureTable } from './figure-tables.ts';
import { NotFetched } from './not-fetched.ts';

/**
 * Whether the network is asked for tables that lie elsewhere: never; where there is no copy of one; or for each, whether it is
 * still as the copy is.
 */
export type Asking = 'never' | 'where absent' | 'always';

export interface Fetching {
  readonly asking: Asking;
  /** The folder of the copies; without it what `TABLES_CACHE` says, or `.cache/tables` where the process runs. */
  readonly folder?: string;
  readonly env?: Environment;
  /** Milliseconds without an answer after which a connection counts as broken. */
  readonly patience?: number;
  /** Told before each table that is fetched. */
  readonly onFetch?: (name: string) => void;
}

const MOST_BYTES = 10e9;
const PATIENCE_MS = 120_000;
/** An engine may have to join and sort before it gives the first row. */
const QUERY_PATIENCE_MS = 600_000;

/**
 * The tables with those that lie elsewhere read from copies on this disk; one after the other, so that memory and
 * connections stay bounded. What cannot be had is a fault of its table, and no copy of it changes.
 */
export async function localCopies(
  tables: readonly FigureTable[],
  { asking, folder, env = process.env, patience, onFetch }: Fetching,
): Promise<FigureTable[]> {
  if (tables.every(({ remote }) => remote === undefined)) return [...tables];
  const at = folder ?? resolve(env['TABLES_CACHE'] || '.cache/tables');
  const cache = new Cache(at, mostBytes(env['TABLES_CACHE_GB']));
  const local: FigureTable[] = [];
  for (const table of tables) {
    if (table.remote === undefined) local.push(table);
    else local.push(await localCopy(table, table.remote));
  }
  return local;

  async function localCopy(table: FigureTable, remote: Remote): Promise<FigureTable> {
    const name = nameOf(remote, env);
    const last = cache.last(name);
    if (asking === 'never' || (asking === 'where absent' && last !== null))
      return last === null ? table : { ...table, at: last.at, fetched: last.fetched };
    onFetch?.(remote.name);
    try {
      const copy = await cache.renew(name, (draft) =>
        remote.kind === 'postgres'
          ? fetchRows(remote, draft, cache.most, env, patience ?? QUERY_PATIENCE_MS)
          : fetchObject(remote, last?.etag ?? null, draft, env, patience ?? PATIENCE_MS),
      );
      return { ...table, at: copy.at, fetched: copy.fetched };
    } catch (cause) {
      return { ...table, fault: faultOf(table, remote, cause, at, last !== null) };
    }
  }
}

/** What a copy is kept by: the same words mean another table in another store, and with another query. */
function nameOf(remote: Remote, env: Environment): string {
  if (remote.kind === 's3') return `${storeOf(env)} ${remote.name}`;
  return remote.kind === 'postgres' ? `${remote.name} ${remote.query}` : remote.name;
}

function faultOf(
  { path }: FigureTable,
  remote: Remote,
  cause: unknown,
  folder: string,
  hasLast: boolean,
): SeedFault {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const found =
    cause instanceof NotFetched
      ? cause.message
      : code === 'ENOSPC'
        ? `found no room on the disk for it (${folder}); make room`
        : /^(?:EACCES|EPERM|EROFS|ENOTDIR|EEXIST)$/.test(code)
          ? `found that its copy cannot be written (${folder}, ${code}); let TABLES_CACHE name a folder that can`
          : `found that it cannot be kept (${cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)}); ask again`;
  const rest = hasLast
    ? ' (the copy before it stays, and is read where the network is not asked)'
    : '';
  return seedFault(path, [1, 1], '', `expected the table at ${remote.name}, ${found}${rest}`);
}

function mostBytes(given: string | undefined): number {
  const gigabytes = Number(given);
  return given !== undefined && given !== '' && gigabytes > 0 ? gigabytes * 1e9 : MOST_BYTES;
}
