// Reads how wide each letter of the fonts of share pictures is and writes it for src/lib/drawing.
// Needed again only when the fonts change: node src/commands/cut-widths.js
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faces } from './fonts.js';
import { root } from './run.js';

/** Latin with all its accents, Cyrillic, and the signs of running text. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x218, 0x21b],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x2010, 0x2026],
  [0x2030, 0x203a],
];

/**
 * The advance of every such letter, in thousandths of the size of the text.
 * @param {Buffer} font
 */
function widthsOf(font) {
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
      const at = 12 + i * 16;
      return /** @type {const} */ ([
        font.toString('latin1', at, at + 4),
        font.readUInt32BE(at + 8),
      ]);
    }),
  );
  const table = (/** @type {string} */ name) => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`The font has no table ${name}.`);
    return at;
  };
  const perEm = font.readUInt16BE(table('head') + 18);
  const measured = font.readUInt16BE(table('hhea') + 34);
  const glyphOf = glyphs(font, table('cmap'));
  /** @type {Record<string, number>} */
  const widths = {};
  for (const [from = 0, to = 0] of RANGES)
    for (let code = from; code <= to; code += 1) {
      const glyph = glyphOf(code);
      if (glyph === 0) continue;
      const advance = font.readUInt16BE(table('hmtx') + Math.min(glyph, measured - 1) * 4);
      widths[String.fromCodePoint(code)] = Math.round((advance * 1000) / perEm);
    }
  return widths;
}

/**
 * Which glyph stands for a letter, by the table of form 4 that every such font has; 0 for none.
 * @param {Buffer} font
 * @param {number} cmap
 */
function glyphs(font, cmap) {
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, i) => cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4),
  );
  const at = subtables.find((one) => font.readUInt16BE(one) === 4);
  if (at === undefined) throw new Error('The font has no letters of form 4.');
  const twice = font.readUInt16BE(at + 6);
  const [ends, starts] = [at + 14, at + 16 + twice];
  const [deltas, offsets] = [starts + twice, starts + 2 * twice];
  return (/** @type {number} */ code) => {
    for (let i = 0; i < twice; i += 2) {
      if (font.readUInt16BE(ends + i) < code) continue;
      const start = font.readUInt16BE(starts + i);
      if (start > code) return 0;
      const delta = font.readUInt16BE(deltas + i);
      const offset = font.readUInt16BE(offsets + i);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = font.readUInt16BE(offsets + i + offset + (code - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

const widths = Object.fromEntries(
  Object.entries(faces).map(([name, file]) => [name, widthsOf(readFileSync(file))]),
);
const file = join(root, 'src/lib/drawing/type/widths.json');
writeFileSync(file, `${JSON.stringify(widths)}\n`);
console.log(
  Object.entries(widths)
    .map(([name, all]) => `${name}: ${Object.keys(all).length} letters`)
    .join(', '),
);
