import { drawnSeries, SERIES_PAPER, seriesPictureSize } from '#lib/drawing/series/drawn-series.ts';
import type { ChartPaper } from '#lib/drawing/series/drawn-series.ts';
import type { Scene } from '#lib/drawing/series/scene.ts';
import { escaped } from './escaped.ts';

const { width, height } = seriesPictureSize;

/**
 * An SVG file cannot read the page's styles: the look's colours, light and dark, once more. What is shown narrow has
 * larger letters, so that they are not below eleven px on a phone.
 */
const STYLE = `
svg{font:14px system-ui,sans-serif;fill:#1b1f23}
path{fill:none}.l,.m,.d,.w{stroke:#1d5c9e;stroke-width:1.6}.d{stroke-width:4.4;stroke-linecap:round}.w{stroke-width:3}
.v,.p{stroke:#59626b;stroke-width:.8}.v{opacity:.7}
.r{stroke:#d9d5cb}.b{stroke:#59626b;stroke-dasharray:1 3}.e{stroke:#59626b}.t{fill:#59626b}.h{stroke:#fdfcf9;stroke-width:5;paint-order:stroke}
@media(max-width:480px){svg{font-size:20.5px}.o{display:none}.l,.m{stroke-width:2.4}.d{stroke-width:6}.v,.p{stroke-width:1.4}}
@media(prefers-color-scheme:dark){svg{fill:#e9e6df}.l,.m,.d,.w{stroke:#86b6ea}.r{stroke:#343a40}.v,.p,.b,.e{stroke:#a5adb5}.t{fill:#a5adb5}.h{stroke:#14171a}}
@media print{svg{fill:#000}.l,.m,.d,.w{stroke:#000}.v,.p,.b,.e{stroke:#555}.t{fill:#333}.h{stroke:#fff}}
`;

/**
 * One reading of a series as an SVG file. Its axes and letters are in it, no published number is: those stand with
 * all that belongs to them in the page's table.
 */
export function seriesPicture(scene: Scene, title: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${escaped(title)}</title><style>${STYLE}</style>`,
    ...chartParts(scene, SERIES_PAPER),
    '</svg>\n',
  ].join('\n');
}

/** Axes, lines and marks of a reading on such paper; what shows them styles their classes. */
export function chartParts(scene: Scene, paper: ChartPaper): string[] {
  const { rules, days, signs, letters, earlier, lines, marks, words, labels } = drawnSeries(
    scene,
    paper,
  );
  return [
    ...rules.map(
      ({ d, x, y, text }) =>
        `<path class="r" d="${d}"/><text class="t" data-scale="" x="${x}" y="${y}" text-anchor="end">${text}</text>`,
    ),
    ...days.map(
      ({ odd, x, y, text }) =>
        `<text class="t${odd ? ' o' : ''}" data-scale="" x="${x}" y="${y}" text-anchor="middle">${text}</text>`,
    ),
    ...signs.map(({ kind, d }) => path(kind === 'break' ? 'b' : 'e', d)),
    ...letters.map(
      ({ x, y, text }) => `<text class="t" x="${x}" y="${y}" text-anchor="middle">${text}</text>`,
    ),
    ...earlier.map((d) => `<path class="v" d="${d}"/>`),
    path('p', marks.behind),
    ...lines.map(
      ({ d, dash }) =>
        `<path class="l"${dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : ''} d="${d}"/>`,
    ),
    path('m', marks.bars),
    path('d', marks.dots),
    path('w', words),
    ...labels.map(
      ({ x, y, anchor, text }) =>
        `<text class="h" x="${x}" y="${y}" text-anchor="${anchor}">${escaped(text)}</text>`,
    ),
  ].filter((part) => part !== '');
}

const path = (name: string, d: string): string =>
  d === '' ? '' : `<path class="${name}" d="${d}"/>`;
