import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NotReplaced } from './replace-file.js';
import { replaceFiles } from './replace-files.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-replace-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (name: string) => join(folder, name);

test('all files are replaced, and folders made for new ones', () => {
  writeFileSync(at('a.csv'), 'old');
  replaceFiles([
    { path: at('a.csv'), content: 'new', was: 'old' },
    { path: at('m/b.yaml'), content: 'first', was: null },
  ]);
  expect([readFileSync(at('a.csv'), 'utf8'), readFileSync(at('m/b.yaml'), 'utf8')]).toEqual([
    'new',
    'first',
  ]);
  expect([...readdirSync(folder), ...readdirSync(at('m'))]).toEqual(['a.csv', 'm', 'b.yaml']);
});

test('when a later one cannot take its name, those before it get their old content back', () => {
  writeFileSync(at('a.csv'), 'old');
  // A folder stands where the third file should: a file cannot take its name.
  mkdirSync(at('c.csv'));
  writeFileSync(at('c.csv/inside'), '');
  const files = [
    { path: at('a.csv'), content: 'new', was: 'old' },
    { path: at('b.csv'), content: 'new', was: null },
  ];
  const third = { path: at('c.csv'), content: 'new', was: null };
  expect(() => replaceFiles([...files, third])).toThrow(NotReplaced);
  expect(readFileSync(at('a.csv'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.csv', 'c.csv']);
});

test('what somebody else wrote meanwhile is not written over', () => {
  writeFileSync(at('a.csv'), 'theirs');
  expect(() => replaceFiles([{ path: at('a.csv'), content: 'new', was: 'old' }])).toThrow(
    NotReplaced,
  );
  expect(readFileSync(at('a.csv'), 'utf8')).toBe('theirs');
});
