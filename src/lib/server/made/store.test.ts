import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Store } from './store.ts';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'caveat-made-')), 'made');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const keyOf = (n: number) => n.toString(16).padStart(32, '0');
const bytesOf = (n: number) => Buffer.alloc(1_000, `made-up ${String(n)} `);
const BOUND = 50_000;
/** Bytes in the folder; what gets its last name meanwhile has been counted or will be. */
const total = () =>
  readdirSync(folder).reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
/** Seconds since the epoch: how long ago a file was used. */
const used = (n: number, at: number) => utimesSync(join(folder, keyOf(n)), at, at);

test('what was kept is there, also for another process, and nothing else is', async () => {
  const store = new Store(folder, BOUND);
  expect(await store.get(keyOf(1))).toBe(null);
  await store.put(keyOf(1), bytesOf(1));
  expect(await store.get(keyOf(1))).toEqual(bytesOf(1));
  expect(await new Store(folder, BOUND).get(keyOf(1))).toEqual(bytesOf(1));
  expect(await store.get(keyOf(2))).toBe(null);
});

test.each([
  ['was cut off', (path: string) => truncateSync(path, 700)],
  ['is empty', (path: string) => writeFileSync(path, '')],
  [
    'has another byte',
    (path: string) => writeFileSync(path, readFileSync(path).fill('x', 500, 501)),
  ],
  ['vanished', (path: string) => rmSync(path)],
])('a file that %s is not there, and can be made again', async (_, spoil) => {
  const store = new Store(folder, BOUND);
  await store.put(keyOf(1), bytesOf(1));
  spoil(join(folder, keyOf(1)));
  expect(await store.get(keyOf(1))).toBe(null);
  await store.put(keyOf(1), bytesOf(1));
  expect(await store.get(keyOf(1))).toEqual(bytesOf(1));
});

test('the files stay within the bound, and those used last stay', async () => {
  const store = new Store(folder, BOUND);
  let most = 0;
  for (let n = 0; n < 100; n += 1) {
    await store.put(keyOf(n), bytesOf(n));
    used(n, 1_000_000 + n);
    // Asked for again and again.
    if (n % 5 === 0) expect(await store.get(keyOf(0))).not.toBe(null);
    most = Math.max(most, total());
  }
  expect(most).toBeLessThanOrEqual(BOUND);
  expect(most).toBeGreaterThan(BOUND * 0.9);
  expect(await store.get(keyOf(99))).toEqual(bytesOf(99));
  expect(await store.get(keyOf(0))).toEqual(bytesOf(0));
  expect(await store.get(keyOf(1))).toBe(null);
});

test('a file that would take most of the room is not kept', async () => {
  const store = new Store(folder, BOUND);
  await store.put(keyOf(1), Buffer.alloc(BOUND / 2));
  expect(await store.get(keyOf(1))).toBe(null);
});

test('while a file is written anew, who reads it finds it whole', async () => {
  const [writer, reader] = [new Store(folder, 1e9), new Store(folder, 1e9)];
  const large = Buffer.alloc(4_000_000, 'made up');
  await writer.put(keyOf(1), large);
  let isWriting = true;
  const writing = (async () => {
    for (let i = 0; i < 20; i += 1) await writer.put(keyOf(1), large);
    isWriting = false;
  })();
  const lengths = new Set<number | undefined>();
  while (isWriting) lengths.add((await reader.get(keyOf(1)))?.length);
  await writing;
  expect([...lengths]).toEqual([large.length]);
});

test('two processes in one folder stay within the bound together and read whole files only', async () => {
  const stores = [new Store(folder, BOUND), new Store(folder, BOUND)];
  let most = 0;
  await Promise.all(
    stores.map(async (store, i) => {
      for (let n = 0; n < 150; n += 1) {
        // Half of what they make is the same.
        const name = n % 2 === 0 ? n : n + i * 1_000;
        await store.put(keyOf(name), bytesOf(name));
        const found = await store.get(keyOf(name - 2));
        if (found) expect(found.equals(bytesOf(name - 2))).toBe(true);
        most = Math.max(most, total());
      }
    }),
  );
  expect(most).toBeLessThanOrEqual(BOUND);
});

test('what an ended process left half written is removed, what another is writing stays', async () => {
  const store = new Store(folder, BOUND);
  await store.put(keyOf(1), bytesOf(1));
  const [left, current, foreign] = [`${keyOf(2)}.123`, `${keyOf(3)}.456`, 'notes.txt'];
  for (const name of [left, current, foreign]) writeFileSync(join(folder, name), 'half');
  for (const name of [left, foreign]) utimesSync(join(folder, name), 1_000_000, 1_000_000);
  await new Store(folder, BOUND).put(keyOf(4), bytesOf(4));
  expect([left, current, foreign].map((name) => existsSync(join(folder, name)))).toEqual([
    false,
    true,
    true,
  ]);
});
