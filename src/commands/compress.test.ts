import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compress } from './compress.js';

const folder = mkdtempSync(join(tmpdir(), 'caveat-compress-'));
const long = '<p>made-up text</p>'.repeat(200);
const bytes = () =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')]);

beforeAll(async () => {
  writeFileSync(join(folder, 'long.html'), long);
  writeFileSync(join(folder, 'short.html'), '<p>made-up</p>');
  writeFileSync(join(folder, 'picture.png'), long);
  await compress(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('beside a text stand a brotli and a gzip that give it back', () => {
  const read = (name: string) => readFileSync(join(folder, name));
  expect(brotliDecompressSync(read('long.html.br')).toString()).toBe(long);
  expect(gunzipSync(read('long.html.gz')).toString()).toBe(long);
});

test('what is no text, or shorter than a packet, is left alone', () => {
  expect(readdirSync(folder).sort()).toEqual([
    'long.html',
    'long.html.br',
    'long.html.gz',
    'picture.png',
    'short.html',
  ]);
});

test('the same texts give the same bytes', async () => {
  const before = bytes();
  await compress(folder);
  expect(bytes()).toEqual(before);
});
