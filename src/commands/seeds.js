import { fileURLToPath } from 'node:url';
import { refuseOldNode } from './node-version.js';
import { installIfNeeded } from './install.js';

refuseOldNode();
// Whoever reads only the first lines (head, less) has closed the pipe: that is no fault of this command.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (/** @type {NodeJS.ErrnoException} */ cause) => {
    if (cause.code !== 'EPIPE') throw cause;
    process.exit();
  });
run(process.argv).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);

/**
 * @param {string[]} argv
 * @returns {Promise<number>} the exit code
 */
async function run(argv) {
  await installIfNeeded(fileURLToPath(new URL('../../', import.meta.url)));
  const { runProgram } = await import('./verbs/program.js');
  return runProgram(argv);
}
