import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, createServer as createTcp, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { COLUMNS } from '#lib/records/columns.ts';
import { writeManyCells } from '../../../../tests/support/many-cells.ts';
import { startPostgres, type PostgresServer } from '../../../../tests/support/postgres-server.ts';
import { startS3, type S3Server } from '../../../../tests/support/s3-server.ts';
import { openEngine, quotedText, type Engine } from './engine.ts';
import { tablesIn } from './figure-tables.ts';
import { localCopies, type Asking, type Fetching } from './local-copies.ts';

// Servers of their own are started, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const path = 'examplia-2030/figures/made-up.address';
/** Rows of a large table; before a release a million, which take a database a quarter of a minute. */
const MANY = process.env['PROVE'] ? 1_000_000 : 200_000;
let folder = '';
let engine: Engine;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-copies-'));
  // The database, which runs as another user, reads a file here.
  chmodSync(folder, 0o755);
  engine = await openEngine();
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

let cache = '';
let caches = 0;
beforeEach(() => {
  caches += 1;
  cache = join(folder, `cache-${caches}`);
});

/** Fetches the table of one address into the cache of this test. */
async function fetched(address: string, how: Partial<Fetching> & { asking?: Asking } = {}) {
  const [table] = await localCopies(tablesIn([], { [path]: `${address}\n` }, `${folder}/`), {
    asking: 'always',
    folder: cache,
    ...how,
  });
  return {
    at: table?.at ?? '',
    isRead: table?.fetched !== undefined,
    fault: table?.fault?.message,
  };
}
const small = async (rows: number, name = `${rows}.parquet`) => {
  const at = join(folder, name);
  if (!existsSync(at)) await writeManyCells(engine, at, rows);
  return readFileSync(at);
};
const COUNT = 'SELECT count(*)::INTEGER AS rows, ';
/** What is the same for two tables of the same rows, in whatever order. */
const cellsOf = async (at: string) =>
  (
    await engine.all(
      `${COUNT} sum(hash(${COLUMNS.figures.map((name) => `"${name}"`).join()})::HUGEINT)::VARCHAR AS cells FROM read_parquet(${quotedText(at)})`,
    )
  )[0];
const rowsOf = async (at: string) => (await cellsOf(at))?.['rows'];
const files = (ending: string) =>
  existsSync(cache) ? readdirSync(cache).filter((name) => name.endsWith(ending)) : [];
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** Bytes that are still needed: what waits to be given back says how busy the machine is, not what the program keeps. */
const memoryInUse = () => {
  collect();
  return process.memoryUsage().heapUsed;
};
/** One sentence, with its place and its way out. */
const SENTENCE = /^examplia-2030\/figures\/made-up\.address:1:1: expected .+, found .+; [^\n]+$/;

