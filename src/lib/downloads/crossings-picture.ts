import { chartPicture, type ChartPicture, type DrawnLine } from '#lib/drawing/crossings-chart.ts';
import { dashOf } from '#lib/drawing/chart-style.ts';
import type { ChartLine } from '#lib/views/summary.ts';
import { scaleDay, scaleNumber } from '#lib/wording/axis.ts';
import { escaped } from './escaped.ts';

/** Of the picture, in px; the page reserves this room before it has come. */
export const pictureSize = { width: 560, height: 380 } as const;
const MARGIN = { top: 14, right: 142, bottom: 30, left: 82 };

/** An SVG file cannot read the page's styles: the look's colours, light and dark, once more. */
const STYLE = `
svg{font:15px system-ui,sans-serif;fill:#1b1f23}
.l{fill:none;stroke:#1d5c9e;stroke-width:1.6}
.m{fill:none;stroke:#1d5c9e;stroke-width:3.2;stroke-linecap:round}
.r{stroke:#d9d5cb}.b{stroke:#59626b;stroke-dasharray:1 3}.t{fill:#59626b}
@media(prefers-color-scheme:dark){svg{fill:#e9e6df}.l,.m{stroke:#86b6ea}.r{stroke:#343a40}.b{stroke:#a5adb5}.t{fill:#a5adb5}}
@media print{svg{fill:#000}.l,.m{stroke:#000}.t{fill:#333}}
`;

/**
 * The chart of one day as an SVG file. It names its lines and its axes; published numbers with all that belongs to
 * them stand in the page's table, so that no number leaves with the picture alone.
 */
export function crossingsPicture(lines: readonly ChartLine[], title: string): string {
  const picture = chartPicture(lines, { ...pictureSize, margin: MARGIN, labelApart: 18 });
  const { plot, width, height } = picture;
  const years = new Set(picture.xTicks.map(({ day }) => day.slice(0, 4)));
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${escaped(title)}</title><style>${STYLE}</style>`,
    ...picture.yTicks.map(
      ({ y, value }) =>
        `<path class="r" d="M${plot.left} ${y}H${plot.right}"/><text class="t" data-scale="" x="${plot.left - 6}" y="${y + 4}" text-anchor="end">${scaleNumber(value)}</text>`,
    ),
    ...picture.xTicks.map(
      ({ x, day }) =>
        `<text class="t" data-scale="" x="${x}" y="${height - 8}" text-anchor="middle">${scaleDay(day, years.size === 1)}</text>`,
    ),
    ...picture.lines.map((line) => lineParts(line, plot)),
    '</svg>\n',
  ];
  return parts.join('\n');
}

function lineParts(
  { place, pattern, segments, end, breaks }: DrawnLine,
  plot: ChartPicture['plot'],
): string {
  const dash = dashOf(pattern);
  const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
  const drawn = segments.map(
    ({ d, marks }) => `<path class="l"${dashes} d="${d}"/><path class="m" d="${marks}"/>`,
  );
  const broken = breaks.map(({ x }) => `<path class="b" d="M${x} ${plot.top}V${plot.bottom}"/>`);
  const label =
    end === null
      ? ''
      : `<path class="b" d="M${end.x + 3} ${end.y}L${end.labelX - 3} ${end.labelY}"/><text x="${end.labelX}" y="${end.labelY + 4}">${escaped(place.label)}</text>`;
  return [...drawn, ...broken, label].join('');
}
