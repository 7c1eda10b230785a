import { mkdtempSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Faults } from '#lib/records/fault.ts';
import { checkReadable } from '#lib/records/readable.ts';
import { readSeedFiles } from './seed-files.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-seeds-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('every file is read by its path below the folder, but hidden ones and the README', async () => {
  mkdirSync(join(folder, 'examplia-2030'));
  writeFileSync(join(folder, 'examplia-2030', 'sources.csv'), 'id\n');
  writeFileSync(join(folder, 'README.md'), '# Seeds\n');
  writeFileSync(join(folder, '.~lock.sources.csv#'), '');
  expect(await readSeedFiles(folder)).toEqual({
    texts: { 'examplia-2030/sources.csv': 'id\n' },
    tables: [],
    faults: [],
  });
});

test('a file of another kind is not read, and not passed over', async () => {
  writeFileSync(join(folder, 'figures.xlsx'), Buffer.from([0x50, 0x4b, 0xff]));
  expect(await readSeedFiles(folder)).toEqual({
    texts: { 'figures.xlsx': '' },
    tables: [],
    faults: [],
  });
});

test('what a killed run left of a file is no seed; a backup is still told of', async () => {
  for (const name of ['a.csv', 'a.csv.3735928559', 'a.csv.271828', 'a.csv.2', 'a.csv.12345678901'])
    writeFileSync(join(folder, name), 'id\n');
  expect((await readSeedFiles(folder)).texts).toEqual({
    'a.csv': 'id\n',
    'a.csv.2': '',
    'a.csv.12345678901': '',
  });
});

test('while a step is not finished that is a fault, with the command that finishes it', async () => {
  writeFileSync(join(folder, '.unfinished-step.json'), '{}');
  expect((await readSeedFiles(folder)).faults).toEqual([
    '.unfinished-step.json:1:1: expected no step that is not finished, found one; npm run seeds -- check finishes it',
  ]);
});

test('a file beyond the size limit is named and not read, however large it is', async () => {
  writeFileSync(join(folder, 'populations.csv'), 'id\n');
  writeFileSync(join(folder, 'published.csv'), 'thing\n');
  // No disk has as much: a file with a hole takes no room.
  truncateSync(join(folder, 'populations.csv'), 2_000_000_000);
  truncateSync(join(folder, 'published.csv'), 20_000_001);
  const { texts, faults } = await readSeedFiles(folder);
  expect(faults).toEqual([]);
  expect(texts['published.csv']).toHaveLength(20_000_001);
  const told: Faults = [];
  expect(checkReadable('populations.csv', texts['populations.csv'] ?? '', told)).toBe(false);
  expect(told.map(({ message }) => message)).toEqual([
    'populations.csv:1:1: expected a file of at most 20 MB, found a larger one; part it by publication',
  ]);
});

test('a link is refused, wherever it leads', async () => {
  writeFileSync(join(folder, 'a.csv'), 'id\n');
  symlinkSync(join(folder, 'a.csv'), join(folder, 'b.csv'));
  const { texts, faults } = await readSeedFiles(folder);
  expect(Object.keys(texts)).toEqual(['a.csv']);
  expect(faults).toEqual(['b.csv:1:1: expected a file, found a link; put the file itself here']);
});

test('bytes that are not UTF-8 are refused on their line', async () => {
  const latin = Buffer.from('id,label\na,b\nc,Caf\u00e9\n', 'latin1');
  writeFileSync(join(folder, 'a.csv'), latin);
  const { faults } = await readSeedFiles(folder);
  expect(faults).toEqual(['a.csv:3:1: expected UTF-8, found other bytes; save the file as UTF-8']);
});

test('a byte-order mark is kept for the reader to refuse', async () => {
  writeFileSync(join(folder, 'a.csv'), '\ufeffid\n');
  expect((await readSeedFiles(folder)).texts).toEqual({ 'a.csv': '\ufeffid\n' });
});
