import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** The text that a brotli holds. */
export const fromBrotli = promisify(brotliDecompress);

/** Kinds of content that compress well. */
const TEXT = /^text\/|[/+](?:json|xml|javascript|yaml|x-bibtex|x-research-info-systems)\b/;
/** Bytes below which one packet carries the text either way. */
const SMALLEST = 512;

/** What the first round trip of a new connection carries; a page that fits is read one trip earlier. */
const oneTrip = 14_600;

/**
 * @typedef {object} Setting how brotli is asked to work; what is not named is left to it
 * @property {number} quality
 * @property {number} [postfix] bits by which distances are coded another way
 * @property {number} [block] size of a block, as a power of two
 * @property {number} [direct] distances with a code of their own
 */

/** For an answer that nobody may ask for again. */
const quick = { quality: 5 };
/** For an answer that is asked for again. */
const best = { quality: 11 };
/** Bytes from which that takes seconds, in which the second reader would wait. */
const LARGE = 500_000;
const bestOfLarge = { quality: 9 };
/**
 * Settings that code distances another way: now and then some bytes less, tried where those bytes bring a page within one
 * trip, and the share of its size that they could save at most.
 * @type {readonly Setting[]}
 */
const others = [
  { quality: 11, postfix: 1 },
  { quality: 11, postfix: 2 },
  { quality: 11, postfix: 2, block: 16, direct: 4 },
  { quality: 11, postfix: 3, block: 16, direct: 8 },
  { quality: 11, block: 16 },
  { quality: 11, block: 16, direct: 8 },
  { quality: 11, block: 16, direct: 12 },
];
const SAVED = 0.005;

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
 * Whether a body is worth compressing.
 * @param {string} type its content type
 * @param {number} bytes
 */
export const isCompressible = (type, bytes) => bytes >= SMALLEST && TEXT.test(type);

/**
 * A few milliseconds for a page.
 * @param {Buffer} text
 */
export const brotliQuickly = (text) => brotliAt(text, quick);

/**
 * The smallest brotli: some hundred milliseconds for a page, a few times that where it may then fit one trip. Large files
 * of data are some tenth larger than they could be.
 * @param {Buffer} text
 */
export async function brotliBest(text) {
  if (text.length > LARGE) return brotliAt(text, bestOfLarge);
  let smallest = await brotliAt(text, best);
  if (smallest.length * (1 - SAVED) > oneTrip) return smallest;
  for (const setting of others) {
    if (smallest.length <= oneTrip) break;
    const other = await brotliAt(text, setting);
    if (other.length < smallest.length) smallest = other;
  }
  return smallest;
}

/**
 * The same text gives the same bytes: the header carries no time.
 * @param {Buffer} text
 */
export const gzipped = (text) => toGzip(text, { level: 9 });
