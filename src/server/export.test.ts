import {
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
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MadePage } from '../../tests/support/made-site.ts';
import { madeApp } from '../../tests/support/made-site.ts';
import { compressionsIn, exportSite } from './export.js';

const json = (body: unknown): MadePage => ({
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});
const page = (text: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}<title>Made up</title></head><body>${text}</body></html>`;
const policy = "default-src 'self'; style-src 'self' 'sha256-a+b/c='; base-uri 'none'";
const html = (body: string): MadePage => ({
  body,
  policy: policy.replace('; base', "; frame-ancestors 'none'; base"),
});
const kind = (addresses: string[], exported = addresses) => ({
  kind: 'made up',
  reason: 'to be tested',
  addresses,
  exported,
});
const archive = '/data/examplia/revisions/0123456789-abcdef01.zip';

/** A site of three pages, a style that only a page names, and an archive. */
const pages = (more: Record<string, MadePage> = {}): Record<string, MadePage> => ({
  '/outputs.json': json([
    kind(['/', '/one/', '/data/figures.csv', '/data/latest.json']),
    kind(['/only-asked/'], []),
  ]),
  '/': html(page('home')),
  '/one/': html(
    page('one '.repeat(300), '<link rel="stylesheet" href="../styles/0123456789ab.css">'),
  ),
  '/data/figures.csv': { type: 'text/csv; charset=utf-8', body: 'value\n1\n' },
  '/data/latest.json': json({ situations: { examplia: { archive } } }),
  [archive]: { type: 'application/zip', body: 'PK' },
  '/styles/0123456789ab.css': { type: 'text/css; charset=utf-8', body: 'p{}' },
  '/404/': { ...(html(page('not here')) as object), status: 404 },
  '/only-asked/': html(page('only asked')),
  ...more,
});

let folder = '';
let target = '';
const options = () => ({
  compressions: [] as ReturnType<typeof compressionsIn>,
  revisions: join(folder, 'revisions'),
  say: () => undefined,
});
const run = (more: Record<string, MadePage> = {}, given = {}) =>
  exportSite(madeApp(pages(more)).app, target, { ...options(), ...given });
const files = () =>
  readdirSync(target, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .sort();
const read = (name: string) => readFileSync(join(target, name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-export-'));
  target = join(folder, 'build');
  mkdirSync(join(folder, 'revisions/examplia'), { recursive: true });
  writeFileSync(join(folder, 'revisions/examplia/0000000000-00000000.zip'), 'older');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what an export has is written, and what pages and hosts need beside it', async () => {
  const steps: string[] = [];
  const say = (done: number, of: number) => void steps.push(`${done}/${of}`);
  const { files: count, bytes } = await run({}, { say });
  expect(files()).toEqual([
    '404.html',
    '_app/immutable/a.js',
    'data/examplia/revisions/0000000000-00000000.zip',
    'data/examplia/revisions/0123456789-abcdef01.zip',
    'data/figures.csv',
    'data/latest.json',
    'index.html',
    'one/index.html',
    'styles/0123456789ab.css',
  ]);
  expect(read('data/figures.csv')).toBe('value\n1\n');
  expect(read('404.html')).toContain('not here');
  expect(count).toBe(files().length);
  expect(bytes).toBeGreaterThan(1000);
  expect(steps.sort()).toEqual(['1/4', '2/4', '3/4', '4/4']);
});

test('the policy of a page stands in it before all that it is about, without what only a header can say', async () => {
  await run();
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  for (const name of ['index.html', 'one/index.html', '404.html'])
    expect(read(name)).toContain(`<head><meta charset="utf-8">${meta}<`);
  expect(read('one/index.html')).not.toContain('frame-ancestors');
});

test.each([
  '/styles/0123456789ab.css',
  '/caveat/styles/0123456789ab.css',
  'styles/0123456789ab.css',
])('a style that a page names as %s is in it', async (href) => {
  await run({ '/one/': html(page('one', `<link rel="stylesheet" href="${href}">`)) });
  expect(files()).toContain('styles/0123456789ab.css');
});

describe('it is not exported, and the export before stays', () => {
  test.each<[string, Record<string, MadePage>, string]>([
    [
      'an address is missing',
      { '/one/': { status: 404, body: '' } },
      '/one/ was answered with 404',
    ],
    ['one has an error', { '/one/': { status: 500, body: '' } }, '/one/ was answered with 500'],
    ['one leads on', { '/one/': { status: 308, location: '/' } }, '/one/ was answered with 308'],
    ['a page has no policy', { '/one/': page('one') }, '/one/ has no policy, or no head'],
    ['a page has no head', { '/one/': html('<h1>one</h1>') }, '/one/ has no policy, or no head'],
    ['the page for 404 is another', { '/404/': html(page('x')) }, '/404/ was answered with 200'],
    ['a style is missing', { '/styles/0123456789ab.css': { status: 404, body: '' } }, 'with 404'],
  ])('when %s', async (_what, more, message) => {
    await run();
    writeFileSync(join(target, 'mark.txt'), 'of the export before');
    await expect(run(more)).rejects.toThrow(message);
    expect(read('mark.txt')).toBe('of the export before');
    expect(readdirSync(folder).sort()).toEqual(['build', 'revisions']);
  });

  test('when a page throws', async () => {
    const error = new Error('made up');
    await expect(run({ '/one/': () => Promise.reject(error) })).rejects.toThrow('made up');
    expect(readdirSync(folder)).toEqual(['revisions']);
  });

  test('when its folder holds something else', async () => {
    mkdirSync(target);
    await run();
    rmSync(join(target, 'data'), { recursive: true });
    await expect(run()).rejects.toThrow('is not an export');
    expect(existsSync(join(target, 'index.html'))).toBe(true);
    rmSync(target, { recursive: true });
    writeFileSync(target, 'a file');
    await expect(run()).rejects.toThrow('is no folder');
  });
});

test('an export takes the place of the one before, and removes what ended ones left half', async () => {
  await run();
  writeFileSync(join(target, 'gone.txt'), 'of the export before');
  // No process has so large a number; that of this one is at work.
  for (const name of ['build.99999999', 'build.99999999.old', `build.${process.ppid}`, 'build.txt'])
    mkdirSync(join(folder, name));
  await run({ '/': html(page('home again')) });
  expect(read('index.html')).toContain('home again');
  expect(files()).not.toContain('gone.txt');
  expect(readdirSync(folder).sort()).toEqual(
    ['build', 'build.txt', `build.${process.ppid}`, 'revisions'].sort(),
  );
});

test('compressed files beside those that become smaller, when they are asked for', async () => {
  await run({}, { compressions: ['br', 'gz'] });
  const text = read('one/index.html');
  expect(brotliDecompressSync(readFileSync(join(target, 'one/index.html.br'))).toString()).toBe(
    text,
  );
  expect(gunzipSync(readFileSync(join(target, 'one/index.html.gz'))).toString()).toBe(text);
  expect(files().filter((name) => /\.(?:br|gz)$/.test(name))).toEqual([
    'one/index.html.br',
    'one/index.html.gz',
  ]);
});

test.each([
  [undefined, []],
  ['', []],
  ['br', ['br']],
  ['gz', ['gz']],
  ['br,gz', ['br', 'gz']],
])('PRECOMPRESS=%s', (said, compressions) => {
  expect(compressionsIn(said)).toEqual(compressions);
});

test.each(['zip', 'br gz', 'br,zstd', 'toString', 'BR'])('PRECOMPRESS=%s is refused', (said) => {
  expect(() => compressionsIn(said)).toThrow(
    `PRECOMPRESS must be "br", "gz" or "br,gz"; it is "${said}".`,
  );
});
