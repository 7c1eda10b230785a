import { encode } from 'uqr';

/** Blank modules around the code: the standard asks for four. */
const BORDER = 4;

export interface Qr {
  /** Modules along a side, with its border. */
  readonly size: number;
  /** The dark modules, one unit each. */
  readonly d: string;
}

/**
 * A text as a QR code (ISO/IEC 18004) that can lose 15 per cent of its area: sheets are folded and copied.
 * @throws {Error} for a text that no code can hold, some 2,300 letters.
 */
export function qrOf(text: string): Qr {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const rows = data.map((row, y) => {
    const runs: string[] = [];
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      runs.push(`M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`);
    }
    return runs.join('');
  });
  return { size, d: rows.join('') };
}

/** The same as a file of its own, for a style that can hold no element; `side` in any unit CSS knows. */
export const qrSvg = ({ size, d }: Qr, side: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${side}" height="${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${d}"/></svg>`;
