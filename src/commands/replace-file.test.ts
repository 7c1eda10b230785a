import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NotReplaced, replaceFile } from './replace-file.js';

const KILLS = 200;
/** Large enough that a kill can land within the writing. */
const ROWS = 60_000;
const textOf = (word: string) => `thing,id,says\n${`figure,example,${word}\n`.repeat(ROWS)}`;
const before = textOf('old');
const after = textOf('new');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-replace-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The number of a process that is no more. */
function goneProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

test('a file is replaced, and what a killed run left beside it is removed', () => {
  const path = join(folder, 'published.csv');
  writeFileSync(path, 'old');
  writeFileSync(join(folder, `.published.csv.${goneProcess()}.tmp`), 'half');
  writeFileSync(join(folder, `.published.csv.${process.pid}.tmp`), 'half');
  replaceFile(path, 'new');
  expect(readdirSync(folder)).toEqual(['published.csv']);
  expect(readFileSync(path, 'utf8')).toBe('new');
});

test("a keeper's backup, a swap file, a folder and the file of a run still at work stay", () => {
  const path = join(folder, 'published.csv');
  const kept = ['bak', 'swp', '123', '0.tmp', `${process.ppid}.tmp`, '99999999999.tmp'];
  for (const end of kept) writeFileSync(join(folder, `.published.csv.${end}`), 'kept');
  mkdirSync(join(folder, '.published.csv.old'));
  mkdirSync(join(folder, `.published.csv.${goneProcess()}.tmp`));
  const before = readdirSync(folder);
  replaceFile(path, 'new');
  expect(readdirSync(folder).sort()).toEqual([...before, 'published.csv'].sort());
});

test('what cannot be written is told by its reason, and nothing is left beside it', () => {
  const path = join(folder, 'published.csv');
  mkdirSync(join(path, 'no-file'), { recursive: true });
  expect(() => replaceFile(path, 'new')).toThrow(NotReplaced);
  expect(readdirSync(folder)).toEqual(['published.csv']);
  expect(() => replaceFile(join(folder, 'none', 'published.csv'), 'new')).toThrow(
    expect.objectContaining({ code: 'ENOENT' }),
  );
});

test('many runs at once do not break each other', async () => {
  const path = join(folder, 'published.csv');
  const from = join(folder, 'new-text');
  writeFileSync(path, before);
  writeFileSync(from, after);
  const runs = Array.from({ length: 6 }, async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, path, from]);
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  });
  expect(await Promise.all(runs)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(readFileSync(path, 'utf8')).toBe(after);
  expect(readdirSync(folder).sort()).toEqual(['new-text', 'published.csv']);
});

/** A program of its own that says when it begins to replace the file, and when it is done. */
const program = `
  import { readFileSync } from 'node:fs';
  import { replaceFile } from ${JSON.stringify(new URL('./replace-file.js', import.meta.url).href)};
  const [path, from] = process.argv.slice(1);
  const text = readFileSync(from, 'utf8');
  process.stdout.write('begins');
  replaceFile(path, text);
  process.stdout.write('done');
`;

/** When to kill it: some milliseconds after it has begun, as soon as it is done, or never. */
type Moment = number | 'done' | 'never';

/** Gives how long it took, or how long until it was dead. */
async function replaceAndKill(path: string, from: string, moment: Moment): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, path, from]);
  const ended = once(child, 'exit');
  const kill = () => child.kill('SIGKILL');
  await once(child.stdout, 'data');
  const begun = performance.now();
  if (moment === 'done') child.stdout.once('data', kill);
  else if (moment !== 'never') setTimeout(kill, moment);
  await ended;
  return performance.now() - begun;
}

test(
  'killed at any of 200 moments it leaves the old or the new content, whole',
  { timeout: 240_000 },
  async () => {
    const from = join(folder, 'new-text');
    writeFileSync(from, after);
    const first = join(folder, 'published.csv');
    writeFileSync(first, before);
    const takes = await replaceAndKill(first, from, 'never');
    const left = { old: 0, new: 0, half: 0 };
    const run = async (at: number) => {
      const home = mkdtempSync(join(folder, 'run-'));
      const path = join(home, 'published.csv');
      writeFileSync(path, before);
      // From before the first byte to after the last, whatever else the machine has to do.
      const moment = at % 20 === 19 ? 'done' : (takes * 1.5 * at) / KILLS;
      await replaceAndKill(path, from, moment);
      const text = readFileSync(path, 'utf8');
      if (text === before) left.old += 1;
      else if (text === after) left.new += 1;
      const others = readdirSync(home).filter((name) => name !== 'published.csv');
      if (others.length > 0) left.half += 1;
      expect(others.every((name) => name.startsWith('.'))).toBe(true);
      rmSync(home, { recursive: true });
    };
    for (let at = 0; at < KILLS; at += 4)
      await Promise.all([0, 1, 2, 3].map((more) => run(at + more)));
    expect(left.old + left.new).toBe(KILLS);
    expect(left.old, 'killed before it was done').toBeGreaterThan(0);
    expect(left.new, 'killed after it was done').toBeGreaterThan(0);
    expect(left.half, 'killed while it wrote').toBeGreaterThan(0);
    const path = join(folder, 'last.csv');
    writeFileSync(path, before);
    writeFileSync(join(folder, `.last.csv.${goneProcess()}.tmp`), before.slice(0, 99));
    await replaceAndKill(path, from, 'never');
    expect(readFileSync(path, 'utf8')).toBe(after);
    expect(readdirSync(folder).sort()).toEqual(['last.csv', 'new-text', 'published.csv']);
  },
);
