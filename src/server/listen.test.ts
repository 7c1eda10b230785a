import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { asker, sent } from '../../tests/support/ask.ts';
import { madeApp, useMadeSite } from '../../tests/support/made-site.ts';
import { headersOf } from '../lib/server/headers.js';
import { appOf } from './app.js';
import { listen, targetOf } from './listen.js';

const page = `<h1>day</h1>${'<p>text</p>'.repeat(100)}`;
const table = 'value\n1\n';
const forGood = 'public, max-age=31536000, immutable';
const site = useMadeSite({
  '/': '<h1>home</h1>',
  '/day/': page,
  '/data/figures.csv': { type: 'text/csv; charset=utf-8', body: table },
  '/data/long.csv': { type: 'text/csv; charset=utf-8', body: table.repeat(1000) },
  '/data/examplia/figures.parquet': {
    type: 'application/vnd.apache.parquet',
    body: Buffer.from('0123456789'),
  },
  '/data/examplia/revisions/abcdef0123-01234567.zip': { type: 'application/zip', body: 'PK' },
  '/data/examplia/revisions/failed.zip': { status: 500, body: 'failed' },
  '/styles/0123456789ab.css': { type: 'text/css; charset=utf-8', body: 'p { margin: 0 }' },
  '/embed/': '<h1>embeds</h1>',
  '/embed/one/': '<h1>embed</h1>',
  '/gone/': { status: 308, location: '/day/' },
  '/gone-twice/': { status: 308, location: '/gone/' },
  '/gone-in-vain/': { status: 308, location: '/nowhere/' },
  '/asked/': { status: 308, location: '/day/?own=1' },
});
const { ask } = site;
const parquet = '/data/examplia/figures.parquet';

