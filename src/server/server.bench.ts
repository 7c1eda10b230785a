import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, get } from 'node:http';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, bench, describe } from 'vitest';
import { root } from '../commands/run.js';

/*
 * What a server costs, over the project's own seeds, in a process of its own. Each run of a benchmark is so many requests as
 * its name says: times its hertz, that is requests a second. Client and server share the machine.
 */

const agent = new Agent({ keepAlive: true, maxSockets: 50 });
let server: ChildProcess | undefined;
let port = 0;
/** Addresses that nobody has asked for; each is taken once. */
const fresh: string[] = [];
/** The newest summary, where there is one situation. */
const summary = '/';

const ask = (path: string, encoding = 'br') =>
  new Promise<string>((done, failed) => {
    const headers = { 'accept-encoding': encoding };
    get({ port, host: '127.0.0.1', path, agent, headers }, (answer) => {
      let text = '';
      if (encoding === 'identity') answer.on('data', (part: Buffer) => (text += part.toString()));
      answer
        .resume()
        .once('error', failed)
        .once('end', () =>
          answer.statusCode === 200
            ? done(text)
            : failed(new Error(`${path} is answered with ${answer.statusCode}.`)),
        );
    }).once('error', failed);
  });

/** The addresses below a list that its page leads to. */
async function linksIn(list: string): Promise<string[]> {
  const page = await ask(list, 'identity');
  const paths = [...page.matchAll(/ href="([^"#?]+)/g)].map(
    ([, href = '']) => new URL(href, `http://localhost${list}`).pathname,
  );
  return [...new Set(paths)].filter((path) => path.startsWith(list) && path !== list);
}

async function freePort(): Promise<number> {
  const free = createServer();
  await new Promise<void>((done) => free.listen(0, '127.0.0.1', done));
  const { port: own } = free.address() as AddressInfo;
  await new Promise((done) => free.close(done));
  return own;
}

beforeAll(async () => {
  port = await freePort();
  server = spawn(process.execPath, [join(root, 'src/commands/start.js')], {
    cwd: root,
    env: { ...process.env, PORT: String(port), INSTALLED: 'yes' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      await ask(summary);
      break;
    } catch {
      await new Promise((done) => setTimeout(done, 200));
    }
  }
  const [, situation] = / href="\.\/([\w-]+)\/on\//.exec(await ask(summary, 'identity')) ?? [];
  const lists = ['on', 'sources', 'series'].map((name) => linksIn(`/${situation}/${name}/`));
  const pages = (await Promise.all(lists)).map((paths) =>
    paths.filter((path) => path.endsWith('/')),
  );
  // Of the three kinds in turn.
  for (let n = 0; n < 1000; n += 1) fresh.push(...pages.flatMap((paths) => paths[n] ?? []));
  fresh.reverse();
  // From the third request on it is at its best.
  for (let n = 0; n < 3; n += 1) await ask(summary);
}, 120_000);

afterAll(async () => {
  agent.destroy();
  if (server === undefined || server.exitCode !== null) return;
  const ended = new Promise((done) => server?.once('exit', done));
  server?.kill();
  await ended;
});

describe('a server', () => {
  bench('1,000 requests of the newest summary, 50 at once', async () => {
    let left = 1000;
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        while (left-- > 0) await ask(summary);
      }),
    );
  });

  bench(
    '40 pages that nobody asked for before, 8 at once',
    async () => {
      const pages = fresh.splice(-40);
      if (pages.length < 40) throw new Error('No page is left that nobody asked for.');
      await Promise.all(
        Array.from({ length: 8 }, async () => {
          for (let path = pages.pop(); path !== undefined; path = pages.pop()) await ask(path);
        }),
      );
    },
    { time: 0, iterations: 10, warmupTime: 0, warmupIterations: 1 },
  );
});

describe('the newest summary for one reader', () => {
  const askSummary = async () => {
    await ask(summary);
  };
  let slow: Socket[] = [];
  const brief = { time: 2000, warmupTime: 0, warmupIterations: 10 };

  bench('with nobody else', askSummary, brief);

  bench('beside 200 who send half a request and wait', askSummary, {
    ...brief,
    async setup() {
      if (slow.length > 0) return;
      slow = Array.from({ length: 200 }, () => connect(port, '127.0.0.1'));
      await Promise.all(
        slow.map(
          (socket) =>
            new Promise<void>((done) => {
              socket.on('error', () => undefined);
              socket.once('connect', () => {
                socket.write(`GET ${summary} HTTP/1.1\r\nhost: localhost\r\n`);
                done();
              });
            }),
        ),
      );
    },
    teardown(_task, mode) {
      if (mode !== 'run') return;
      for (const socket of slow) socket.destroy();
      slow = [];
    },
  });
});
