import { createHash } from 'node:crypto';
import { Resvg } from '@resvg/resvg-js';
import { faces } from './fonts.js';
import { pngOf } from './png.js';

/** Of what makes the pixels: another number makes every picture anew. */
const MAKER = 1;

/** Under which keyword a picture names what it was made from. */
export const MADE_FROM = 'Source';

/**
 * What a picture is made from, in a few letters that change when it must be made anew.
 * @param {string} svg
 */
export const nameOf = (svg) =>
  createHash('sha256').update(`${MAKER}\0${svg}`).digest('hex').slice(0, 16);

/**
 * The pixels of a share picture as a PNG. Only our own fonts are used, so it looks the same everywhere. Its words are
 * in it as its description, so that they leave with it.
 * @param {string} svg
 */
export function pngOfSvg(svg) {
  const image = new Resvg(svg, {
    font: {
      fontFiles: Object.values(faces),
      loadSystemFonts: false,
      defaultFontFamily: 'Source Sans 3',
    },
    logLevel: 'warn',
  }).render();
  return pngOf(image, { Description: wordsOf(svg), [MADE_FROM]: nameOf(svg) });
}

/**
 * Everything that such a file says, in the order in which it stands there.
 * @param {string} svg
 */
export function wordsOf(svg) {
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
