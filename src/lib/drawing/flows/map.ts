import type { Figure } from '#lib/records/model.ts';
import type { DayOrMonth } from '#lib/values/day.ts';
import { earliestAsOf, latestAsOf } from '#lib/views/flows.ts';
import type { MapItem } from '#lib/views/map-flows.ts';
import type { Box } from '#lib/drawing/arrow.ts';
import { drawnPersons } from '#lib/drawing/drawn-persons.ts';
import { flowLegend, type Legend } from '#lib/drawing/flow-legend.ts';
import { isAtFloor, markSize, tenths } from '#lib/drawing/flow-scale.ts';
import { LABEL, linesOfName, widthOf } from './label-text.ts';
import { lookOf, LOOKS, type Look } from './look.ts';
import { labelOf, linesBeside, nameOf, type Layout } from './plan.ts';
import { leaderOf, strangerOf } from './places.ts';
import { arrowStrokes, circleStrokes, type Stroke } from './strokes.ts';

export type Shape = 'arrow' | 'circle' | 'ring';

/** A ring is sized as a circle. */
export const drawnAs = (shape: Shape): 'arrow' | 'circle' =>
  shape === 'arrow' ? 'arrow' : 'circle';

export interface DrawnItem {
  readonly key: string;
  readonly item: MapItem;
  readonly figure: Figure;
  readonly look: Look;
  /** Units: the stroke of an arrow, the diameter of a circle. */
  readonly width: number;
  /** Drawn paler, and its label says its day: it does not speak about the map's. */
  readonly otherDate: boolean;
  readonly strokes: readonly Stroke[];
}

export interface DrawnLabel {
  readonly about: string;
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly name: readonly string[];
  /** Stands alone where there is no room for more. */
  readonly code: string;
  /** In the order of the list; the first is what the others are beside. */
  readonly items: readonly DrawnItem[];
  /** There is room for its code only. */
  readonly short: boolean;
  readonly box: Box;
  /** A line to the mark it names, where that is far; empty where it is near. */
  readonly leader: string;
}

/** What a map shows beside amounts as stated, each to be explained where it occurs. */
export interface Signs {
  readonly looks: readonly Look[];
  readonly back: boolean;
  readonly beside: boolean;
  /** A movement between two other places, of one day alone. */
  readonly onward: boolean;
  readonly otherDate: boolean;
}

export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly shape: Shape;
  /** The latest day among its figures, or the one it was asked for; null without figures. */
  readonly asOf: DayOrMonth | null;
  /** The first and the last day among its figures, where they differ; else null. */
  readonly span: readonly [DayOrMonth, DayOrMonth] | null;
  /** In the order of the list. */
  readonly items: readonly DrawnItem[];
  readonly labels: readonly DrawnLabel[];
  /** In the list only: places outside the paper or without coordinates. */
  readonly unplaced: readonly MapItem[];
  readonly legend: Legend;
  readonly signs: Signs;
  /** Short names of whose numbers it shows, each once. */
  readonly publishers: readonly string[];
  /** Something is drawn larger than its number asks for, so that it can be seen. */
  readonly hasFloor: boolean;
}

/** The items of one day on the layout of their map. */
export function drawMap(
  items: readonly MapItem[],
  shape: Shape,
  layout: Layout,
  day: DayOrMonth | null = null,
): DrawnMap {
  const asOf = day ?? latestAsOf(items);
  const [first, last] = [earliestAsOf(items), latestAsOf(items)];
  const isPlaced = ({ key }: MapItem) => layout.ways.has(key) || layout.centres.has(key);
  const { factor } = layout;
  const drawn = items.filter(isPlaced).map((item) => draw(item, shape, layout, asOf));
  const numbers = drawn.flatMap(({ figure }) => drawnPersons(figure.amount) ?? []);
  const looks = new Set(drawn.map(({ look }) => look));
  return {
    width: layout.frame.width,
    height: layout.frame.height,
    shape,
    asOf,
    span: first && last && first !== last ? [first, last] : null,
    items: drawn,
    labels: labelsOf(drawn, layout),
    unplaced: items.filter((item) => !isPlaced(item)),
    legend: flowLegend(
      drawnAs(shape),
      numbers.some((number) => number > 0) ? Math.max(...numbers) : null,
      layout.frame.height,
      factor,
    ),
    publishers: [...new Set(drawn.map(({ figure }) => figure.definition.publisher.short))],
    hasFloor: numbers.some((number) => isAtFloor(number, drawnAs(shape), factor)),
    signs: {
      looks: LOOKS.filter((look) => looks.has(look)),
      back: items.some(({ flow }) => flow.direction === 'back'),
      onward: items.some(({ flow }) => flow.direction === 'onward'),
      beside: items.some(({ isBeside }) => isBeside),
      otherDate: drawn.some(({ otherDate }) => otherDate),
    },
  };
}

