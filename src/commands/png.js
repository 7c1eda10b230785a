import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The next ones take five times as long for one hundredth less. */
const LEVEL = 6;
/** An index is one byte. */
const MOST_COLOURS = 256;
const INDEXED = 3;
const TRUE_COLOUR = 2;

/**
 * A PNG without loss: with a palette where there are few colours, which halves a picture of text. What compresses is
 * written in JavaScript, so that the same pixels give the same bytes on every machine.
 * @param {{ width: number, height: number, pixels: Uint8Array }} image four bytes a pixel, none of them see-through
 * @param {Readonly<Record<string, string>>} notes said in it to who looks, by keywords in Latin letters
 * @returns {Buffer}
 */
export function pngOf({ width, height, pixels }, notes) {
  const indexed = indexedOf(width, height, pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  header.writeUInt8(indexed ? INDEXED : TRUE_COLOUR, 9);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...Object.entries(notes).map(([name, text]) => chunk('iTXt', noteOf(name, text))),
    ...(indexed ? [chunk('PLTE', indexed.palette)] : []),
    chunk(
      'IDAT',
      zlibSync(indexed ? indexed.rows : rowsOf(width, height, pixels), { level: LEVEL }),
    ),
    chunk('IEND', new Uint8Array()),
  ]);
}

/**
 * What such a file says under a keyword; null where it says nothing.
 * @param {Buffer} png
 * @param {string} name
 */
export function noteIn(png, name) {
  for (let at = SIGNATURE.length; at + 8 <= png.length;) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + length);
    const before = Buffer.from(`${name}\0\0\0\0\0`, 'latin1');
    if (png.toString('latin1', at + 4, at + 8) === 'iTXt' && data.indexOf(before) === 0)
      return data.toString('utf8', before.length);
    at += 12 + length;
  }
  return null;
}

/**
 * Keyword, not compressed, of no named language.
 * @param {string} name
 * @param {string} text
 */
const noteOf = (name, text) =>
  Buffer.concat([Buffer.from(`${name}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')]);

/**
 * @param {string} type
 * @param {Uint8Array} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/**
 * Rows of indexes, each after the byte that says it is not filtered; null where there are too many colours. Colours
 * are numbered in the order in which they come.
 * @param {number} width
 * @param {number} height
 * @param {Uint8Array} pixels
 */
function indexedOf(width, height, pixels) {
  /** @type {Map<number, number>} */
  const numbers = new Map();
  const rows = new Uint8Array((width + 1) * height);
  let [at, from, last, number] = [0, 0, -1, 0];
  for (let y = 0; y < height; y += 1) {
    at += 1;
    for (let x = 0; x < width; x += 1, at += 1, from += 4) {
      const colour =
        ((pixels[from] ?? 0) << 16) | ((pixels[from + 1] ?? 0) << 8) | (pixels[from + 2] ?? 0);
      if (colour !== last) {
        last = colour;
        number = numbers.get(colour) ?? numbers.size;
        if (number === numbers.size) numbers.set(colour, number);
        if (number >= MOST_COLOURS) return null;
      }
      rows[at] = number;
    }
  }
  const palette = Buffer.from(
    [...numbers.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  return { rows, palette };
}

/** Each pixel as what it differs by from the one above: flat ground becomes nothing. */
const UP = 2;

/**
 * @param {number} width
 * @param {number} height
 * @param {Uint8Array} pixels
 */
function rowsOf(width, height, pixels) {
  const rows = new Uint8Array((width * 3 + 1) * height);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    rows[at] = UP;
    at += 1;
    for (let x = 0; x < width; x += 1)
      for (let channel = 0; channel < 3; channel += 1, at += 1) {
        const from = (y * width + x) * 4 + channel;
        rows[at] = (pixels[from] ?? 0) - (y > 0 ? (pixels[from - width * 4] ?? 0) : 0);
      }
  }
  return rows;
}
