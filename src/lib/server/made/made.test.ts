import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Site } from './site.ts';

// Pixels take their time where other work is going on.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Prints the address itself, and counts. */
const printed: string[] = [];
vi.mock('./sheet-printer.ts', () => ({
  SheetPrinter: class {
    print(_site: Site, address: string) {
      printed.push(address);
      return Promise.resolve(Buffer.from(`sheets of ${address}`));
    }
  },
}));

let folder = '';
let made: typeof import('./made.ts');
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-made-'));
  vi.stubEnv('MADE_FOLDER', folder);
  made = await import('./made.ts');
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  printed.length = 0;
});

const svg = (words: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>${words}</text></svg>`;

/** When the only file in the folder was last written or used, in seconds since the epoch. */
function timesOf() {
  const [name = ''] = readdirSync(folder);
  const { ino, mtimeMs } = statSync(join(folder, name));
  return { path: join(folder, name), ino, used: mtimeMs / 1000 };
}

test('a picture is made once and then comes from the disk, which remembers that it was used', async () => {
  const first = await made.madePng(svg('made up'));
  const { path, ino } = timesOf();
  utimesSync(path, 1_000_000, 1_000_000);
  expect((await made.madePng(svg('made up'))).equals(first)).toBe(true);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(timesOf().ino).toBe(ino);
  expect(timesOf().used).toBeGreaterThan(1_000_000);
});

test('another picture is another file, and one that vanished is made again', async () => {
  const first = await made.madePng(svg('made up'));
  expect((await made.madePng(svg('also made up'))).equals(first)).toBe(false);
  expect(readdirSync(folder)).toHaveLength(2);
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  expect((await made.madePng(svg('made up'))).equals(first)).toBe(true);
});

const files = {
  '/sheets/':
    '<link rel="stylesheet" media="print" href="../a.css"><script type="module" src="/path/b.js"></script><link rel="icon" href="data:,"><script src="https://example.org/c.js"></script>',
  '/a.css': 'p {}',
  '/b.js': '1',
};
const siteOf = (held: Readonly<Record<string, string>>): Site => ({
  base: '/path',
  fetch: (path) =>
    Promise.resolve({
      status: path in held ? 200 : 404,
      headers: {},
      body: Buffer.from(held[path] ?? ''),
    }),
});
const pdf = (held: Readonly<Record<string, string>>, query = '', newest = '2030-01-03') =>
  made.madePdf(siteOf(held), '/sheets/', query, newest).then(String);

test('the same sheets are printed once', async () => {
  expect(await pdf(files)).toBe('sheets of /sheets/');
  expect(await pdf(files)).toBe('sheets of /sheets/');
  expect(printed).toEqual(['/sheets/']);
});

test.each([
  ['the page', () => pdf({ ...files, '/sheets/': `${files['/sheets/']} ` })],
  ['a style that it names', () => pdf({ ...files, '/a.css': 'p { color: red }' })],
  ['a script that it names', () => pdf({ ...files, '/b.js': '2' })],
  ['the choice', () => pdf(files, '?paper=letter')],
  ['the newest day of the data', () => pdf(files, '', '2030-01-04')],
])('with another state of %s sheets are printed again', async (_, other) => {
  await pdf(files);
  await other();
  expect(printed).toHaveLength(2);
});

test('of a page that is not there nothing is printed', async () => {
  await expect(pdf({})).rejects.toThrow('There are no sheets at /sheets/.');
  expect(printed).toEqual([]);
});
