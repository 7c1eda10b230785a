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
  writeSeeds(
    folder,
    { 'a/figures/one.csv': 'figures', 'sources.csv': 'new' },
    { 'sources.csv': 'old' },
  );
  expect([read('a/figures/one.csv'), read('sources.csv')]).toEqual(['figures', 'new']);
  expect(readdirSync(folder).sort()).toEqual(['a', 'sources.csv']);
});

test('where the last cannot be written, the first are as they were and new folders are gone', () => {
  writeFileSync(join(folder, 'places.csv'), 'old');
  // A folder in the way: its name cannot be taken by a file.
  mkdirSync(join(folder, 'sources.csv', 'no-file'), { recursive: true });
  const write = () =>
    writeSeeds(
      folder,
      { 'places.csv': 'new', 'a/figures/one.csv': 'figures', 'sources.csv': 'new' },
      { 'places.csv': 'old' },
    );
  expect(write).toThrow(NotWritten);
  expect(write).toThrow(/^Nothing was written: sources\.csv could not be \(E[A-Z]+\)/);
  expect(read('places.csv')).toBe('old');
  expect(existsSync(join(folder, 'a'))).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(['places.csv', 'sources.csv']);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written to is told', () => {
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'first.csv'), 'old');
  chmodSync(join(folder, 'a'), 0o500);
  expect(() =>
    writeSeeds(folder, { 'first.csv': 'new', 'a/one.csv': 'x' }, { 'first.csv': 'old' }),
  ).toThrow(expect.objectContaining({ code: 'EACCES', path: 'a/one.csv', isPartly: false }));
  expect(read('first.csv')).toBe('old');
});

test('what somebody else changed meanwhile is not written over', () => {
  writeFileSync(join(folder, 'sources.csv'), 'of somebody else');
  const write = (from: Record<string, string>) =>
    writeSeeds(folder, { 'a.csv': 'new', 'sources.csv': 'new' }, from);
  expect(() => write({ 'sources.csv': 'old' })).toThrow(
    /^Nothing was written: sources\.csv changed meanwhile; somebody else was first, at \d\d:\d\d:\d\d \(UTC\)\. Look at that and run it again\.$/,
  );
  expect(() => write({})).toThrow('sources.csv changed meanwhile');
  expect([read('sources.csv'), existsSync(join(folder, 'a.csv'))]).toEqual([
    'of somebody else',
    false,
  ]);
  expect(readdirSync(folder)).toEqual(['sources.csv']);
  write({ 'sources.csv': 'of somebody else' });
  expect(read('sources.csv')).toBe('new');
});
