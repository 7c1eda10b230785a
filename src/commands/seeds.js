import { refuseOldNode } from './node-version.js';

const USAGE = `Usage: npm run seeds -- check [folder]
       npm run seeds -- diff [folder]
       npm run seeds -- publish [folder]

  check    reads all seeds (or those in the folder) and lists every fault; ends with 1 when there is one
  diff     what readers will see otherwise than it was last published: old and new sentence, and their pages
  publish  records what the seeds say as published, in published.csv, all or nothing; refused while there is a fault`;

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
async function run([command = '', folder, ...more]) {
  const known = ['check', 'diff', 'publish'];
  if (!known.includes(command) || more.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const { openSeeds } = await import('./seed-reader.js');
  const { check, diff, publish } = await import('./seed-commands.js');
  const seeds = await openSeeds(folder);
  if (seeds === null) return 2;
  if (command === 'diff') return diff(seeds);
  return command === 'publish' ? publish(seeds) : check(seeds);
}
