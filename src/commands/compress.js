import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
const kinds = new Set([
  '.html',
  '.css',
  '.js',
  '.svg',
  '.csv',
  '.json',
  '.jsonld',
  '.ttl',
  '.txt',
  '.xml',
  '.webmanifest',
]);
/** Below this a packet carries the file either way. */
const smallest = 512;
/** Files at work at once: more than the threads that compress, few enough to keep memory small. */
const atOnce = 8;

/** What the first round trip of a new connection carries; a page that fits is read one trip earlier. */
const oneTrip = 14_600;
/**
 * How brotli is asked to work; what is not named is left to it.
 * @typedef {object} Setting
 * @property {number} quality
 * @property {number} [postfix] bits by which distances are coded another way
 * @property {number} [block] size of a block, as a power of two
 * @property {number} [direct] distances with a code of their own
 */
/**
 * Settings each some times slower than the one before, and by how much it betters the first at most.
 * @type {readonly (Setting & { gain: number })[]}
 */
const slower = [
  { quality: 10, gain: 0.1 },
  { quality: 11, gain: 0.15 },
  // Distances coded another way: now and then some bytes less.
  { quality: 11, gain: 0.15, postfix: 1 },
  { quality: 11, gain: 0.15, postfix: 2 },
  // And in smaller blocks.
  { quality: 11, gain: 0.15, postfix: 2, block: 16, direct: 4 },
  { quality: 11, gain: 0.15, postfix: 3, block: 16, direct: 8 },
  // With none or more of the distances named one by one.
  { quality: 11, gain: 0.15, block: 16 },
  { quality: 11, gain: 0.15, block: 16, direct: 8 },
  { quality: 11, gain: 0.15, block: 16, direct: 12 },
];

/**
 * @param {Buffer} text
 * @param {Setting} setting
 */
const brotliAt = (text, { quality, postfix = 0, block = 0, direct = 0 }) =>
  toBrotli(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
      [constants.BROTLI_PARAM_NDIRECT]: direct,
      ...(block > 0 && { [constants.BROTLI_PARAM_LGBLOCK]: block }),
    },
  });

/**
 * Slower settings take ten and fifty times as long as the quick one, too long for every file of the build: so they are
 * for what they could bring into one trip. Those between take memory that costs more than it saves.
 * @param {Buffer} text
 */
async function brotli(text) {
  const quick = await brotliAt(text, { quality: 6 });
  if (quick.length <= oneTrip) return quick;
  let best = quick;
  for (const setting of slower) {
    if (quick.length * (1 - setting.gain) > oneTrip) continue;
    const slow = await brotliAt(text, setting);
    if (slow.length < best.length) best = slow;
    if (best.length <= oneTrip) break;
  }
  return best;
}

/**
 * Lays a brotli and a gzip beside every text of a folder, as the server sends them. The same texts give the same
 * bytes: no header carries a time.
 * @param {string} folder
 * @returns {Promise<{ files: number, bytes: number, brotli: number }>} what was compressed, and its sizes
 */
export async function compress(folder) {
  const names = await readdir(folder, { recursive: true });
  const texts = names.filter((name) => kinds.has(extname(name))).sort();
  const sum = { files: 0, bytes: 0, brotli: 0 };
  const worker = async () => {
    for (let name = texts.pop(); name !== undefined; name = texts.pop()) {
      const path = join(folder, name);
      if ((await stat(path)).size < smallest) continue;
      const text = await readFile(path);
      const [small, widely] = await Promise.all([brotli(text), toGzip(text, { level: 9 })]);
      await Promise.all([writeFile(`${path}.br`, small), writeFile(`${path}.gz`, widely)]);
      sum.files += 1;
      sum.bytes += text.length;
      sum.brotli += small.length;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return sum;
}