describe('from a store that speaks S3', () => {
  let s3: S3Server;
  beforeAll(async () => {
    s3 = await startS3();
  });
  afterAll(() => s3.close());
  const at = (key: string) => `s3://figures/${key}`;

  test(`${MANY} rows arrive as they are, and are asked for again only by their ETag`, async () => {
    const given = await small(MANY, 'many.parquet');
    await s3.put('2034/many.parquet', given);
    const first = await fetched(at('2034/many.parquet'), { env: s3.env });
    expect(first.fault).toBeUndefined();
    expect(readFileSync(first.at).equals(given)).toBe(true);
    s3.requests.length = 0;
    const again = await fetched(at('2034/many.parquet'), { env: s3.env });
    expect(again).toEqual(first);
    expect(s3.requests.map(({ status }) => status)).toEqual([304]);
  });

  test('another state is another copy', async () => {
    await s3.put('state.parquet', await small(100));
    const first = await fetched(at('state.parquet'), { env: s3.env });
    await s3.put('state.parquet', await small(101));
    const second = await fetched(at('state.parquet'), { env: s3.env });
    expect([await rowsOf(first.at), await rowsOf(second.at)]).toEqual([100, 101]);
  });

  test('a connection broken halfway goes on where it broke, with the same object', async () => {
    const given = await small(20_000);
    await s3.put('broken.parquet', given);
    s3.requests.length = 0;
    s3.breakAfter(Math.floor(given.length / 2));
    const { at: copy, fault } = await fetched(at('broken.parquet'), { env: s3.env });
    expect(fault).toBeUndefined();
    expect(readFileSync(copy).equals(given)).toBe(true);
    expect(s3.requests.map(({ status }) => status)).toEqual([200, 206]);
    expect(s3.requests[1]?.headers).toMatchObject({
      range: expect.stringMatching(/^bytes=[1-9]\d*-$/),
      'if-match': expect.stringMatching(/^"\w+"$/),
    });
  });

  test('a table that changes underneath is never put together of two states', async () => {
    const given = await small(20_000);
    await s3.put('changing.parquet', given);
    const other = await small(20_001);
    s3.breakAfter(Math.floor(given.length / 2), () => s3.put('changing.parquet', other));
    const { fault } = await fetched(at('changing.parquet'), { env: s3.env });
    expect(fault).toMatch(SENTENCE);
    expect(fault).toContain('found that it was changed while it was read');
    expect(files('')).toEqual([]);
  });

  test.each([
    [
      'an unknown key',
      { AWS_ACCESS_KEY_ID: 'NOBODY' },
      /may not read it \(403 InvalidAccessKeyId\)/,
    ],
    ['a wrong secret', { AWS_SECRET_ACCESS_KEY: 'wrong' }, /\(403 SignatureDoesNotMatch\)/],
  ])('%s is told as what it is', async (_what, wrong, told) => {
    await s3.put('state.parquet', await small(100));
    const { fault } = await fetched(at('state.parquet'), { env: { ...s3.env, ...wrong } });
    expect(fault).toMatch(SENTENCE);
    expect(fault).toMatch(told);
    expect(fault).toContain('set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
    expect(fault).not.toContain('wrong');
  });

  test.each([
    ['s3://figures/none.parquet', /found none there \(404 NoSuchKey\)/],
    ['s3://nowhere/none.parquet', /found none there \(404 NoSuchBucket\)/],
  ])('%s is not there, and that is said', async (address, told) => {
    const { fault } = await fetched(address, { env: s3.env });
    expect(fault).toMatch(SENTENCE);
    expect(fault).toMatch(told);
  });

  test('what is no table is not kept', async () => {
    await s3.put('login.parquet', Buffer.from('<html>Please log in</html>'));
    const { fault } = await fetched(at('login.parquet'), { env: s3.env });
    expect(fault).toMatch(SENTENCE);
    expect(fault).toContain('found something else than a Parquet file');
    expect(files('')).toEqual([]);
  });

  test('keys with letters of every kind are signed as they are asked for', async () => {
    const key = "2034/a(b)'c*!d+ü=ä,e&f.parquet";
    await s3.put(key.split('/').map(encodeURIComponent).join('/'), await small(100));
    const { fault, at: copy } = await fetched(at(key), { env: s3.env });
    expect(fault).toBeUndefined();
    expect(await rowsOf(copy)).toBe(100);
  });

  test('the cache stays within its bound, and the copy used longest ago goes first', async () => {
    const sizes = await Promise.all(
      [5000, 5001, 5002].map(async (rows) => {
        const given = await small(rows);
        await s3.put(`${rows}.parquet`, given);
        return given.length;
      }),
    );
    const bound = Math.max(...sizes) * 2 + 2000;
    const env = { ...s3.env, TABLES_CACHE_GB: String(bound / 1e9) };
    const age = (name: string, minutes: number) => {
      const then = new Date(Date.now() - minutes * 60_000);
      utimesSync(name, then, then);
    };
    const first = await fetched(at('5000.parquet'), { env });
    age(first.at, 3);
    const second = await fetched(at('5001.parquet'), { env });
    age(second.at, 2);
    // Used again, so the other is the oldest.
    await fetched(at('5000.parquet'), { env, asking: 'never' });
    const third = await fetched(at('5002.parquet'), { env });
    expect([first, second, third].map((one) => existsSync(one.at))).toEqual([true, false, true]);
    expect(files('.json')).toHaveLength(2);
    const sum = readdirSync(cache).reduce((all, name) => all + statSync(join(cache, name)).size, 0);
    expect(sum).toBeLessThanOrEqual(bound);
  });

  test('a table larger than the whole cache is refused before it is read', async () => {
    await s3.put('5000.parquet', await small(5000));
    const env = { ...s3.env, TABLES_CACHE_GB: '0.00001' };
    const { fault } = await fetched(at('5000.parquet'), { env });
    expect(fault).toMatch(SENTENCE);
    expect(fault).toContain('set TABLES_CACHE_GB higher');
    expect(files('')).toEqual([]);
  });

  test('what a killed run left behind is removed, and what another writes is not', async () => {
    await s3.put('state.parquet', await small(100));
    mkdirSync(cache);
    // No process has this number: it is above the largest that a system gives.
    for (const pid of [4_999_999, process.ppid])
      writeFileSync(join(cache, `x.${pid}.parquet.part`), 'half');
    await fetched(at('state.parquet'), { env: s3.env });
    expect(files('.part')).toEqual([`x.${process.ppid}.parquet.part`]);
  });

  test('a copy that is not as it was written is fetched anew', async () => {
    await s3.put('state.parquet', await small(100));
    const first = await fetched(at('state.parquet'), { env: s3.env });
    writeFileSync(first.at, 'half');
    const again = await fetched(at('state.parquet'), { env: s3.env });
    expect(await rowsOf(again.at)).toBe(100);
  });

  test('without being asked for, no request leaves; the last copy is read', async () => {
    await s3.put('state.parquet', await small(100));
    s3.requests.length = 0;
    expect(await fetched(at('state.parquet'), { env: s3.env, asking: 'never' })).toMatchObject({
      isRead: false,
      fault: undefined,
    });
    expect(s3.requests).toEqual([]);
    const first = await fetched(at('state.parquet'), { env: s3.env, asking: 'where absent' });
    expect(s3.requests).toHaveLength(1);
    for (const asking of ['never', 'where absent'] as const)
      expect(await fetched(at('state.parquet'), { env: s3.env, asking })).toEqual(first);
    expect(s3.requests).toHaveLength(1);
  });

  test('the same bucket of another store is another table', async () => {
    await s3.put('state.parquet', await small(100));
    await fetched(at('state.parquet'), { env: s3.env });
    const env = { ...s3.env, AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9' };
    expect(await fetched(at('state.parquet'), { env, asking: 'never' })).toMatchObject({
      isRead: false,
    });
  });
});

describe('from an address of the web', () => {
  let server: Server;
  let base = '';
  let given: Buffer;
  const asked: string[] = [];
  /** How many bytes of each answer are sent before the connection breaks. */
  let sends = Infinity;
  beforeAll(async () => {
    given = await small(20_000);
    server = createServer((request, response) => {
      asked.push(`${request.url ?? ''} ${request.headers.range ?? ''}`.trim());
      if (request.url === '/away') {
        response.writeHead(302, { location: 'http://example.org/c.parquet' }).end();
      } else if (request.url === '/moved') {
        response.writeHead(302, { location: '/c.parquet' }).end();
      } else if (request.url === '/round') {
        response.writeHead(302, { location: '/round' }).end();
      } else if (request.url === '/c.parquet') {
        // Neither ETag nor ranges: such servers are, too.
        response.writeHead(200, { 'content-length': given.length });
        if (sends >= given.length) response.end(given);
        else
          response.write(given.subarray(0, sends), () => setTimeout(() => response.destroy(), 20));
      } else if (request.url === '/silent') {
        response.writeHead(200).write('PAR1');
      } else response.writeHead(Number(request.url?.slice(1)) || 404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    sends = Infinity;
    asked.length = 0;
  });

  test('a table is read, also where the address leads on', async () => {
    for (const place of ['/c.parquet', '/moved'])
      expect(readFileSync((await fetched(`${base}${place}`)).at).equals(given)).toBe(true);
  });

  test('a way on to another machine without TLS, or without end, is refused', async () => {
    for (const place of ['/away', '/round']) {
      const { fault } = await fetched(`${base}${place}`);
      expect(fault).toMatch(SENTENCE);
      expect(fault).toMatch(/found (?:a redirect to http:\/\/example\.org|more than 5 redirects)/);
    }
  });

  test('a connection that breaks again and again leaves nothing, and the copy before it stays', async () => {
    const first = await fetched(`${base}/c.parquet`);
    sends = 1000;
    asked.length = 0;
    const { fault, isRead } = await fetched(`${base}/c.parquet`);
    expect(asked).toHaveLength(3);
    expect(isRead).toBe(false);
    expect(fault).toMatch(SENTENCE);
    expect(fault).toMatch(/found the connection broken after \d+ bytes/);
    expect(files('.part')).toEqual([]);
    expect(fault).toContain('the copy before it stays, and is read where the network is not asked');
    expect(await fetched(`${base}/c.parquet`, { asking: 'never' })).toEqual(first);
  });

  test('a server that falls silent is not waited for without end', async () => {
    const { fault } = await fetched(`${base}/silent`, { patience: 200 });
    expect(fault).toMatch(SENTENCE);
    expect(fault).toContain('nothing came for 0.2 seconds');
  });

  test.each([
    ['401', /found that we may not read it \(401\); make it readable without credentials/],
    ['404', /found none there/],
    ['503', /found the store out of order \(503\); ask again later/],
  ])('status %s is told in words', async (status, told) => {
    const { fault } = await fetched(`${base}/${status}`);
    expect(fault).toMatch(SENTENCE);
    expect(fault).toMatch(told);
  });

  test('the engine itself fetches nothing, no table and no extension', async () => {
    const sql = `SELECT * FROM read_parquet(${quotedText(`${base}/c.parquet`)})`;
    await expect(engine.all(sql)).rejects.toThrow(/httpfs/);
    const [settings] = await engine.all(
      `SELECT current_setting('autoinstall_known_extensions') AS installs, current_setting('autoload_known_extensions') AS loads`,
    );
    expect(settings).toEqual({ installs: false, loads: false });
    expect(asked).toEqual([]);
  });

  test('nobody listens', async () => {
    const { fault } = await fetched('http://127.0.0.1:9/c.parquet');
    expect(fault).toMatch(SENTENCE);
    expect(fault).toContain('found no connection');
  });
});

describe('from a PostgreSQL', () => {
  let postgres: PostgresServer;
  let env: Record<string, string>;
  beforeAll(async () => {
    postgres = await startPostgres();
    env = { PGHOST: '127.0.0.1', PGUSER: 'reader', PGPASSWORD: 'made-up-too' };
    const columns = COLUMNS.figures.map((name) => `${name} text`).join();
    await postgres.run(
      `CREATE ROLE reader LOGIN PASSWORD 'made-up-too'; CREATE TABLE few (${columns}); CREATE TABLE many (${columns});
       CREATE TABLE persons (${columns}, surname text); CREATE TABLE hidden (${columns}); CREATE SEQUENCE numbers;
       GRANT SELECT ON few, many, persons TO reader; GRANT ALL ON SEQUENCE numbers TO reader`,
    );
    await writeManyCells(engine, join(folder, 'few.csv'), 12_345);
    await postgres.run(`COPY few FROM ${quotedText(join(folder, 'few.csv'))} (FORMAT csv)`);
  });
  afterAll(() => postgres.close());
  const at = (query: string, port = postgres.port, host = '127.0.0.1') =>
    `postgres://${host}:${port}/figures\n${query}`;

  test(`${MANY} rows arrive as they are, and never all at once`, async () => {
    await small(MANY, 'sent.parquet');
    const csv = join(folder, 'many.csv');
    await writeManyCells(engine, csv, MANY);
    await postgres.run(`COPY many FROM ${quotedText(csv)} (FORMAT csv)`);
    const before = memoryInUse();
    let most = 0;
    const timer = setInterval(() => (most = Math.max(most, memoryInUse() - before)), 200);
    const { at: copy, fault } = await fetched(at('TABLE many'), { env });
    clearInterval(timer);
    expect(fault).toBeUndefined();
    expect(await cellsOf(copy)).toEqual(await cellsOf(join(folder, 'sent.parquet')));
    // However many they are; all at once are sixteen texts a row, some 100 MB.
    expect(most).toBeLessThan(40e6);
    expect(files('.part')).toEqual([]);
  });

  test('the order in which rows come does not matter, and the same rows are the same file', async () => {
    const one = await fetched(at('SELECT * FROM few ORDER BY value DESC -- as they came'), { env });
    const other = await fetched(at('SELECT * FROM few ORDER BY locator;'), { env });
    expect(other.at).not.toBe(one.at);
    expect(readFileSync(other.at).equals(readFileSync(one.at))).toBe(true);
    const rows = await engine.all(`SELECT value, locator FROM read_parquet(${quotedText(one.at)})`);
    expect(rows).toHaveLength(12_345);
    expect(new Set(rows.map(({ locator }) => locator))).toEqual(
      new Set(['p. "9", made up', 'two\nlines', 'Löwenmäßig є', '']),
    );
  });

  test('days, numbers and what is not there are read as texts', async () => {
    const cells = COLUMNS.figures.map((name) => {
      if (name === 'as_of') return "DATE '2030-02-03' AS as_of";
      if (name === 'value') return '1234567::bigint AS value';
      return name === 'note' ? 'NULL::text AS note' : `'x' AS ${name}`;
    });
    const { at: copy } = await fetched(at(`SELECT ${cells.join()}`), { env });
    const [row] = await engine.all(
      `SELECT as_of, value, note FROM read_parquet(${quotedText(copy)})`,
    );
    expect(row).toEqual({ as_of: '2030-02-03', value: '1234567', note: '' });
  });

  test('a table that is changed while it is read is read in one state', async () => {
    await postgres.run(`CREATE TABLE changing AS TABLE few; GRANT SELECT ON changing TO reader`);
    const gate = await slowTo(postgres.port, 200_000, () =>
      postgres.run(`UPDATE changing SET value = '7'; DELETE FROM changing WHERE locator = ''`),
    );
    const { at: copy, fault } = await fetched(at('TABLE changing', gate.port), { env });
    gate.close();
    expect(gate.isPassed()).toBe(true);
    expect(fault).toBeUndefined();
    const one = await fetched(at('TABLE few'), { env });
    expect(await cellsOf(copy)).toEqual(await cellsOf(one.at));
  });

  test('a connection broken halfway leaves no half table', async () => {
    const gate = await slowTo(postgres.port, 300_000, () => Promise.reject(new Error('broken')));
    const { fault, isRead } = await fetched(at('TABLE few', gate.port), { env });
    gate.close();
    expect(isRead).toBe(false);
    expect(fault).toMatch(SENTENCE);
    expect(fault).toMatch(/found the connection broken after [1-9]\d* rows/);
    expect(files('')).toEqual([]);
  });

  test('a server that falls silent is not waited for without end', async () => {
    const { fault } = await fetched(at(`SELECT few.* FROM few, pg_sleep(30)`), {
      env,
      patience: 1000,
    });
    expect(fault).toMatch(SENTENCE);
    expect(fault).toContain('nothing came for 1 seconds');
  });

  test.each([
    ['a wrong password', { PGPASSWORD: 'wrong' }, 'TABLE few', /found that the server refuses us/],
    ['an unknown user', { PGUSER: 'stranger' }, 'TABLE few', /found that the server refuses us/],
    ['no password', { PGPASSWORD: '' }, 'TABLE few', /found that the server refuses us/],
    ['a table of others', {}, 'TABLE hidden', /found that we may not read it .*grant SELECT/],
    ['a table that is not there', {}, 'TABLE none', /found no such table/],
    ['a query that is none', {}, 'SELEKT 1', /found a query that does not work .*correct it/],
    [
      'two statements',
      {},
      'TABLE few) AS a; DROP TABLE few; SELECT * FROM (TABLE few',
      /does not work/,
    ],
    [
      'a query that writes',
      {},
      "SELECT few.* FROM few, nextval('numbers')",
      /found a query that writes/,
    ],
    [
      'more columns',
      {},
      'TABLE persons',
      /found the columns measure,.*,surname instead of measure,/,
    ],
    ['a column less', {}, 'SELECT measure FROM few', /found the columns measure instead of/],
    ['TLS that is not offered', { PGSSLMODE: 'require' }, 'TABLE few', /found no safe connection/],
    ['a host not named', { PGHOST: 'db.example.org' }, 'TABLE few', /set PGHOST=127\.0\.0\.1/],
  ])('%s is told as what it is', async (_what, other, query, told) => {
    const { fault } = await fetched(at(query), { env: { ...env, ...other } });
    expect(fault).toMatch(SENTENCE);
    expect(fault).toMatch(told);
    expect(fault).not.toContain('made-up-too');
    expect(files('')).toEqual([]);
  });

  test('no database, and nobody who listens', async () => {
    const none = await fetched(`postgres://127.0.0.1:${postgres.port}/none\nTABLE few`, { env });
    expect(none.fault).toContain('found no database none there; correct the address');
    const nobody = await fetched(at('TABLE few', 9), { env });
    expect(nobody.fault).toMatch(SENTENCE);
    expect(nobody.fault).toContain('found no connection');
  });
});

/**
 * A way to a server of this machine on which, after so many bytes of answers, `then` runs before anything else passes; where
 * that fails, the connection breaks.
 */
async function slowTo(port: number, bytes: number, then: () => Promise<unknown>) {
  let isPassed = false;
  const server = createTcp((client) => {
    const onward = connect(port, '127.0.0.1');
    let passed = 0;
    const end = () => {
      client.destroy();
      onward.destroy();
    };
    client.pipe(onward);
    for (const socket of [client, onward]) socket.on('error', end).on('close', end);
    onward.on('data', (chunk: Buffer) => {
      client.write(chunk);
      passed += chunk.length;
      if (passed < bytes || isPassed) return;
      isPassed = true;
      onward.pause();
      then().then(() => onward.resume(), end);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    isPassed: () => isPassed,
    close: () => server.close(),
  };
}
