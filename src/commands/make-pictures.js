import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const WORKERS = 2;
/** Ms after which a reader is told how far it is, and between two such lines. */
const PATIENCE = 1000;

/**
 * Makes a PNG beside every share picture of a built site.
 * @param {string} folder the built site
 * @param {(said: string) => void} say
 * @returns {Promise<{ made: number, bytes: number }>}
 */
export async function makePictures(folder, say) {
  const share = join(folder, 'share');
  const left = readdirSync(share, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.svg'))
    .sort()
    .map((name) => join(share, name));
  const sum = { made: 0, bytes: 0 };
  const number = left.length;
  let told = Date.now();
  await Promise.all(
    Array.from({ length: Math.min(WORKERS, number) }, () =>
      drain(left, (bytes) => {
        sum.made += 1;
        sum.bytes += bytes;
        if (Date.now() - told < PATIENCE) return;
        told = Date.now();
        say(`${sum.made} of ${number} pictures`);
      }),
    ),
  );
  return sum;
}

/**
 * One worker that takes a file after the other until none is left.
 * @param {string[]} left
 * @param {(bytes: number) => void} done
 * @returns {Promise<void>}
 */
function drain(left, done) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('pictures-worker.js', import.meta.url));
    const next = () => {
      const svg = left.pop();
      if (svg !== undefined) worker.postMessage(svg);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', (bytes) => {
      done(bytes);
      next();
    });
    worker.once('error', (cause) => {
      left.length = 0;
      reject(cause);
    });
    next();
  });
}
