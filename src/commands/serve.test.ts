import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compress } from './compress.js';
import { serve } from './serve.js';

const folder = mkdtempSync(join(tmpdir(), 'caveat-serve-'));
const files = {
  'index.html': '<h1>home</h1>',
  '404.html': '<h1>not here</h1>',
  'day/index.html': `<h1>day</h1>${'<p>text</p>'.repeat(100)}`,
  'data/figures.csv': 'value\n1\n',
  'data/dcat.ttl': '<a> <b> <c> .',
  'data/dcat.jsonld': '{}',
  'data/examplia/figures.parquet': 'PAR1',
  'data/examplia/figures.xlsx': 'PK',
  'data/examplia/revisions/abcdef0123-01234567/figures.csv': 'value\n1\n',
  '_app/immutable/a.js': 'export {};',
  'embed/index.html': '<h1>embeds</h1>',
  'embed/one/index.html': '<h1>embed</h1>',
  'embed/frame.js': '0;',
};
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  await compress(folder);
  site = await serve(folder, 0);
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** As a program without manners asks: nothing is normalised, nothing followed. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (done, failed) => {
      const { port } = new URL(site.address);
      const asked = request({ host: '127.0.0.1', port, path, headers, method }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts),
          }),
        );
      });
      asked.on('error', failed).end();
    },
  );

test('what stands under its data revision is kept for good, and its newest state is asked for anew', async () => {
  const kept = await ask('/data/examplia/revisions/abcdef0123-01234567/figures.csv');
  expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await ask('/data/figures.csv')).headers['cache-control']).toBe('no-cache');
});

test.each([
  ['/data/figures.csv', 'text/csv; charset=utf-8'],
  ['/data/dcat.ttl', 'text/turtle; charset=utf-8'],
  ['/data/dcat.jsonld', 'application/ld+json; charset=utf-8'],
  ['/data/examplia/figures.parquet', 'application/vnd.apache.parquet'],
  [
    '/data/examplia/figures.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
])('%s says what it is', async (path, type) => {
  expect((await ask(path)).headers['content-type']).toBe(type);
});

test('a page is revalidated, a file named by its contents never is', async () => {
  expect((await ask('/')).headers['cache-control']).toBe('no-cache');
  const immutable = (await ask('/_app/immutable/a.js')).headers['cache-control'];
  expect(immutable).toBe('public, max-age=31536000, immutable');
  const { headers } = await ask('/day/');
  const again = await ask('/day/', { 'if-none-match': String(headers['etag']) });
  expect(again.status).toBe(304);
});

test.each(['bytes=5-2', 'bytes=-5', 'bytes=abc', 'bytes=0-1,3-4'])(
  'a range that makes no sense does not end the server: %s',
  async (range) => {
    const whole = await ask('/data/figures.csv');
    const { status, body } = await ask('/data/figures.csv', { range });
    expect([status, body.length]).toEqual([200, whole.body.length]);
  },
);

test.each(['/day/index.html', '/%64ay/', '/day/.', '/./day/', '/day%2F'])(
  'an address has one form: %s is none',
  async (path) => {
    expect((await ask(path)).status).toBe(404);
  },
);

test.each(['/', '/day/', '/nowhere/', '/data/figures.csv', '/embed/', '/embed/nowhere/'])(
  '%s carries the headers of a careful house',
  async (path) => {
    const { headers } = await ask(path);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
    });
  },
);

test.each(['/embed/one/', '/embed/frame.js'])(
  '%s may be framed and fetched by anyone, and is careful otherwise',
  async (path) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-security-policy': 'frame-ancestors *',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('geolocation=()'),
    });
  },
);

test('brotli before gzip before plain, as the browser can', async () => {
  const encoding = async (accepted: string) =>
    (await ask('/day/', { 'accept-encoding': accepted })).headers['content-encoding'];
  expect(await encoding('gzip, deflate, br')).toBe('br');
  expect(await encoding('gzip')).toBe('gzip');
  expect(await encoding('')).toBeUndefined();
  expect((await ask('/day/')).headers['vary']).toContain('Accept-Encoding');
});

test('a folder is found under its address with a slash, query kept', async () => {
  const { status, headers } = await ask('/day?as=known');
  expect([status, headers['location']]).toEqual([308, '/day/?as=known']);
});

test('no redirect leads to another host', async () => {
  expect((await ask('//day')).headers['location']).toBe('/day/');
  expect((await ask('/\\day')).headers['location']).toBe('/day/');
});

test.each([
  '/nowhere/',
  '/day/index',
  '/data/figures.csv/',
  '/data/',
  '/%E0%A4%A',
  '/%00',
  '/day/index.html/',
])('%s is not there, and the page that says so has that status', async (path) => {
  const { status, body } = await ask(path);
  expect([status, body.toString()]).toEqual([404, '<h1>not here</h1>']);
});

test.each(['/../package.json', '/..%2fpackage.json', '/day/%2e%2e/%2e%2e/etc/passwd', '/..\\x'])(
  '%s does not leave the folder',
  async (path) => expect((await ask(path)).status).toBe(404),
);

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
  const { status, headers } = await ask('/', {}, method);
  expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
});

test('HEAD is GET without the body', async () => {
  const { status, body } = await ask('/day/', {}, 'HEAD');
  expect([status, body.length]).toEqual([200, 0]);
});

test('a table is sent as one, with its characters named', async () => {
  expect((await ask('/data/figures.csv')).headers['content-type']).toBe('text/csv; charset=utf-8');
});

test('a taken port is said in one sentence', async () => {
  const port = Number(new URL(site.address).port);
  await expect(serve(folder, port)).rejects.toThrow(
    `Port ${port} is taken: stop what uses it, or choose another with PORT.`,
  );
});

test('a folder without a site is said in one sentence', async () => {
  await expect(serve(join(folder, 'day/none'), 0)).rejects.toThrow(/There is no built site in/);
});
