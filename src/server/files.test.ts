import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { until } from '../../tests/support/ask.ts';
import { useMadeSite } from '../../tests/support/made-site.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Larger than all that lies between a file and a reader who does not read. */
const LARGE = 20_000_000;
const folder = mkdtempSync(join(tmpdir(), 'caveat-files-'));
const [small, large, empty, missing] = ['small', 'large', 'empty', 'missing'].map((name) =>
  join(folder, `${name}.parquet`),
) as [string, string, string, string];
const type = 'application/vnd.apache.parquet';
const site = useMadeSite({
  '/': '<h1>home</h1>',
  '/data/small.parquet': { type, file: small },
  '/data/large.parquet': { type, file: large },
  '/data/empty.parquet': { type, file: empty },
  '/data/missing.parquet': { type, file: missing },
});
const { ask } = site;

beforeEach(() => {
  writeFileSync(small, '0123456789');
  writeFileSync(large, '');
  truncateSync(large, LARGE);
  writeFileSync(empty, '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** How many descriptors of files below the folder this process has open. */
const openFiles = () =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
    } catch {
      return false;
    }
  }).length;

/** The beginning of an answer of which nothing is read yet. */
const begin = (path: string) =>
  new Promise<IncomingMessage>((done, failed) => {
    get({ host: '127.0.0.1', port: site.port(), path, agent: false }, done).on('error', failed);
  });

/** All that comes of an answer; rejected when it is broken off. */
async function rest(answer: IncomingMessage): Promise<number> {
  let bytes = 0;
  for await (const part of answer) bytes += (part as Buffer).length;
  return bytes;
}

test('a file is sent whole, with its length, and not compressed', async () => {
  const { status, headers, body } = await ask('/data/small.parquet', { 'accept-encoding': 'br' });
  expect([status, body.toString()]).toEqual([200, '0123456789']);
  expect(headers).toMatchObject({
    'content-type': type,
    'content-length': '10',
    'accept-ranges': 'bytes',
    'access-control-allow-origin': '*',
    'cache-control': 'no-cache',
  });
  expect(headers['x-file']).toBeUndefined();
  expect((await ask('/data/empty.parquet')).headers['content-length']).toBe('0');
  expect((await ask('/data/large.parquet')).body.length).toBe(LARGE);
  await until(() => openFiles() === 0);
});

test('parts, marks and HEAD are as for any other answer, and leave no descriptor', async () => {
  const path = '/data/small.parquet';
  const head = await ask(path, {}, 'HEAD');
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '10', 0]);
  const mark = String(head.headers['etag']);
  expect((await ask(path, { 'if-none-match': `"a", ${mark}` })).status).toBe(304);
  const part = await ask(path, { range: 'bytes=-3', 'if-range': mark });
  expect([part.status, part.body.toString(), part.headers['content-range']]).toEqual([
    206,
    '789',
    'bytes 7-9/10',
  ]);
  expect((await ask(path, { range: 'bytes=10-' })).status).toBe(416);
  expect((await ask('/data/empty.parquet', { range: 'bytes=-1' })).status).toBe(416);
  await until(() => openFiles() === 0);
});

test('another file under the same name has another mark', async () => {
  const mark = String((await ask('/data/small.parquet')).headers['etag']);
  writeFileSync(`${small}.new`, '9876543210');
  renameSync(`${small}.new`, small);
  const { status, body } = await ask('/data/small.parquet', { 'if-none-match': mark });
  expect([status, body.toString()]).toEqual([200, '9876543210']);
});

test('in process it is read whole', async () => {
  const { status, headers, body } = await site.app.fetch('/data/small.parquet');
  expect([status, body.toString(), headers['content-type']]).toEqual([200, '0123456789', type]);
});

describe('a file that is not as it was', () => {
  test('vanished: 500 for that request alone', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await ask('/data/missing.parquet')).status).toBe(500);
    expect(error).toHaveBeenCalledOnce();
    writeFileSync(missing, 'now');
    expect((await ask('/data/missing.parquet')).body.toString()).toBe('now');
    rmSync(missing);
    error.mockRestore();
  });

  test('shorter while it is sent: broken off, so that no reader takes a part for the whole', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const answer = await begin('/data/large.parquet');
    expect(answer.headers['content-length']).toBe(String(LARGE));
    truncateSync(large, 1000);
    await expect(rest(answer)).rejects.toThrow('aborted');
    await until(() => openFiles() === 0);
    expect(String(error.mock.calls[0]?.[0])).toContain('became shorter while it was sent');
    error.mockRestore();
    expect((await ask('/')).status).toBe(200);
  });

  test('longer while it is sent: as it was', async () => {
    const answer = await begin('/data/large.parquet');
    appendFileSync(large, 'y'.repeat(1000));
    expect(await rest(answer)).toBe(LARGE);
    expect((await ask('/data/large.parquet', {}, 'HEAD')).headers['content-length']).toBe(
      String(LARGE + 1000),
    );
  });

  test('replaced or removed while it is sent: as it was', async () => {
    const answer = await begin('/data/large.parquet');
    writeFileSync(`${large}.new`, 'short');
    renameSync(`${large}.new`, large);
    rmSync(large);
    expect(await rest(answer)).toBe(LARGE);
    await until(() => openFiles() === 0);
  });

  test('a folder, or one that may not be read: 500', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    rmSync(small);
    expect(statSync(folder).isDirectory()).toBe(true);
    const asked = await ask('/data/small.parquet');
    expect([asked.status, openFiles()]).toEqual([500, 0]);
    error.mockRestore();
  });
});

test('five hundred readers who leave early leave no descriptor', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  for (let i = 0; i < 10; i += 1)
    await Promise.all(
      Array.from({ length: 50 }, async (_, j) => {
        const answer = await begin(j % 5 ? '/data/large.parquet' : '/');
        answer.on('error', () => undefined);
        answer.destroy();
      }),
    );
  await until(() => openFiles() === 0 && site.connections() === 0);
  expect((await ask('/data/small.parquet')).status).toBe(200);
  // A reader who leaves is no error of the server.
  expect(error).not.toHaveBeenCalled();
  error.mockRestore();
});