function draw(item: MapItem, shape: Shape, layout: Layout, asOf: DayOrMonth | null): DrawnItem {
  const { figure } = item.standing;
  const look = lookOf(figure.amount);
  const { width, upper } = sizeOf(figure, shape, layout.factor);
  const drawn = { look, width, upper, hollow: item.isBeside, back: item.flow.direction === 'back' };
  const way = layout.ways.get(item.key);
  const centre = layout.centres.get(item.key);
  return {
    key: item.key,
    item,
    figure,
    look,
    width,
    otherDate: figure.asOf !== asOf,
    strokes: way
      ? arrowStrokes(way, drawn)
      : centre
        ? circleStrokes(centre, drawn, shape === 'ring')
        : [],
  };
}

function sizeOf(
  { amount }: Figure,
  shape: Shape,
  factor: number,
): { width: number; upper: number } {
  const of = (persons: number | null) => markSize(persons, drawnAs(shape), factor);
  const width = of(drawnPersons(amount));
  return { width, upper: amount.kind === 'between' ? of(amount.high) : width };
}

function labelsOf(drawn: readonly DrawnItem[], { frame, labels, wishes }: Layout): DrawnLabel[] {
  const groups = new Map<string, DrawnItem[]>();
  for (const one of drawn) {
    const about = labelOf(one.item.flow);
    groups.set(about, [...(groups.get(about) ?? []), one]);
  }
  return [...groups].flatMap(([about, items]) => {
    const place = labels.get(about);
    const first = items[0];
    if (!place || !first) return [];
    const { box, anchor, short } = place;
    const wish = wishes.find(({ key }) => key === about);
    // Nearer to another's mark it needs a line, however short.
    const far = wish && strangerOf(box, wish, wishes) ? 0 : undefined;
    // Its line begins at the text, which on most days is shorter than the room kept for it.
    const written = {
      ...box,
      bottom: Math.min(box.bottom, box.top + heightOf(items, short)),
    };
    const x = { start: box.left, middle: (box.left + box.right) / 2, end: box.right }[anchor];
    // By the edge of the paper a wide amount moves inwards, where in the middle it may reach out of its room.
    const wide = widthOf(first.figure.amount);
    const before = { start: 0, middle: wide / 2, end: wide }[anchor];
    const onPaper = Math.min(Math.max(x, before), frame.width - wide + before);
    return [
      {
        about,
        x: tenths(onPaper),
        y: tenths(box.top + LABEL.ascent),
        anchor,
        name: linesOfName(nameOf(first.item.flow)),
        code: about,
        items,
        short,
        box,
        leader: wish ? linePath(leaderOf(written, wish.end, far)) : '',
      },
    ];
  });
}

function heightOf(items: readonly DrawnItem[], short: boolean): number {
  const [first] = items;
  if (!first || short) return LABEL.ascent;
  const name = linesOfName(nameOf(first.item.flow)).length;
  const lines = name + 2 + linesBeside(items.map(({ item }) => item));
  return LABEL.ascent + LABEL.line * (lines - 1) + LABEL.descent;
}

function linePath(line: ReturnType<typeof leaderOf>): string {
  if (line === null) return '';
  const [[x, y], [toX, toY]] = line;
  return `M${tenths(x)} ${tenths(y)}L${tenths(toX)} ${tenths(toY)}`;
}