describe('what an answer says of itself', () => {
  test.each([
    ['/', 'no-cache'],
    ['/data/figures.csv', 'no-cache'],
    ['/nowhere/', 'no-cache'],
    ['/data/examplia/revisions/abcdef0123-01234567.zip', forGood],
    ['/_app/immutable/a.js', forGood],
    ['/styles/0123456789ab.css', forGood],
    ['/styles/', 'no-cache'],
    ['/data/examplia/revisions/failed.zip', 'no-cache'],
  ])('%s may be kept: %s', async (path, lifetime) => {
    expect((await ask(path)).headers['cache-control']).toBe(lifetime);
  });

  test.each([
    ['/day/', 'text/html; charset=utf-8'],
    ['/data/figures.csv', 'text/csv; charset=utf-8'],
    [parquet, 'application/vnd.apache.parquet'],
    ['/_app/immutable/a.js', 'text/javascript; charset=utf-8'],
    ['/nowhere.csv', 'text/html; charset=utf-8'],
  ])('%s is %s', async (path, type) => {
    expect((await ask(path)).headers['content-type']).toBe(type);
  });

  test('a page carries its length, and so does what is sent whole of it', async () => {
    const { headers, body } = await ask('/day/', { 'accept-encoding': 'br' });
    expect(headers['content-length']).toBe(String(body.length));
    expect(headers['transfer-encoding']).toBeUndefined();
  });

  test.each(['/', '/day/', '/nowhere/', '/embed/', '/embed/nowhere/', '/day', '/data/figures.csv'])(
    '%s may not be framed by others',
    async (path) => {
      expect((await ask(path)).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': "frame-ancestors 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('geolocation=()') as unknown,
      });
    },
  );

  test('an embed may be framed by anyone, also after many addresses were not there', async () => {
    await ask('/embed/nowhere/');
    expect((await ask('/embed/one/')).headers).toMatchObject({
      'content-security-policy': 'frame-ancestors *',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
  });

  test('programs of other sites may read the data files, and no page', async () => {
    expect((await ask('/data/figures.csv')).headers['access-control-allow-origin']).toBe('*');
    expect((await ask('/day/')).headers['access-control-allow-origin']).toBeUndefined();
    expect((await ask('/day/')).headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('what a reader has already', () => {
  test.each([
    ['the mark', (mark: string) => mark, 304],
    ['the mark as strong', (mark: string) => mark.replace('W/', ''), 304],
    ['it among others', (mark: string) => `"a", W/"b",${mark} , "c"`, 304],
    ['anything', () => '*', 304],
    ['another', () => '"a"', 200],
    ['others', () => '"a", "b"', 200],
  ])('%s', async (_what, said, status) => {
    const mark = String((await ask('/day/')).headers['etag']);
    const again = await ask('/day/', { 'if-none-match': said(mark) });
    expect([again.status, again.headers['etag']]).toEqual([status, mark]);
    expect(again.body.length).toBe(status === 304 ? 0 : page.length);
    expect(again.headers['vary']).toBe('accept-encoding');
    expect(again.headers['cache-control']).toBe('no-cache');
  });

  test('the mark is of the contents: the same in each encoding, another for another page', async () => {
    const marks = await Promise.all(
      ['br', 'gzip', ''].map(
        async (encoding) => (await ask('/day/', { 'accept-encoding': encoding })).headers['etag'],
      ),
    );
    expect(new Set(marks).size).toBe(1);
    expect((await ask('/')).headers['etag']).not.toBe(marks[0]);
  });

  test('a page that is not there has no mark, and is sent whatever a reader has', async () => {
    const { status, headers } = await ask('/nowhere/', { 'if-none-match': '*' });
    expect([status, headers['etag']]).toEqual([404, undefined]);
  });
});

describe('compression', () => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br', 'br'],
    ['BR', 'br'],
    ['GZIP', 'gzip'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0', undefined],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['br;q=0, *', 'gzip'],
    ['identity', undefined],
    ['identity;q=1, br;q=0.5', undefined],
    ['broken', undefined],
    ['brotli, xgzip', undefined],
    ['', undefined],
    [',;=q', undefined],
  ])('"%s" is sent as %s', async (accepted, encoding) => {
    const { headers, body } = await ask('/day/', { 'accept-encoding': accepted });
    expect([headers['content-encoding'], headers['vary']]).toEqual([encoding, 'accept-encoding']);
    const text =
      encoding === 'br' ? brotliDecompressSync(body) : encoding ? gunzipSync(body) : body;
    expect(text.toString()).toBe(page);
  });

  test('what does not become smaller is sent as it is', async () => {
    const { headers } = await ask(parquet, { 'accept-encoding': 'br' });
    expect([headers['content-encoding'], headers['vary']]).toEqual([undefined, undefined]);
  });
});

describe('a part of a file', () => {
  test.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=7-99', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
    ['BYTES=9-9', '9', 'bytes 9-9/10'],
  ])('%s', async (range, part, where) => {
    const { status, headers, body } = await ask(parquet, { range });
    expect([status, body.toString(), headers['content-range']]).toEqual([206, part, where]);
    expect([headers['accept-ranges'], headers['content-length']]).toEqual([
      'bytes',
      String(part.length),
    ]);
  });

  test.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('%s lies outside', async (range) => {
    const { status, headers, body } = await ask(parquet, { range });
    expect([status, headers['content-range'], body.length]).toEqual([416, 'bytes */10', 0]);
  });

  test.each([
    'bytes=5-2',
    'bytes=abc',
    'bytes=0x1-2',
    'bytes=-',
    'bytes=0-1,3-4',
    'items=0-1',
    'x',
  ])('%s is senseless or several parts, and answered with the whole', async (range) => {
    const { status, body } = await ask(parquet, { range });
    expect([status, body.length]).toEqual([200, 10]);
  });

  test('a part is sent only of what the reader has the rest of', async () => {
    const mark = String((await ask(parquet)).headers['etag']);
    expect(mark).not.toMatch(/^W/);
    const range = 'bytes=0-3';
    expect((await ask(parquet, { range, 'if-range': mark })).status).toBe(206);
    expect((await ask(parquet, { range, 'if-range': '"another"' })).status).toBe(200);
    expect(
      (await ask(parquet, { range, 'if-range': 'Mon, 01 Jan 2035 00:00:00 GMT' })).status,
    ).toBe(200);
    const weak = String((await ask('/data/long.csv')).headers['etag']);
    expect((await ask('/data/long.csv', { range, 'if-range': weak })).status).toBe(200);
  });

  test('of a text it is a part of the text, whatever encodings the reader knows', async () => {
    await ask('/data/long.csv', { 'accept-encoding': 'br' });
    const headers = { range: 'bytes=6-8', 'accept-encoding': 'br' };
    const part = await ask('/data/long.csv', headers);
    expect([part.status, part.body.toString()]).toEqual([206, '1\nv']);
    expect(part.headers['content-encoding']).toBeUndefined();
  });

  test('what the reader has already comes before parts; HEAD knows no parts', async () => {
    const mark = String((await ask(parquet)).headers['etag']);
    const range = 'bytes=0-3';
    expect((await ask(parquet, { range, 'if-none-match': mark })).status).toBe(304);
    const { status, headers } = await ask(parquet, { range }, 'HEAD');
    expect([status, headers['content-length']]).toEqual([200, '10']);
  });
});

describe('an address has one form', () => {
  test.each([
    ['/day', '/day/'],
    ['/day?as=known', '/day/?as=known'],
    ['//day', '/day/'],
    ['/\\day', '/day/'],
    ['/\\/example.org/..//day', null],
    ['/gone/', '/day/'],
    ['/gone/?a=b', '/day/?a=b'],
    ['/gone-twice/', '/gone/'],
    ['/asked/?a=b', '/day/?own=1'],
    ['/gone-in-vain/', null],
    ['/nowhere', null],
  ])('%s leads to %s', async (path, location) => {
    const { status, headers } = await ask(path);
    expect([status, headers['location'] ?? null]).toEqual([location ? 308 : 404, location]);
  });

  test('two who ask at the same time keep their own question', async () => {
    const both = await Promise.all([ask('/day?a=1'), ask('/day?b=2')]);
    expect(both.map(({ headers }) => headers['location'])).toEqual(['/day/?a=1', '/day/?b=2']);
  });

  test.each([
    '/%64ay/',
    '/day/.',
    '/./day/',
    '/day/../day/',
    '/day%2F',
    '/day/#one',
    '/day\\',
    '/day/index.html',
    '/day/__data.json',
    '/day//',
    '/_app/env.js',
    '/%E0%A4%A',
    '/%00',
    '/../package.json',
    '/..%2fpackage.json',
    '/day/%2e%2e/%2e%2e/etc/passwd',
    '/..\\x',
    '/data/figures.csv/',
  ])('%s is none, and the page that says so has that status', async (path) => {
    const { status, body } = await ask(path);
    expect([status, body.toString()]).toEqual([404, '<h1>not here</h1>']);
  });

  test('what follows the question mark makes no other page', async () => {
    const { status, body } = await ask('/day/?x=%2e%2e#y');
    expect([status, body.toString()]).toEqual([200, page]);
  });

  test('an address as a proxy sends it, with host, is the same', async () => {
    for (const host of ['http://example.org', 'HTTPS://example.org:8443'])
      expect((await ask(`${host}/day/`)).body.toString()).toBe(page);
    expect((await ask('http://example.org')).body.toString()).toBe('<h1>home</h1>');
    expect((await ask('http://example.org/day')).headers['location']).toBe('/day/');
    expect(targetOf('ftp://example.org/day/')).toBeNull();
  });

  test('the page that says that nothing is there is made once, whatever was asked first', async () => {
    site.renders.length = 0;
    const answers = await Promise.all(
      ['/x/', '/embed/x/', '/data/x.csv', '/x/', '/%00'].map((path) => ask(path)),
    );
    expect(new Set(answers.map(({ body }) => body.toString()))).toEqual(
      new Set(['<h1>not here</h1>']),
    );
    await ask('/x/');
    expect(site.renders.toSorted()).toEqual(['/data/x.csv', '/embed/x/', '/x/']);
  });
});

describe('methods', () => {
  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])(
    '%s is refused',
    async (method) => {
      const { status, headers } = await ask('/', {}, method);
      expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );

  test.each(['/day/', '/nowhere/', '/data/figures.csv', '/day', parquet])(
    'HEAD of %s is GET without the body',
    async (path) => {
      const accept = { 'accept-encoding': 'br' };
      const head = await ask(path, accept, 'HEAD');
      const got = await ask(path, accept);
      expect(head.body.length).toBe(0);
      expect([head.status, { ...head.headers, date: '' }]).toEqual([
        got.status,
        { ...got.headers, date: '' },
      ]);
    },
  );

  test('what is no request of HTTP is answered, and ends that connection alone', async () => {
    const { closed } = await sent(site.port(), 'what?\r\n\r\n');
    expect(await closed).toMatch(/^HTTP\/1\.1 400 /);
    expect((await ask('/')).status).toBe(200);
  });
});

describe('an error', () => {
  test('of one request is answered with 500, is not kept, and the next one is answered', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let isBroken = true;
    const { app } = madeApp({
      '/broken/': () => (isBroken ? Promise.reject(new Error('made up')) : Promise.resolve(page)),
      '/failed/': () => Promise.resolve(isBroken ? { status: 500, body: 'failed' } : page),
    });
    const server = await listen(Promise.resolve(app), { port: 0, host: '127.0.0.1' });
    const askIt = asker(() => server.port);
    try {
      const broken = await askIt('/broken/');
      expect([broken.status, broken.headers['x-content-type-options']]).toEqual([500, 'nosniff']);
      expect(broken.body.toString()).not.toContain('made up');
      expect(error).toHaveBeenCalledOnce();
      expect((await askIt('/failed/')).body.toString()).toBe('failed');
      isBroken = false;
      expect((await askIt('/broken/')).body.toString()).toBe(page);
      expect((await askIt('/failed/')).body.toString()).toBe(page);
    } finally {
      error.mockRestore();
      await server.close();
    }
  });
});

