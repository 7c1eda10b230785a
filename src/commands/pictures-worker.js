import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { pngOfSvg } from './render.js';

/** Makes the picture of each file it is told of, and says how many bytes it has. */
parentPort?.on('message', (/** @type {string} */ svg) => {
  try {
    const png = pngOfSvg(readFileSync(svg, 'utf8'));
    writeFileSync(svg.replace(/\.svg$/, '.png'), png);
    parentPort?.postMessage(png.length);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`No picture could be made of ${svg}: ${why}`, { cause });
  }
});
