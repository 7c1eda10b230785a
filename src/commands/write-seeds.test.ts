import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NotWritten, writeSeeds } from './write-seeds.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const read = (path: string) => readFileSync(join(folder, path), 'utf8');

test('several files are written, with the folders they need', () => {
  writeFileSync(join(folder, 'sources.csv'), 'old');
  writeSeeds(folder, { 'a/figures/one.csv': 'figures', 'sources.csv': 'new' });
  expect([read('a/figures/one.csv'), read('sources.csv')]).toEqual(['figures', 'new']);
  expect(readdirSync(folder).sort()).toEqual(['a', 'sources.csv']);
});

test('where the last cannot be written, the first are as they were and new folders are gone', () => {
  writeFileSync(join(folder, 'places.csv'), 'old');
  // A folder in the way: its name cannot be taken by a file.
  mkdirSync(join(folder, 'sources.csv', 'no-file'), { recursive: true });
  const write = () =>
    writeSeeds(folder, {
      'places.csv': 'new',
      'a/figures/one.csv': 'figures',
      'sources.csv': 'new',
    });
  expect(write).toThrow(NotWritten);
  expect(write).toThrow(/^Nothing was written: sources\.csv could not be \(E[A-Z]+\)/);
  expect(read('places.csv')).toBe('old');
  expect(existsSync(join(folder, 'a'))).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(['places.csv', 'sources.csv']);
});

test('what cannot be put back is named', () => {
  const error = new NotWritten('b.csv', Object.assign(new Error(), { code: 'EIO' }), ['a.csv']);
  expect(error.message).toBe(
    'b.csv could not be written (EIO), and a.csv could not be put back: take it from git.',
  );
  expect(error.code).toBe('EIO');
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written to is told', () => {
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'first.csv'), 'old');
  chmodSync(join(folder, 'a'), 0o500);
  expect(() => writeSeeds(folder, { 'first.csv': 'new', 'a/one.csv': 'x' })).toThrow(
    expect.objectContaining({ code: 'EACCES', path: 'a/one.csv', left: [] }),
  );
  expect(read('first.csv')).toBe('old');
});