describe('an error that no page can be rendered for', () => {
  const failed = {
    status: 500,
    headers: { ...headersOf('/500/'), 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from('<h1>made-up error page</h1>'),
  };
  const app = appOf({
    base: '',
    files: new Map(),
    failed,
    render: (path) =>
      path === '/404/'
        ? Promise.resolve({ ...failed, status: 404, body: Buffer.from('<h1>not here</h1>') })
        : Promise.reject(new Error('made up')),
  });

  test('is answered with the page made before, with the headers of any page', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const server = await listen(Promise.resolve(app), { port: 0, host: '127.0.0.1' });
    const askIt = asker(() => server.port);
    try {
      const { status, headers, body } = await askIt('/broken/');
      expect([status, body.toString()]).toEqual([500, '<h1>made-up error page</h1>']);
      expect(headers).toMatchObject({
        ...headersOf('/500/'),
        'content-type': 'text/html; charset=utf-8',
        'content-length': String(failed.body.length),
      });
      const head = await askIt('/broken/', {}, 'HEAD');
      expect([head.status, head.body.length]).toEqual([500, 0]);
      // Its own address is answered with 404.
      expect((await askIt('/500/')).status).toBe(404);
    } finally {
      error.mockRestore();
      await server.close();
    }
  });
});

describe('what is sent at once', () => {
  test.each(['br', 'gzip', ''])(
    'in "%s" has the headers and body that it had before',
    async (encoding) => {
      const accept = { 'accept-encoding': encoding };
      const asked = [];
      for (let n = 0; n < 4; n += 1) asked.push(await ask('/data/long.csv', accept));
      const [first, ...later] = asked;
      for (const { status, headers, body } of later) {
        expect([status, { ...headers, date: '', 'content-length': '' }]).toEqual([
          first?.status,
          { ...first?.headers, date: '', 'content-length': '' },
        ]);
        expect(headers['content-length']).toBe(String(body.length));
      }
    },
  );
});

