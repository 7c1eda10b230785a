import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../../tests/support/ask.ts';
import { buildName, builtServer, isRunning } from './build.js';

const silent = () => undefined;
let root = '';
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const inDist = () => readdirSync(join(root, 'dist')).sort();
/** Stands for Vite: takes so many milliseconds, and writes two files. */
const slowly = (ms: number) => async (_: string, folder: string) => {
  writeFileSync(join(folder, 'first'), 'first');
  await new Promise((done) => setTimeout(done, ms));
  writeFileSync(join(folder, 'last'), 'last');
};
const build = slowly(0);

/** Another process that builds, by a function of its own or by Vite. */
const program = (own: string) =>
  spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { writeFileSync } from 'node:fs';
      const { builtServer } = await import(${JSON.stringify(pathToFileURL('src/server/build.js').href)});
      await builtServer(${JSON.stringify(root)}, () => undefined, ${own || 'undefined'});`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'caveat-build-'));
  write('src/routes/a.ts', 'a');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the name of a build', () => {
  const changes = (change: () => void) => {
    const before = buildName(root, '');
    change();
    return buildName(root, '') !== before;
  };

  test.each([
    'src/routes/a.ts',
    'src/routes/b.ts',
    'src/commands/vite/islands.ts',
    'src/lib/server/headers.js',
    'static/embed/frame.js',
    'svelte.config.js',
    'vite.config.ts',
    'package-lock.json',
  ])('changes with %s', (path) => {
    expect(changes(() => write(path, 'changed'))).toBe(true);
  });

  test.each([
    'src/routes/a.test.ts',
    'src/lib/values/a.bench.ts',
    'src/commands/start.js',
    'src/server/listen.js',
    'src/commands/vite/islands.test.ts',
    'seeds/caveats.csv',
    'tests/unit/a.test.ts',
    'README.md',
    'dist/whatever',
  ])('does not change with %s', (path) => {
    expect(changes(() => write(path, 'changed'))).toBe(false);
  });

  test('changes when a source is renamed, or a byte goes from one to the next', () => {
    expect(changes(() => write('src/routes/c.ts', 'bc'))).toBe(true);
    expect(changes(() => rmSync(join(root, 'src/routes/c.ts')))).toBe(true);
    write('src/routes/a.ts', 'ab');
    write('src/routes/b.ts', 'c');
    expect(
      changes(() => {
        write('src/routes/a.ts', 'a');
        write('src/routes/b.ts', 'bc');
      }),
    ).toBe(true);
  });

  test('changes with the path below which the site is served, and is the same on every call', () => {
    const names = ['', '/caveat', '/other', ''].map((base) => buildName(root, base));
    expect(new Set(names).size).toBe(3);
    expect(names[3]).toBe(names[0]);
    expect(names[0]).toMatch(/^[\da-f]{16}$/);
  });
});

test('it is built once as long as the sources are the same, and said only then', async () => {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const folder = await builtServer(root, say, build);
  expect(folder).toBe(join(root, 'dist', buildName(root)));
  expect(await builtServer(root, say, () => Promise.reject(new Error('not again')))).toBe(folder);
  expect(said).toEqual(['Building the server (about 15 seconds) …']);
});

test('two at once do not disturb each other', async () => {
  const both = await Promise.all([
    builtServer(root, silent, slowly(30)),
    builtServer(root, silent, slowly(10)),
  ]);
  expect(new Set(both).size).toBe(1);
  expect(readdirSync(both[0]).sort()).toEqual(['first', 'last']);
  expect(inDist()).toEqual([buildName(root)]);
});

test('a build that stops, or whose sources change meanwhile, leaves nothing', async () => {
  await expect(
    builtServer(root, silent, () => Promise.reject(new Error('made up'))),
  ).rejects.toThrow('made up');
  expect(inDist()).toEqual([]);
  await expect(
    builtServer(root, silent, async (_, folder) => {
      await build(_, folder);
      write('src/routes/a.ts', 'changed meanwhile');
    }),
  ).rejects.toThrow('Not built: the sources changed meanwhile. Please start again.');
  expect(inDist()).toEqual([]);
  await builtServer(root, silent, build);
  expect(inDist()).toEqual([buildName(root)]);
});

test('a killed build is made anew, never taken for a whole one, and what it left is removed', async () => {
  const child = program(`async (_, folder) => {
    writeFileSync(folder + '/first', 'half');
    console.log('half');
    await new Promise((done) => setTimeout(done, 60_000));
  }`);
  await new Promise((done) => child.stdout.once('data', done));
  const name = buildName(root);
  // While that process lives, what it has begun stays.
  const other = await builtServer(root, silent, build);
  expect(inDist()).toEqual([name, expect.stringContaining(`${name}.${child.pid}.`)]);
  rmSync(other, { recursive: true });
  child.kill('SIGKILL');
  await new Promise((done) => child.once('close', done));
  expect(existsSync(join(root, 'dist', name))).toBe(false);
  const folder = await builtServer(root, silent, build);
  expect(readFileSync(join(folder, 'first'), 'utf8')).toBe('first');
  expect(inDist()).toEqual([name]);
});

describe('the program that builds', () => {
  const vite = 'node_modules/vite/bin/vite.js';

  test('is run in the project, in one zone and language, and with the folder to build into', async () => {
    write(
      vite,
      `require('node:fs').writeFileSync(process.env.BUILD_FOLDER + '/env', JSON.stringify([process.cwd(), process.env]))`,
    );
    const before = { TZ: process.env['TZ'], MODE: process.env['MODE'] };
    Object.assign(process.env, { TZ: 'Pacific/Apia', MODE: 'export' });
    const folder = await builtServer(root, silent).finally(() => {
      Object.assign(process.env, before);
      for (const name of ['TZ', 'MODE'] as const)
        if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
    });
    const [cwd, env] = JSON.parse(readFileSync(join(folder, 'env'), 'utf8')) as [string, object];
    expect(cwd).toBe(realpathSync(root));
    expect(env).toMatchObject({ TZ: 'UTC', LC_ALL: 'C', NODE_ENV: 'production' });
    expect(env).not.toHaveProperty('MODE');
    expect(env).not.toHaveProperty('VITEST');
  });

  test('tells what it wrote when it stops', async () => {
    write(vite, `console.log('first'); console.error('made-up fault'); process.exitCode = 1`);
    await expect(builtServer(root, silent)).rejects.toThrow(
      /^The build stopped:\n(?:first\nmade-up fault|made-up fault\nfirst)$/,
    );
    expect(inDist()).toEqual([]);
  });

  test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT'] as const)(
    'ends when %s ends whoever started it',
    async (signal) => {
      write(
        vite,
        `require('node:fs').writeFileSync(process.cwd() + '/pid', String(process.pid)); setInterval(() => undefined, 1000)`,
      );
      const child = program('');
      await until(
        () => existsSync(join(root, 'pid')) && readFileSync(join(root, 'pid')).length > 0,
      );
      const pid = Number(readFileSync(join(root, 'pid'), 'utf8'));
      expect(isRunning(pid)).toBe(true);
      child.kill(signal);
      await new Promise((done) => child.once('close', done));
      await until(() => !isRunning(pid));
    },
  );
});

test('the build before is kept, older ones are removed, and nothing else', async () => {
  const names: string[] = [];
  for (const text of ['1', '2', '3', '4']) {
    write('src/routes/a.ts', text);
    const folder = await builtServer(root, silent, build);
    names.push(buildName(root));
    const at = new Date(2035, 0, names.length);
    utimesSync(folder, at, at);
    if (text === '1') write('dist/notes.txt', 'not ours');
  }
  expect(inDist()).toEqual([...names.slice(-2), 'notes.txt'].sort());
});
