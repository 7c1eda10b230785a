import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';

// Each starts a program of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const root = fileURLToPath(new URL('../../', import.meta.url));

function seeds(...words: string[]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['src/commands/seeds.js', ...words],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return { stdout, stderr, status };
}

test('lawful seeds are counted, and the command ends well', () => {
  const { stdout, status } = seeds('check', 'tests/fixtures/good-seeds');
  expect(stdout).toBe('5 sources, 14 figures, no faults\n');
  expect(status).toBe(0);
});

test('all faults are printed, then their number, and the command fails', () => {
  const empty = mkdtempSync(join(tmpdir(), 'caveat-empty-'));
  const { stdout, status } = seeds('check', empty);
  rmSync(empty, { recursive: true });
  expect(stdout).toMatch(/^breaks\.csv:1:1: expected this file, found none/);
  expect(stdout).toMatch(/\n\n8 faults\. Nothing is published until all are mended\.\n$/);
  expect(status).toBe(1);
});

test.each([[], ['chekc'], ['check', 'a', 'b']])(
  'an unknown command %j is told the known one',
  (...words) => {
    const { stderr, status } = seeds(...words);
    expect(stderr).toMatch(/^Usage: npm run seeds -- check/);
    expect(status).toBe(2);
  },
);

test('a folder that is not there is told in one sentence', () => {
  const { stderr, status } = seeds('check', 'no-such-folder');
  expect(stderr).toBe('The folder no-such-folder cannot be read (ENOENT).\n');
  expect(status).toBe(2);
});
