import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { copyProject } from '../../tests/support/copy.ts';
import { MANY, writeManyRows } from '../../tests/support/many-rows.ts';

/*
 * A site from a table of a million rows: the time of a whole build, and on the output the memory of all its processes at
 * once. Bounds: five minutes, 4 GB.
 */
const ROWS = 1_000_000;
const once = { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 };

let made: Promise<{ folder: string; remove: () => void }> | undefined;
/** A copy of the project with other seeds; hooks of a suite are not called where benchmarks run. */
const madeOnce = () => (made ??= make());

async function make() {
  const copy = copyProject();
  const seeds = join(copy.folder, 'seeds');
  const own = `${seeds}-of-the-house`;
  renameSync(seeds, own);
  await writeManyRows(own, seeds, ROWS);
  rmSync(own, { recursive: true });
  const maps = join(copy.folder, 'src/lib/drawing/base-maps');
  renameSync(join(maps, 'ukraine-2022-neighbours.json'), join(maps, `${MANY}-neighbours.json`));
  return copy;
}

describe('a table of a million rows', () => {
  bench('it is written', async () => void (await madeOnce()), once);
  bench(
    'check',
    async () => {
      const { folder } = await madeOnce();
      const peak = await run(folder, ['src/commands/seeds.js', 'check']);
      console.log(`check: at most ${(peak / 1e9).toFixed(2)} GB at once`);
    },
    once,
  );
  bench(
    'build',
    async () => {
      const { folder, remove } = await madeOnce();
      const peak = await run(folder, ['src/commands/build.js']);
      const table = join(folder, 'build/data', MANY, 'tables');
      const files = readdirSync(table).map(
        (name) => `${name} ${(statSync(join(table, name)).size / 1e6).toFixed(0)} MB`,
      );
      console.log(`build: at most ${(peak / 1e9).toFixed(2)} GB at once; ${files.join(', ')}`);
      remove();
    },
    once,
  );
});

/** Runs a program to its end; the most memory it and its children had at once, in bytes. */
function run(folder: string, words: string[]): Promise<number> {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VITEST|NODE_ENV|TEST|DEV|PROD|MODE|SSR)/.test(name),
    ),
  );
  const child = spawn(process.execPath, words, {
    cwd: folder,
    env: clean,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid ?? 0))), 250);
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => {
      clearInterval(timer);
      if (code === 0) resolve(peak);
      else reject(new Error(`${words.join(' ')} ended with ${String(code)}`));
    });
  });
}

/** Of all processes of a group, where the system tells. */
function memoryOf(group: number): number {
  let sum = 0;
  try {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const after = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        if (Number(after[2]) === group) sum += Number(after[21]) * 4096;
      } catch {
        // It has ended meanwhile.
      }
    }
  } catch {
    return 0;
  }
  return sum;
}
