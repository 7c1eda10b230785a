/*
 * Cuts the faces in which pages are set from the whole ones: letters of English, Polish, Hungarian and Romanian, digits,
 * quotes, dashes and arrows. Run by hand when a letter is missing; the results are part of the project. The licence of the
 * faces reserves their name, so the cut ones bear none of it; the licence is beside them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fontverter from 'fontverter';
import subsetFont from 'subset-font';
import { faces } from './fonts.js';
import { root } from './run.js';

const ranges = [
  [0x20, 0x7e],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0xff],
  [0x102, 0x107],
  [0x118, 0x119],
  [0x141, 0x144],
  [0x150, 0x151],
  [0x15a, 0x15b],
  [0x170, 0x171],
  [0x179, 0x17c],
  [0x218, 0x21b],
];
const single = ' §©«»°·×‐‑–—‘’“”„†‡•…‰←→↑↓−≥≤\u202f\u2009';
const letters =
  single +
  ranges
    .map(([from = 0, to = 0]) =>
      String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i)),
    )
    .join('');

/** The reserved word, and one of as many letters in its place. */
const RESERVED = 'Source';
const OWN = 'Column';
/** Entries of a face's table of names: the notice of its authors and their licence stay as they are. */
const NOTICES = [0, 7, 13, 14];

/**
 * A face with another name in its own table of names (OpenType, `name`), letter by letter, so that no length changes.
 * @param {Buffer} face
 * @returns {Buffer}
 */
function renamed(face) {
  const tables = Array.from({ length: face.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const entry = tables.find((at) => face.toString('latin1', at, at + 4) === 'name');
  if (entry === undefined) throw new Error('The face has no table of names.');
  const table = face.readUInt32BE(entry + 8);
  const texts = table + face.readUInt16BE(table + 4);
  for (let i = 0; i < face.readUInt16BE(table + 2); i += 1) {
    const record = table + 6 + 12 * i;
    if (NOTICES.includes(face.readUInt16BE(record + 6))) continue;
    const start = texts + face.readUInt16BE(record + 10);
    const text = face.subarray(start, start + face.readUInt16BE(record + 8));
    for (const encoding of /** @type {const} */ (['latin1', 'utf16le'])) {
      const wide = (/** @type {string} */ word) =>
        encoding === 'latin1' ? Buffer.from(word, 'latin1') : Buffer.from(word, 'utf16le').swap16();
      for (let at = text.indexOf(wide(RESERVED)); at !== -1; at = text.indexOf(wide(RESERVED)))
        wide(OWN).copy(text, at);
    }
  }
  return face;
}

const folder = join(root, 'static/fonts');
mkdirSync(folder, { recursive: true });
for (const [name, face] of /** @type {const} */ ([
  ['sans', 'sans'],
  ['sans-bold', 'bold'],
  ['serif', 'serif'],
])) {
  const cut = await subsetFont(readFileSync(faces[face] ?? ''), letters, {
    targetFormat: 'sfnt',
    preserveNameIds: [],
    noLayoutClosure: true,
    noHinting: true,
  });
  const packed = await fontverter.convert(renamed(cut), 'woff2');
  writeFileSync(join(folder, `${name}.woff2`), packed);
  console.log(`${name}.woff2: ${packed.length} bytes`);
}
