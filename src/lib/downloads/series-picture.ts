import { dashOf } from '#lib/drawing/chart-style.ts';
import { dayTicks, numberTicks } from '#lib/drawing/chart-ticks.ts';
import { stepPath } from '#lib/drawing/step-path.ts';
import { isoOf } from '#lib/drawing/series/chart-data.ts';
import { placedLabels, placedLetters } from '#lib/drawing/series/letters.ts';
import { markPaths } from '#lib/drawing/series/mark-paths.ts';
import { scalesOf, type Plot, type Scales } from '#lib/drawing/series/plot.ts';
import type { Scene, SceneLine } from '#lib/drawing/series/scene.ts';
import type { Day } from '#lib/values/day.ts';
import { scaleDay, scaleNumber } from '#lib/wording/axis.ts';
import { escaped } from './escaped.ts';

/** Of the picture, in px; the page reserves this room before it has come. */
export const seriesPictureSize = { width: 600, height: 400 } as const;
const { width, height } = seriesPictureSize;

/** Paper of a chart, in px. */
export interface ChartPaper {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  /** Room of a letter, a line, the letter of a key and a day at the axis. */
  readonly letter: number;
  readonly line: number;
  readonly key: number;
  readonly day: number;
  /** Whether breaks and events have their letters: where something beside the chart explains them. */
  readonly lettered: boolean;
}

/** Letters are measured as they are where the picture is shown on a phone and its text is set larger. */
const PAPER: ChartPaper = {
  ...seriesPictureSize,
  plot: { left: 114, top: 34, right: 576, bottom: 340 },
  letter: 11.3,
  line: 24,
  key: 24,
  day: 104,
  lettered: true,
};

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
    ...chartParts(scene, PAPER),
    '</svg>\n',
  ].join('\n');
}

/** Axes, lines and marks of a reading on such paper; what shows them styles their classes. */
export function chartParts(scene: Scene, paper: ChartPaper): string[] {
  const { plot } = paper;
  const values = numberTicks(scene.most);
  const scales = scalesOf(plot, scene.first, scene.last, values.at(-1) ?? 1);
  const paths = markPaths(scene.marks, scales);
  const earlier = scene.lines.filter(({ behind }) => behind);
  const newest = scene.lines.filter(({ behind }) => !behind);
  return [
    ...values.map((value) => rule(scales.y(value), value, plot)),
    ...days(scene, scales, paper),
    ...letters(scene, scales, paper),
    ...earlier.map((line) => `<path class="v" d="${pathOf(line, scales)}"/>`),
    path('p', paths.behind),
    ...newest.map((line) => `<path class="l"${dashes(line)} d="${pathOf(line, scales)}"/>`),
    path('m', paths.bars),
    path('d', paths.dots),
    path('w', paths.words.map((x) => `M${x} ${plot.bottom}v-8`).join('')),
    ...placedLabels(scene.lines, scales, plot, paper.letter, paper.line).map(
      ({ x, y, anchor, text }) =>
        `<text class="h" x="${x}" y="${y}" text-anchor="${anchor}">${escaped(text)}</text>`,
    ),
  ].filter((part) => part !== '');
}

const path = (name: string, d: string): string =>
  d === '' ? '' : `<path class="${name}" d="${d}"/>`;

const rule = (y: number, value: number, plot: Plot): string =>
  `<path class="r" d="M${plot.left} ${y}H${plot.right}"/><text class="t" data-scale="" x="${plot.left - 8}" y="${y + 5}" text-anchor="end">${scaleNumber(value)}</text>`;

/** On a phone every second day is left out where all would touch. */
function days({ first, last }: Scene, { x }: Scales, paper: ChartPaper): string[] {
  const ticks = first === last ? [first] : dayTicks(first, last);
  const isOneYear = isoOf(first).slice(0, 4) === isoOf(last).slice(0, 4);
  const crowded = ticks.length > 1 && x(ticks[1] ?? 0) - x(ticks[0] ?? 0) < paper.day;
  return ticks.map((day, index) => {
    const odd = crowded && index % 2 === 1 ? ' o' : '';
    const at = Math.min(x(day), paper.width - paper.day / 2);
    return `<text class="t${odd}" data-scale="" x="${at}" y="${paper.height - 8}" text-anchor="middle">${scaleDay(isoOf(day) as Day, isOneYear)}</text>`;
  });
}

/** Breaks are rules through the whole plot with their letter above; events ticks under its foot. */
function letters({ keys }: Scene, scales: Scales, { plot, key, lettered }: ChartPaper): string[] {
  const drawn = keys.filter(({ letter }) => letter !== '');
  const text = (at: number, y: number, said: string) =>
    `<text class="t" x="${at}" y="${y}" text-anchor="middle">${said}</text>`;
  const placed = (kind: 'break' | 'event') =>
    lettered ? placedLetters(drawn, kind, scales, key) : [];
  return [
    ...drawn.map(({ kind, at }) =>
      kind === 'break'
        ? `<path class="b" d="M${scales.x(at)} ${plot.top - 8}V${plot.bottom}"/>`
        : `<path class="e" d="M${scales.x(at)} ${plot.bottom}v6"/>`,
    ),
    ...placed('break').map(({ x, text: said }) => text(x, plot.top - 13, said)),
    ...placed('event').map(({ x, text: said }) => text(x, plot.bottom + 24, said)),
  ];
}

const pathOf = ({ runs }: SceneLine, { x, y }: Scales): string =>
  stepPath(runs.map((run) => run.map(({ day, value }) => [x(day), y(value)] as const)));

function dashes({ dash }: SceneLine): string {
  const pattern = dashOf(dash);
  return pattern.length > 0 ? ` stroke-dasharray="${pattern.join(' ')}"` : '';
}
