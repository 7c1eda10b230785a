import { Resvg } from '@resvg/resvg-js';
import { faces } from './fonts.js';

/**
 * A picture to share as a PNG of eight bits a channel, as large in pixels as the SVG says. Only our own fonts are used,
 * so that it looks the same everywhere.
 * @param {string} svg
 * @returns {Buffer}
 * @throws {Error} where the text is no SVG
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
  return image.asPng();
}
