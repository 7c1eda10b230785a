import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const without = new Set([
  'node_modules',
  '.git',
  '.svelte-kit',
  'build',
  'test-results',
  'coverage',
]);

/** A copy of the project in another folder, with the same installed packages, to be removed by whoever made it. */
export function copyProject(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-copy-'));
  for (const name of readdirSync('.'))
    if (!without.has(name)) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Builds such a copy as Vite alone does, under the given environment. */
export async function buildCopy(folder: string, env: Record<string, string> = {}): Promise<string> {
  // What vitest sets for itself would make this another build.
  const ours = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VITEST|NODE_ENV|TEST|DEV|PROD|MODE|SSR)/.test(name),
    ),
  );
  await promisify(execFile)(
    process.execPath,
    [join(folder, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: folder, env: { ...ours, NODE_ENV: 'production', ...env }, maxBuffer: 64e6 },
  );
  return join(folder, 'build');
}
