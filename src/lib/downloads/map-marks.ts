import { labelRows, type LabelRow } from '#lib/drawing/flows/label-rows.ts';
import type { Look } from '#lib/drawing/flows/look.ts';
import type { DrawnItem, DrawnMap } from '#lib/drawing/flows/map.ts';
import type { Stroke } from '#lib/drawing/flows/strokes.ts';
import type { Figure } from '#lib/records/model.ts';
import { sayNumber } from '#lib/wording/numbers.ts';
import { escaped } from './escaped.ts';

/** All that a map draws upon its ground: marks, labels with their numbers, and the legend. */
export function mapMarks(drawn: DrawnMap): string {
  return [
    ...drawn.items.map(
      ({ key, figure, otherDate, strokes, look }: DrawnItem) =>
        `<g data-mark="${key}" data-flow="${figure.id}"${otherDate ? ' class="pale"' : ''}>${marks(strokes, look)}</g>`,
    ),
    ...drawn.labels.flatMap((label) => [
      label.leader === '' ? '' : `<path class="leader" d="${label.leader}"/>`,
      ...labelRows(label).map(
        ({ item, rows }) =>
          `<text text-anchor="${label.anchor}" data-label="${label.about}">${rows
            .map((row) => rowMarkup(row, label.x, item.figure))
            .join('')}</text>`,
      ),
    ]),
    `<g class="legend">${drawn.legend.samples
      .map(
        ({ persons, d, width, label }) =>
          `<path class="${width > 0 ? 'shaft' : 'sample'}" d="${d}"${width > 0 ? ` stroke-width="${width}"` : ''}/><text data-scale="" x="${label.x}" y="${label.y}">${sayNumber(persons)}</text>`,
      )
      .join('')}</g>`,
  ].join('');
}

function rowMarkup(row: LabelRow, x: number, figure: Figure): string {
  const at = `x="${x}" y="${row.y}"`;
  if (row.kind === 'amount')
    return `<tspan ${at}>${escaped(row.before)}<tspan data-figure="${figure.id}">${escaped(row.qualifier)}<tspan${row.isFirst ? ' class="bold"' : ''}>${escaped(row.value)}</tspan></tspan></tspan>`;
  const name = row.kind === 'date' && row.isOther ? 'date chip' : row.kind;
  const day = row.kind === 'date' ? ` data-day="${figure.asOf}"` : '';
  return `<tspan ${at} class="${name}"${day}>${escaped(row.text)}</tspan>`;
}

/** The strokes of one mark, in their order. */
export const marks = (strokes: readonly Stroke[], look: Look): string =>
  strokes
    .map(({ name, d, width }) => {
      // The class of a heading is taken in this file.
      const shown = name === 'head' ? 'head-mark' : name;
      const filled = name === 'hollow' && width === 0 ? ' filled' : '';
      const dashed = look === 'word' && name === 'shaft' ? ' dashed' : '';
      return `<path class="${shown}${dashed}${filled}" d="${d}"${width > 0 ? ` stroke-width="${width}"` : ''}/>`;
    })
    .join('');
