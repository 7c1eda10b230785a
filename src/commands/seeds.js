import { fileURLToPath } from 'node:url';
import { refuseOldNode } from './node-version.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const USAGE = `Usage: npm run seeds -- check [folder]

  check   reads all seeds (or those in the folder) and lists every fault; ends with 1 when there is one`;

refuseOldNode();
run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);

/**
 * @param {string[]} words
 * @returns {Promise<number>} the exit code
 */
async function run([command, folder, ...more]) {
  if (command === 'check' && more.length === 0) return check(folder);
  console.error(USAGE);
  return 2;
}

/** @param {string | undefined} given */
async function check(given) {
  const { resolve } = await import('node:path');
  const { installIfNeeded } = await import('./install.js');
  await installIfNeeded(ROOT);
  const { readSeedFiles } = await import('./seed-files.js');
  const folder = given === undefined ? `${ROOT}seeds` : resolve(given);
  // Vite takes its time to start; the disk can be read meanwhile.
  const reader = records();
  const files = await readSeedFiles(folder).catch((cause) => {
    if (cause instanceof Error && 'code' in cause) return String(cause.code);
    throw cause;
  });
  const { readLibrary } = await reader;
  if (typeof files === 'string') {
    console.error(`The folder ${given ?? 'seeds'} cannot be read (${files}).`);
    return 2;
  }
  const { library, faults } = readLibrary(files.texts);
  const all = [...files.faults, ...faults.map(({ message }) => message)];
  if (all.length > 0 || library === null) {
    console.log(all.join('\n'));
    console.log(`\n${count(all.length, 'fault')}. Nothing is published until all are mended.`);
    return 1;
  }
  const sources = count(library.sources.length, 'source');
  console.log(`${sources}, ${count(library.figures.length, 'figure')}, no faults`);
  return 0;
}

/**
 * The reader is TypeScript: Vite, which builds the site from it, loads it here too.
 * @returns {Promise<typeof import('../lib/records/library.ts')>}
 */
async function records() {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(`${ROOT}src/lib/records/library.ts`, {
    root: ROOT,
    configFile: false,
    logLevel: 'error',
  });
  return /** @type {typeof import('../lib/records/library.ts')} */ (module);
}

/**
 * @param {number} n
 * @param {string} one
 */
function count(n, one) {
  return `${new Intl.NumberFormat('en').format(n)} ${one}${n === 1 ? '' : 's'}`;
}
