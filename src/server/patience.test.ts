import { get, type IncomingMessage } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { asker, sent, until } from '../../tests/support/ask.ts';
import { madeApp, useMadeSite } from '../../tests/support/made-site.ts';
import { listen } from './listen.js';

vi.setConfig({ testTimeout: 60_000 });

/** Milliseconds; those of the real server are some twenty times as long. */
const limits = { headers: 1000, request: 1200, idle: 200, stalled: 1500, check: 20, grace: 200 };
const page = `<h1>day</h1>${'<p>text</p>'.repeat(100)}`;

describe('clients that do not go on', () => {
  const site = useMadeSite(
    {
      '/day/': page,
      '/large': { type: 'application/zip', body: Buffer.alloc(10_000_000) },
    },
    { limits },
  );

  test.concurrent.each([
    ['says nothing', ''],
    ['stops within the first line', 'GET /day/ HT'],
    ['stops within the headers', 'GET /day/ HTTP/1.1\r\nHost: x\r\nX-A: '],
    [
      'never sends what it announced',
      'POST /day/ HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n',
    ],
    ['asks once and stays', 'GET /day/ HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['asks and never reads', 'GET /large HTTP/1.1\r\nHost: x\r\n\r\n'],
  ])('one that %s is let go', async (what, text) => {
    const { socket, closed } = await sent(site.port(), text);
    if (what.includes('never reads')) {
      socket.pause();
      // Its own side learns of the end only by reading, so the server's side is asked.
      await until(() => site.connections() === 0);
      socket.destroy();
    }
    const back = await closed;
    if (what.includes('stays')) expect(back).toContain('HTTP/1.1 200');
    if (what.includes('within')) expect(back).toMatch(/^HTTP\/1\.1 408/);
    await until(() => site.connections() === 0);
    expect((await site.ask('/day/')).status).toBe(200);
  });

  test('hundreds at once, half-open and slow: the others are answered meanwhile', async () => {
    const slow = await Promise.all(
      Array.from({ length: 200 }, (_, i) => sent(site.port(), i % 2 ? 'GET /day/ HT' : '')),
    );
    const answers = await Promise.all(Array.from({ length: 50 }, () => site.ask('/day/')));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await Promise.all(slow.map(({ closed }) => closed));
    await until(() => site.connections() === 0);
    expect(slow.every(({ socket }) => socket.destroyed)).toBe(true);
  });
});

describe('a reader who leaves while the page is made', () => {
  test('is no error, and the next reader has it', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let go = (): void => undefined;
    const waits = new Promise<void>((done) => (go = done));
    const { app, renders } = madeApp({ '/slow/': () => waits.then(() => page) });
    const server = await listen(Promise.resolve(app), { port: 0, host: '127.0.0.1' });
    const gone = await sent(server.port, 'GET /slow/ HTTP/1.1\r\nHost: x\r\n\r\n');
    await until(() => renders.length === 1);
    gone.socket.destroy();
    await gone.closed;
    await until(() => server.connections() === 0);
    go();
    expect((await asker(() => server.port)('/slow/')).body.toString()).toBe(page);
    expect(renders).toEqual(['/slow/']);
    expect(error).not.toHaveBeenCalled();
    error.mockRestore();
    await server.close();
  });
});

describe('the end of the server', () => {
  const begin = async () => {
    let go = (): void => undefined;
    const waits = new Promise<void>((done) => (go = done));
    const { app, renders } = madeApp({ '/slow/': () => waits.then(() => page), '/day/': page });
    const at = { port: 0, host: '127.0.0.1' };
    const server = await listen(Promise.resolve(app), at, { ...limits, idle: 60_000 });
    return { server, ask: asker(() => server.port), go, renders };
  };

  test('lets a request end, takes no other, and waits for no idle connection', async () => {
    const { server, ask, go, renders } = await begin();
    const idle = await sent(server.port, 'GET /day/ HTTP/1.1\r\nHost: x\r\n\r\n');
    const asked = ask('/slow/');
    await until(() => renders.includes('/slow/'));
    const closed = server.close();
    await expect(ask('/day/')).rejects.toThrow('ECONNREFUSED');
    go();
    expect((await asked).body.toString()).toBe(page);
    await closed;
    expect(await idle.closed).toContain('200 OK');
  });

  test('lets an answer that is on its way arrive whole', async () => {
    const size = 20_000_000;
    const { app } = madeApp({ '/large': { type: 'application/zip', body: Buffer.alloc(size) } });
    const server = await listen(Promise.resolve(app), { port: 0, host: '127.0.0.1' });
    const answer = await new Promise<IncomingMessage>((done) =>
      get({ host: '127.0.0.1', port: server.port, path: '/large', agent: false }, done),
    );
    const closed = server.close();
    await new Promise((done) => setTimeout(done, 100));
    let bytes = 0;
    for await (const part of answer) bytes += (part as Buffer).length;
    expect(bytes).toBe(size);
    await closed;
  });

  test('breaks off a request that does not end within the time for it', async () => {
    const { server, ask, renders } = await begin();
    const asked = ask('/slow/');
    const broken = expect(asked).rejects.toThrow('socket hang up');
    await until(() => renders.includes('/slow/'));
    await server.close();
    await broken;
  });
});

test('what is asked before the site is read waits for it', async () => {
  let ready = (): void => undefined;
  const app = new Promise<void>((done) => (ready = done)).then(
    () => madeApp({ '/day/': page }).app,
  );
  const server = await listen(app, { port: 0, host: '127.0.0.1' });
  const asked = asker(() => server.port)('/day/');
  await until(() => server.connections() === 1);
  ready();
  expect((await asked).status).toBe(200);
  await server.close();
});
