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
 * Runs a program to its end, its output going where ours goes; a signal to us reaches it too.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      ...options,
    });
    const end = (/** @type {NodeJS.Signals} */ signal) => {
      child.kill(signal);
      process.exitCode = 1;
    };
    process.once('SIGINT', end).once('SIGTERM', end);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs one of the programs in node_modules.
 * @param {keyof typeof programs} name
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runProgram(name, args, options) {
  return run(process.execPath, [join(root, 'node_modules', programs[name]), ...args], options);
}

/**
 * Runs one of the commands beside this file.
 * @param {'build' | 'seeds'} name
 * @param {readonly string[]} args
 */
export function runCommand(name, args = []) {
  return run(process.execPath, [join(root, 'src/commands', `${name}.js`), ...args]);
}
