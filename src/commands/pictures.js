import { refuseOldNode } from './node-version.js';

const USAGE = `Usage: npm run pictures

  Makes a PNG beside every share picture (SVG) of the site in build/, on two workers. "npm run build" does this at its
  end.

  PICTURES=all npm run build   pictures of every figure, not only of those that stand newest

Ends with 0 when every picture is there, 1 when one could not be made or there is no built site, 2 for other words.`;

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
async function run(words) {
  if (words.length === 1 && (words[0] === '--help' || words[0] === '-h')) {
    console.log(USAGE);
    return 0;
  }
  if (words.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const { existsSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { installIfNeeded } = await import('./install.js');
  const { root } = await import('./run.js');
  await installIfNeeded(root);
  const folder = join(root, 'build');
  if (!existsSync(join(folder, 'share'))) {
    console.error('There is no built site with pictures: npm run build makes one.');
    return 1;
  }
  const { makePictures } = await import('./make-pictures.js');
  const started = Date.now();
  const { made, bytes } = await makePictures(folder, console.log);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`Pictures: ${made} made (${(bytes / 1e6).toFixed(1)} MB, ${seconds} s).`);
  return 0;
}
