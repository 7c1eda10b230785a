import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, runProgram } from './run.js';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} Package
 * @typedef {{ packages: Record<string, Package> }} Lockfile
 */

/**
 * Whether what npm noted in node_modules is what the lockfile asks for. Optional packages may be missing: those for
 * other machines are.
 * @param {Lockfile} asked package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json, which npm writes last
 */
export function isInstalled(asked, installed) {
  return Object.entries(asked.packages).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    if (found === undefined) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

/**
 * Makes the folder ready for any command: installed as the lockfile says, and with the settings that SvelteKit
 * writes for TypeScript, which ours extend and which no clone has. Programs that this one starts need not look again,
 * and those that a test starts never do: INSTALLED=yes says so.
 * @param {string} root
 */
export async function installIfNeeded(root) {
  if (process.env['INSTALLED'] === 'yes') return;
  await install(root);
  if (
    !existsSync(join(root, '.svelte-kit/tsconfig.json')) &&
    (await runProgram('kit', ['sync'], { cwd: root })) !== 0
  )
    throw new Error('SvelteKit could not write its settings: see what it says above.');
  process.env['INSTALLED'] = 'yes';
}

/**
 * Installs exactly what the lockfile says when node_modules holds something else. The lockfile is never written.
 * @param {string} root
 */
async function install(root) {
  const note = join(root, 'node_modules/.package-lock.json');
  const read = (/** @type {string} */ path) =>
    /** @type {Lockfile} */ (JSON.parse(readFileSync(path, 'utf8')));
  if (existsSync(note) && isInstalled(read(join(root, 'package-lock.json')), read(note))) return;
  console.log('Installing what package-lock.json names …');
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--ignore-scripts', '--no-fund', '--no-audit'];
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { cwd: root })
    : await run('npm', args, { cwd: root, shell: process.platform === 'win32' });
  if (code !== 0)
    throw new Error('npm ci failed: see its message above; the network may be out of reach.');
}
