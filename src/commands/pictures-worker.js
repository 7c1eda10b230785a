import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { pngOfSvg } from './render.js';

/** Makes the picture of each file it is told of, and says so. */
parentPort?.on('message', (/** @type {string} */ svg) => {
  const png = pngOfSvg(readFileSync(svg, 'utf8'));
  writeFileSync(svg.replace(/\.svg$/, '.png'), png);
  parentPort?.postMessage(png.length);
});
