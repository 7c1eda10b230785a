import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the programs of node_modules start; run with this very Node, so that no shell or link comes between. */
const programs = {
  eslint: 'eslint/bin/eslint.js',
  kit: '@sveltejs/kit/svelte-kit.js',
  prettier: 'prettier/bin/prettier.cjs',
  'svelte-check': 'svelte-check/bin/svelte-check',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
};

/**
 * @typedef {import('node:child_process').SpawnOptions & { write?: (text: string) => void }} Options with `write` what the
 *   program prints goes there; otherwise where ours goes
 */

/**
 * Runs a program to its end; a signal to us reaches it too.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function run(file, args, { write, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const output = write ? 'pipe' : 'inherit';
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', output, output], ...options });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => write?.(text));
    const end = (/** @type {NodeJS.Signals} */ signal) => {
      child.kill(signal);
      process.exitCode = 1;
    };
    process.once('SIGINT', end).once('SIGTERM', end);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs one of the programs in node_modules.
 * @param {keyof typeof programs} name
 * @param {readonly string[]} args
 * @param {Options} [options]
 */
export function runProgram(name, args, options) {
  return run(process.execPath, [join(root, 'node_modules', programs[name]), ...args], options);
}

/**
 * Runs one of the commands beside this file.
 * @param {'build' | 'seeds'} name
 * @param {readonly string[]} args
 * @param {Options} [options]
 */
export function runCommand(name, args = [], options) {
  return run(process.execPath, [join(root, 'src/commands', `${name}.js`), ...args], options);
}
