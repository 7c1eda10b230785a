import type { BaseMap } from '#lib/drawing/draw-base-map.ts';
import type { DrawingName } from '#lib/drawing/flows/label-text.ts';
import type { LabelLine, LabelPart } from '#lib/drawing/flows/labels.ts';
import type { Picture } from '#lib/drawing/flows/map.ts';
import type { Stroke } from '#lib/drawing/flows/strokes.ts';
import { sayNumber } from '#lib/wording/numbers.ts';
import { escaped } from './escaped.ts';

/** The ground of a file's first map; a second one uses it again. */
export function groundMarkup(base: BaseMap): string {
  const dotted = base.dotted === '' ? '' : `<path class="dotted" d="${base.dotted}"/>`;
  return `<g id="ground" transform="scale(${base.step})"><path class="land" d="${base.land}"/><path class="borders" d="${base.borders}"/>${dotted}<path class="home" d="${base.home}"/></g>`;
}

/** All that one picture of a map draws upon its ground: names, marks, labels with their numbers, and the key. */
export function mapMarks({ items, drawings }: Picture, name: DrawingName): string {
  const drawing = drawings.find((one) => one.name === name);
  if (!drawing) throw new Error(`expected a drawing ${name}, found none`);
  const { labels, legend, names } = drawing;
  return [
    ...names.map(
      ({ kind, text, at: [x, y], turn }) =>
        `<text class="name ${kind === 'home' ? 'origin' : kind}" text-anchor="middle" transform="translate(${x} ${y})${turn === 0 ? '' : ` rotate(${turn})`}">${escaped(kind === 'home' ? text.toUpperCase() : text)}</text>`,
    ),
    ...items.map(
      ({ key, figure, older, strokes }) =>
        `<g data-mark="${key}" data-flow="${figure.id}"${older ? ' class="older"' : ''}>${marks(strokes, older)}</g>`,
    ),
    ...labels.flatMap(({ about, x, y, anchor, inOne, wet, leader, parts }) => [
      leader === '' ? '' : `<path class="leader" d="${leader}"/>`,
      `<g text-anchor="${anchor}" data-label="${about}"${inOne || wet ? ` class="${[inOne && 'one', wet && 'wet'].filter(Boolean).join(' ')}"` : ''} transform="translate(${x} ${y})">${parts.map(partMarkup).join('')}</g>`,
    ]),
    `<g class="legend">${legend.samples
      .map(
        ({ persons, name, d, label }) =>
          `<path class="${name}" d="${d}"/><text data-scale="" x="${label.x}" y="${label.y}">${sayNumber(persons)}</text>`,
      )
      .join('')}</g>`,
  ].join('');
}

const partMarkup = ({ item, lines }: LabelPart): string =>
  lines.map((line) => lineMarkup(line, item.figure.id)).join('');

function lineMarkup({ y, name, amount, day, date }: LabelLine, figure: string): string {
  if (day !== null) return `<text y="${y}" class="date" data-day="${day}">${escaped(date)}</text>`;
  const number =
    amount === null
      ? ''
      : `${name === '' ? '' : ' '}${escaped(amount.before)}<tspan data-figure="${figure}">${escaped(amount.qualifier)}<tspan class="bold">${escaped(amount.value)}</tspan></tspan>`;
  return `<text y="${y}">${escaped(name)}${number}</text>`;
}

/** The paths of one mark; what makes the pixels knows no selector but names. */
const marks = (strokes: readonly Stroke[], older: boolean): string =>
  strokes
    .map(({ name, d }) => `<path class="${name}${older ? ` older-${name}` : ''}" d="${d}"/>`)
    .join('');