describe('below a path of a host', () => {
  const below = useMadeSite({ '/': '<h1>home</h1>', '/day/': page }, { base: '/caveat' });

  test.each([
    ['/caveat/', 200, undefined],
    ['/caveat', 308, '/caveat/'],
    ['/caveat?a=b', 308, '/caveat/?a=b'],
    ['/caveat/day', 308, '/caveat/day/'],
    ['/caveat/day/', 200, undefined],
    ['/caveat/_app/immutable/a.js', 200, undefined],
    ['/', 404, undefined],
    ['/day/', 404, undefined],
    ['/caveatday/', 404, undefined],
    ['/caveat/../day/', 404, undefined],
  ])('%s: %i', async (path, status, location) => {
    const { status: got, headers } = await below.ask(path);
    expect([got, headers['location']]).toEqual([status, location]);
  });
});

describe('where it listens', () => {
  const app = Promise.resolve(madeApp({ '/': '<h1>home</h1>' }).app);

  test('a taken port is said in one sentence', async () => {
    const port = site.port();
    await expect(listen(app, { port, host: '127.0.0.1' })).rejects.toThrow(
      `Port ${port} is taken: stop what uses it, or choose another with PORT.`,
    );
  });

  test.each(['192.0.2.1', '2001:db8::1'])('%s is not this machine', async (host) => {
    await expect(listen(app, { port: 0, host })).rejects.toThrow(
      `HOST must be an address of this machine; it is "${host}".`,
    );
  });

  test('on IPv6, with an address that can be opened', async (context) => {
    const server = await listen(app, { port: 0, host: '::1' }).catch(() => null);
    // Some machines have no IPv6.
    if (server === null) return context.skip();
    expect(server.address).toBe(`http://[::1]:${server.port}/`);
    expect((await asker(() => server.port, '::1')('/')).body.toString()).toBe('<h1>home</h1>');
    await server.close();
  });
});
