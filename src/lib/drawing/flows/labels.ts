import type { DayOrMonth } from '#lib/values/day.ts';
import { asOfText } from '#lib/wording/figures.ts';
import { flowTexts } from '#lib/wording/flows.ts';
import { sayAmount } from '#lib/wording/numbers.ts';
import { tenths } from '#lib/drawing/flow-scale.ts';
import type { Box } from '#lib/drawing/geometry.ts';
import {
  amountWidth,
  ASCENT,
  DESCENT,
  nameWidth,
  sizesOf,
  type DrawingName,
  type TextSizes,
} from './label-text.ts';
import { aboutOf, nameOf, type LabelSpot, type Layout, type Paper } from './layout.ts';
import type { DrawnItem } from './map.ts';

/** An amount as a label writes it: what stands before it with its space, its qualifier with its space, its number. */
export interface AmountText {
  readonly before: string;
  readonly qualifier: string;
  readonly value: string;
}

/**
 * One line of a label, drawn as a text of its own, because WebKit loses lines that are parts of another. `y` is units
 * below the first line.
 */
export interface LabelLine {
  readonly y: number;
  /** A name, or before an amount in the same line. */
  readonly name: string;
  readonly amount: AmountText | null;
  /** A day that is an exception on the map. */
  readonly day: DayOrMonth | null;
  readonly date: string;
}

/** What a label says of one item; it leads to that item's entry. */
export interface LabelPart {
  readonly item: DrawnItem;
  readonly lines: readonly LabelLine[];
}

export interface DrawnLabel {
  readonly about: string;
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Smaller, in one line. */
  readonly inOne: boolean;
  /** Over water. */
  readonly wet: boolean;
  readonly parts: readonly LabelPart[];
  readonly box: Box;
  /** A line to the mark it names, where that is far; empty where it is near. */
  readonly leader: string;
}

/** The labels of one picture, in the order of its list. Items without a place on this drawing are in the list alone. */
export function labelsOf(
  drawn: readonly DrawnItem[],
  layout: Layout,
  drawing: DrawingName,
): DrawnLabel[] {
  const sizes = sizesOf(drawing, layout.dense);
  const groups = new Map<string, DrawnItem[]>();
  for (const one of drawn) {
    const about = aboutOf(one.item.flow);
    groups.set(about, [...(groups.get(about) ?? []), one]);
  }
  return [...groups].flatMap(([about, items]) => {
    const spot = layout.spots[drawing].get(about);
    // On a phone there is room for the first alone; what stands beside it is in the list.
    const shown = drawing === 'phone' ? items.slice(0, 1) : items;
    return spot ? [labelOf(about, shown, spot, sizes, layout.frame)] : [];
  });
}

function labelOf(
  about: string,
  items: readonly DrawnItem[],
  { x, y, anchor, leader, inOne, wet }: LabelSpot,
  sizes: TextSizes,
  frame: Paper,
): DrawnLabel {
  let line = 0;
  const below = () => tenths(line++ * sizes.line);
  const parts = items
    .map((item, i): LabelPart => ({
      item,
      lines: inOne && i === 0 ? [oneLine(item)] : linesOf(item, i === 0, below),
    }))
    // What would stand below the paper is in the list alone; the first of a label has its place.
    .filter(
      ({ lines }, i) => i === 0 || y + (lines.at(-1)?.y ?? 0) < frame.height - sizes.text * DESCENT,
    );
  const width = Math.max(
    ...parts.flatMap(({ item, lines }) => lines.map((one) => lineWidth(one, item, sizes, inOne))),
  );
  const size = inOne ? sizes.small : sizes.text;
  const wanted = { start: x, middle: x - width / 2, end: x - width }[anchor];
  // By the edge of the paper a wide amount moves inwards.
  const left = Math.max(1, Math.min(wanted, frame.width - 1 - width));
  const last = Math.max(...parts.flatMap(({ lines }) => lines.map((one) => one.y)));
  return {
    about,
    x: tenths(x + left - wanted),
    y: tenths(y),
    anchor,
    inOne,
    wet,
    parts,
    box: { left, right: left + width, top: y - size * ASCENT, bottom: y + last + size * DESCENT },
    leader:
      leader === null
        ? ''
        : `M${leader[0].map(tenths).join(' ')}L${leader[1].map(tenths).join(' ')}`,
  };
}

const EMPTY = { name: '', amount: null, day: null, date: '' } as const;

function oneLine(item: DrawnItem): LabelLine {
  return { ...EMPTY, y: 0, name: nameText(item), amount: amountText(item, '') };
}

function linesOf(item: DrawnItem, isFirst: boolean, below: () => number): LabelLine[] {
  const { figure, older } = item;
  return [
    ...(isFirst ? [{ ...EMPTY, y: below(), name: nameText(item) }] : []),
    { ...EMPTY, y: below(), amount: amountText(item, isFirst ? '' : beforeOf(item)) },
    ...(older && isRibbon(item)
      ? [
          {
            ...EMPTY,
            y: below(),
            day: figure.asOf,
            date: `${flowTexts.to} ${asOfText(figure)}`.replaceAll(' ', '\u00a0'),
          },
        ]
      : []),
  ];
}

/** A circle that is older is a ring, and the note says from when. */
const isRibbon = ({ figure }: DrawnItem): boolean => figure.measure.drawnAs === 'arrow';

const nameText = ({ item, otherRule }: DrawnItem): string =>
  `${nameOf(item.flow)}${otherRule ? flowTexts.dagger : ''}`;

function beforeOf({ item: { flow, isBeside } }: DrawnItem): string {
  if (flow.direction === 'onward') return `${flowTexts.from}\u00a0${flow.origin.label}\u00a0`;
  return isBeside ? `${flowTexts.other}\u00a0` : '';
}

function amountText({ figure }: DrawnItem, before: string): AmountText {
  const { qualifier, value } = sayAmount(figure.amount);
  return { before, qualifier: qualifier === '' ? '' : `${qualifier}\u00a0`, value };
}

function lineWidth(
  { name, amount, date }: LabelLine,
  { figure }: DrawnItem,
  { text, small }: TextSizes,
  inOne: boolean,
): number {
  const size = inOne ? small : text;
  const number = amount ? nameWidth(amount.before, size) + amountWidth(figure.amount, size) : 0;
  return (
    (name === '' ? 0 : nameWidth(inOne ? `${name} ` : name, size)) + number + nameWidth(date, small)
  );
}
