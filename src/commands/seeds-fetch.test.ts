import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { COLUMNS } from '#lib/records/columns.ts';
import { openEngine, quotedText } from '#lib/server/tables/engine.ts';
import { LATER, root, seedsCommand, useSeedFolder } from '../../tests/support/seed-folder.ts';

/** Says on the error output that a program opens a connection or asks for a name, whoever in it does. */
const WATCHED = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net'; import dns from 'node:dns'; import dgram from 'node:dgram';
  for (const [of, name] of [[net.Socket.prototype, 'connect'], [dns, 'lookup'], [dgram, 'createSocket']]) {
    const own = of[name];
    of[name] = function (...words) { console.error('SOCKET'); return own.apply(this, words); };
  }`)}`;

const seeds = useSeedFolder();
const situation = 'examplia-2030';
const id = 'example-2030-01-05';
const address = `${situation}/figures/${id}.address`;
let cache = '';
let server: Server;
let connections = 0;
beforeEach(async () => {
  connections = 0;
  cache = `${seeds.folder}-cache`;
  vi.stubEnv('TABLES_CACHE', cache);
  // The figures of one publication lie behind an address from now on; nothing was published yet.
  const csv = seeds.path(`${situation}/figures/${id}.csv`);
  const parquet = `${seeds.folder}-table.parquet`;
  const engine = await openEngine();
  await engine.run(
    `COPY (SELECT * FROM read_csv(${quotedText(csv)}, all_varchar = true)) TO ${quotedText(parquet)} (FORMAT parquet)`,
  );
  engine.close();
  rmSync(csv);
  const table = readFileSync(parquet);
  rmSync(parquet);
  writeFileSync(seeds.path(`${situation}/published.csv`), 'thing,id,says\n');
  writeFileSync(seeds.path(`${situation}/corrections.csv`), `${COLUMNS.corrections.join()}\n`);
  server = createServer((asked, answer) => {
    const isKnown = asked.headers['if-none-match'] === '"made-up"';
    answer.writeHead(isKnown ? 304 : 200, { etag: '"made-up"' }).end(isKnown ? '' : table);
  }).on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  writeFileSync(seeds.path(address), `http://127.0.0.1:${port}/${id}.parquet\n`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.close();
  rmSync(cache, { recursive: true, force: true });
});

/** What a verb says of these seeds. */
const run = (...words: string[]) => seedsCommand([...words, '--folder', seeds.folder]);

/** The same as a watched process of its own; the server answers meanwhile. */
async function watched(...words: string[]) {
  const hooks = [LATER, WATCHED].flatMap((hook) => ['--import', hook]);
  const child = spawn(
    process.execPath,
    [...hooks, 'src/commands/seeds.js', ...words, '--folder', seeds.folder],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => (stdout += String(text)));
  child.stderr.on('data', (text) => (stderr += String(text)));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return { stdout, stderr, status };
}

test('check opens no connection, and says which table it did not read and what reads it', async () => {
  const { stdout, stderr, status } = await watched('check');
  expect(stdout).toMatch(
    new RegExp(
      `^${address}:1:1: expected the table at http://127\\.0\\.0\\.1:\\d+/${id}\\.parquet, found no copy of it; npm run seeds -- check --fetch reads it\n\n1 fault\\.`,
    ),
  );
  expect(status).toBe(1);
  expect(stderr).not.toContain('SOCKET');
  expect(connections).toBe(0);
});

test('with --fetch it asks, and without it reads the last copy from then on, and says of when', async () => {
  const fetched = await watched('check', '--fetch');
  expect(fetched.stdout).toMatch(/^5 sources, 14 figures, no faults\n/);
  // The watch itself is seen to work.
  expect(fetched.stderr).toContain('SOCKET');
  expect(connections).toBe(1);
  const without = await watched('check');
  expect(without.stdout).toBe(fetched.stdout);
  expect(without.stderr).toMatch(
    /^\S+\.address: read as it was on 2035-06-01 at 00:00 \(UTC\); npm run seeds -- check --fetch asks for its newest state\n$/,
  );
  expect(connections).toBe(1);
  const again = await run('check', '--fetch');
  expect(again.stdout).toBe(fetched.stdout);
});

test('a table that cannot be had any more is a fault when it is asked for, not the copy of yesterday', async () => {
  await run('check', '--fetch');
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const { stdout, status } = await run('check', '--fetch');
  expect(stdout).toContain(`${address}:1:1: expected the table at`);
  expect(stdout).toContain('found no connection (ECONNREFUSED)');
  expect(status).toBe(1);
});

test('an address that leads out of the folder is refused', async () => {
  writeFileSync(seeds.path(address), '../outside.parquet\n');
  const { stdout, status } = await run('check');
  expect(stdout).toContain(`${address}:1:1: expected the path of a .parquet file below`);
  expect(status).toBe(1);
});
