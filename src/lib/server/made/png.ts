import { createRequire } from 'node:module';
import { crc32 } from 'node:zlib';

const require = createRequire(import.meta.url);

/** The faces in which share pictures are set (`drawing/type/`): with others their lines would end elsewhere. */
const faces = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
];

/**
 * A share picture as a PNG, drawn in a thread of its own. Only our own fonts are used, so it looks the same everywhere.
 * Its words are in the file as its description, so that they leave with it.
 * @throws {Error} for what is no SVG
 */
export async function pngOf(svg: string): Promise<Buffer> {
  const { renderAsync } = require('@resvg/resvg-js') as typeof import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    font: {
      fontFiles: faces.map((face) => require.resolve(`@expo-google-fonts/${face}`)),
      loadSystemFonts: false,
      defaultFontFamily: 'Source Sans 3',
    },
    logLevel: 'warn',
  });
  return withDescription(image.asPng(), wordsOf(svg));
}

/** Everything that such a file says, in the order in which it stands there. */
export function wordsOf(svg: string): string {
  return [...svg.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)]
    .map(([, text = '']) =>
      text
        .replace(/<tspan x=/g, ' <tspan x=')
        .replace(/<[^>]*>/g, '')
        .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
    )
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Signature and header of every PNG. */
const HEAD = 8 + 25;

/** The same PNG with one chunk more: an iTXt (PNG specification, 11.3.3.4), not compressed, of no named language. */
function withDescription(png: Buffer, words: string): Buffer {
  const body = Buffer.from(`iTXtDescription\0\0\0\0\0${words}`, 'utf8');
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return Buffer.concat([png.subarray(0, HEAD), chunk, png.subarray(HEAD)]);
}
