import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Request } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { sheetsOf } from '../../../../tests/support/paper.ts';
import { answerFrom, SheetPrinter } from './sheet-printer.ts';
import type { Site } from './site.ts';

// A browser takes its time to start where other work is going on.
vi.setConfig({ testTimeout: 60_000 });

const page = (more = '') => `<!doctype html><html lang="en" data-sheet="ready">
  <link rel="stylesheet" href="../style.css"><title>Made up</title>
  <main class="sheets"><h1>Made-up sheets</h1><p class="state">As known on <time datetime="2030-01-02">that day</time></p>
  <p class="foot-text">at example abcdef0123</p>${more}</main></html>`;

/** A site of these files below /path; `asked` lists what was asked for. */
function siteOf(files: Readonly<Record<string, string>>): Site & { asked: string[] } {
  const asked: string[] = [];
  return {
    base: '/path',
    asked,
    fetch(path) {
      asked.push(path);
      const body = files[path.replace(/\?.*/, '')];
      const type = path.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';
      return Promise.resolve({
        status: body === undefined ? 404 : 200,
        headers: { 'content-type': type },
        body: Buffer.from(body ?? ''),
      });
    },
  };
}

/** Where browsers put their profiles while these tests run. */
let temporary = '';
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'caveat-printer-'));
  vi.stubEnv('TMPDIR', temporary);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true });
});
const profiles = () => readdirSync(temporary).filter((name) => name.includes('profile'));

function printerFor(idle = 60_000) {
  const printer = new SheetPrinter(idle);
  onTestFinished(() => printer.close());
  return printer;
}

test('a page is printed from what the site answers, below its base, with its query; the same gives the same bytes', async () => {
  const printer = printerFor();
  const site = siteOf({ '/sheets/': page(), '/style.css': 'p { color: black }' });
  const first = await printer.print(site, '/sheets/?paper=letter', '2030-01-03');
  expect(site.asked).toEqual(['/sheets/?paper=letter', '/style.css']);
  expect((await sheetsOf(first)).join(' ')).toContain('Made-up sheets');
  const second = await printer.print(site, '/sheets/?paper=letter', '2030-01-03');
  expect(Buffer.from(second).equals(first)).toBe(true);
});

test.each([
  ['http://localhost/path/style.css', 'style'],
  ['http://localhost/path/gone.css', 'status 404'],
  ['http://localhost/other/style.css', 'refused'],
  ['http://localhost:81/path/style.css', 'refused'],
  ['https://localhost/path/style.css', 'refused'],
  ['https://example.org/path/style.css', 'refused'],
])('the site answers %s with: %s', async (url, expected) => {
  const answers: string[] = [];
  const site = siteOf({ '/style.css': 'style' });
  await answerFrom(site, {
    request: () => ({ url: () => url }) as Request,
    abort: () => Promise.resolve(void answers.push('refused')),
    fulfill: ({ status, body } = {}) =>
      Promise.resolve(
        void answers.push(status === 200 ? String(body) : `status ${String(status)}`),
      ),
  });
  expect(answers).toEqual([expected]);
});

test('a page that is not there is no sheets', async () => {
  const printing = printerFor().print(siteOf({}), '/sheets/', '2030-01-03');
  await expect(printing).rejects.toThrow('There are no sheets at /path/sheets/.');
});

test('a page that is stopped is closed, and the next is printed by another browser', async () => {
  const printer = printerFor();
  const site = siteOf({
    '/sheets/': page(),
    '/endless/': page('<script>for (;;);</script>'),
    '/style.css': '',
  });
  const controller = new AbortController();
  const endless = printer.print(site, '/endless/', '2030-01-03', controller.signal);
  const stopped = expect(endless).rejects.toThrow('time is over');
  await vi.waitUntil(() => site.asked.length >= 1, 50_000);
  controller.abort(new Error('time is over'));
  await stopped;
  await printer.print(site, '/sheets/', '2030-01-03');
  await vi.waitUntil(() => profiles().length === 1, 30_000);
  expect(profiles()).toHaveLength(1);
});

test('a browser without work is closed after a while, and leaves no profile', async () => {
  const printer = printerFor(50);
  const site = siteOf({ '/sheets/': page(), '/style.css': '' });
  await printer.print(site, '/sheets/', '2030-01-03');
  expect(profiles().length).toBeGreaterThan(0);
  await vi.waitUntil(() => profiles().length === 0, 30_000);
  expect(profiles()).toEqual([]);
  await printer.print(site, '/sheets/', '2030-01-03');
});

test('a process that exits takes its browser and profile along', () => {
  const reader = new URL('../../../commands/seed-reader.js', import.meta.url).href;
  const script = `const { load } = await import(${JSON.stringify(reader)});
    const { SheetPrinter } = await load('server/made/sheet-printer.ts');
    const body = Buffer.from(${JSON.stringify(page())});
    const fetch = async () => ({ status: 200, headers: { 'content-type': 'text/html' }, body });
    await new SheetPrinter(60_000).print({ base: '', fetch }, '/', '2030-01-03');
    process.exit(7);`;
  let code: unknown;
  try {
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe' });
  } catch (cause) {
    code = (cause as { status: unknown }).status;
  }
  expect(code).toBe(7);
  expect(profiles()).toEqual([]);
});
