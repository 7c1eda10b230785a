import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { noteIn } from './png.js';
import { MADE_FROM, nameOf } from './render.js';

const WORKERS = 2;
/** Ms after which a reader is told how far it is, and between two such lines. */
const PATIENCE = 1000;

/**
 * @typedef {{ made: number, kept: number, bytes: number }} Made `bytes` of those made now
 */

/**
 * Makes a PNG beside every share picture of a built site. One that was made from the very same file is kept, so a run
 * that was stopped goes on where it was.
 * @param {string} folder the built site
 * @param {(said: string) => void} say
 * @returns {Promise<Made>}
 */
export async function makePictures(folder, say) {
  const share = join(folder, 'share');
  const all = readdirSync(share, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.svg'))
    .sort()
    .map((name) => join(share, name));
  const left = all.filter((svg) => !isMade(svg));
  const sum = { made: 0, kept: all.length - left.length, bytes: 0 };
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
 * A picture that was only half written, or made from an older file, does not say so and is made anew.
 * @param {string} svg
 */
function isMade(svg) {
  const png = svg.replace(/\.svg$/, '.png');
  if (!existsSync(png)) return false;
  const bytes = readFileSync(png);
  const isWhole = bytes.subarray(-8, -4).toString('latin1') === 'IEND';
  return isWhole && noteIn(bytes, MADE_FROM) === nameOf(readFileSync(svg, 'utf8'));
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
