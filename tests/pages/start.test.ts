import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { builtServer } from '../../src/server/build.js';
import { asker, until } from '../support/ask.ts';

const started: ChildProcess[] = [];
beforeAll(() => builtServer('.', console.log));
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')));

/** `npm start` as a process of its own, and what it says. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['src/commands/start.js'], {
    env: { ...process.env, PORT: '0', HOST: '', SEEDS: 'seeds', BASE_PATH: '', ...env },
  });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return { child, said, ended };
}

test('it says what it does, answers, and ends with its requests finished', async () => {
  const { child, said, ended } = start({});
  await until(() => said.out.includes('answers at'));
  expect(said.out).toMatch(
    /^Reading the seeds …\nCaveat answers at http:\/\/localhost:\d+\/ \(Ctrl\+C ends it\)\.\n$/,
  );
  const ask = asker(() => Number(/localhost:(\d+)/.exec(said.out)?.[1]));
  expect((await ask('/')).status).toBe(200);
  const last = ask('/ukraine-2022/sources/');
  await new Promise((done) => setTimeout(done, 50));
  child.kill('SIGTERM');
  const { status, headers, body } = await last;
  expect([status, body.length]).toEqual([200, Number(headers['content-length'])]);
  expect(await ended).toBe(0);
  expect(said.err).toBe('');
});

test('a second one in the same folder disturbs none, and builds nothing', async () => {
  const first = start({});
  const second = start({});
  await until(() => [first, second].every(({ said }) => said.out.includes('answers at')));
  expect(second.said.out).not.toContain('Building');
  const answers = await Promise.all(
    [first, second].map(({ said }) =>
      asker(() => Number(/localhost:(\d+)/.exec(said.out)?.[1]))('/methods/'),
    ),
  );
  expect(answers[0]?.body.equals(answers[1]?.body ?? Buffer.of())).toBe(true);
  for (const { child } of [first, second]) child.kill('SIGINT');
  expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0]);
});

test('what is wrong with port, host or seeds ends it with a sentence, a taken port before any work', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const bound = other.address();
  const taken = String(typeof bound === 'object' && bound ? bound.port : 0);
  const wrong = [
    [{ PORT: taken }, `Port ${taken} is taken: stop what uses it, or choose another with PORT.\n`],
    [{ PORT: 'x' }, 'PORT must be a whole number from 0 to 65535; it is "x".\n'],
    [{ HOST: '192.0.2.1' }, 'HOST must be an address of this machine; it is "192.0.2.1".\n'],
  ] as const;
  for (const [env, sentence] of wrong) {
    const { said, ended } = start(env);
    expect([await ended, said.out, said.err]).toEqual([1, '', sentence]);
  }
  const { said, ended } = start({ SEEDS: '/nowhere' });
  expect(await ended).toBe(1);
  expect(said.err).toBe('The folder of the seeds cannot be read (ENOENT): /nowhere\n');
  await new Promise((done) => other.close(done));
});
