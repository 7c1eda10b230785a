import { hasEffect } from '#lib/records/caveats.ts';
import type { Figure, MapName } from '#lib/records/model.ts';
import { dayNumber, lastDayOf, type DayOrMonth } from '#lib/values/day.ts';
import { commonRule, earliestAsOf, latestAsOf } from '#lib/views/flows.ts';
import type { MapItem } from '#lib/views/map-flows.ts';
import { drawnPersons } from '#lib/drawing/drawn-persons.ts';
import { flowLegend, type Legend } from '#lib/drawing/flow-legend.ts';
import { isAtFloor, markSize } from '#lib/drawing/flow-scale.ts';
import { labelsOf, type DrawnLabel } from './labels.ts';
import { DRAWINGS, sizesOf, type DrawingName } from './label-text.ts';
import type { Layout } from './layout.ts';
import { lookOf, LOOKS, type Look } from './look.ts';
import { circleStrokes, ribbonStrokes, type Stroke } from './strokes.ts';

export type Shape = 'arrow' | 'circle' | 'ring';

/** A ring is sized as a circle. */
export const drawnAs = (shape: Shape): 'arrow' | 'circle' =>
  shape === 'arrow' ? 'arrow' : 'circle';

/** Days within which numbers are drawn alike: a quarter of a year. */
const QUARTER = 92;

export interface DrawnItem {
  readonly key: string;
  readonly item: MapItem;
  readonly figure: Figure;
  readonly look: Look;
  /** Units: the width of a ribbon, the diameter of a circle. */
  readonly width: number;
  /** Drawn paler: of a ribbon more than a quarter older than the map, and its label says its day; of a circle not of this year or last. */
  readonly older: boolean;
  /** Counted by another rule than most of the map: its label has a dagger. */
  readonly otherRule: boolean;
  readonly strokes: readonly Stroke[];
}

/** What stands upon the ground for one width of sight. */
export interface Drawing {
  readonly name: DrawingName;
  readonly labels: readonly DrawnLabel[];
  readonly legend: Legend;
  readonly names: readonly MapName[];
}

/** One picture of a map: what goes out, or what goes back. Never both on one: their dates differ and eyes subtract. */
export interface Picture {
  readonly direction: 'out' | 'back';
  /** In the order of the list. */
  readonly items: readonly DrawnItem[];
  readonly drawings: readonly Drawing[];
  /** The latest day among its figures; null without any. */
  readonly asOf: DayOrMonth | null;
  /** The first and the last day among its figures, where they differ, without ribbons whose label says their day; else null. */
  readonly span: readonly [DayOrMonth, DayOrMonth] | null;
  /** Of these days those that we inferred, of every figure that is about them. */
  readonly inferred: readonly DayOrMonth[];
}

/** What a map shows beside amounts as stated, each to be explained where it occurs. */
export interface Signs {
  readonly looks: readonly Look[];
  readonly beside: boolean;
  /** A movement between two other places, of one day alone. */
  readonly onward: boolean;
  readonly older: boolean;
  /** Rules other than that of most, each once, by their label. */
  readonly otherRules: readonly string[];
}

export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly shape: Shape;
  /** Many places: smaller letters on the wide drawing. */
  readonly dense: boolean;
  /** The latest day among its figures, or the one it was asked for; null without figures. */
  readonly asOf: DayOrMonth | null;
  /** In the order of the list: what goes out, then what goes back. */
  readonly items: readonly DrawnItem[];
  /** What goes out, and where something does, what goes back. */
  readonly pictures: readonly Picture[];
  /** In the list only: places outside the paper or without coordinates. */
  readonly unplaced: readonly MapItem[];
  /** What its numbers are not, in a sentence; may be empty. */
  readonly counted: string;
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
  const isPlaced = ({ key }: MapItem) => layout.curves.has(key) || layout.centres.has(key);
  const { factor } = layout;
  const rule = commonRule(items.filter(({ flow }) => flow.direction === 'out'));
  const drawn = items.filter(isPlaced).map((item) => draw(item, shape, layout, asOf, rule));
  const numbers = drawn.flatMap(({ figure }) => drawnPersons(figure.amount) ?? []);
  const looks = new Set(drawn.map(({ look }) => look));
  const [out, back] = [false, true].map((isBack) =>
    drawn.filter(({ item }) => (item.flow.direction === 'back') === isBack),
  ) as [DrawnItem[], DrawnItem[]];
  const largest = numbers.some((number) => number > 0) ? Math.max(...numbers) : null;
  return {
    width: layout.frame.width,
    height: layout.frame.height,
    shape,
    dense: layout.dense,
    asOf,
    items: [...out, ...back],
    pictures: [
      picture('out', out, layout, shape, largest),
      ...(back.length > 0 ? [picture('back', back, layout, shape, largest)] : []),
    ],
    unplaced: items.filter((item) => !isPlaced(item)),
    counted: drawn[0]?.figure.measure.counted ?? '',
    publishers: [...new Set(drawn.map(({ figure }) => figure.definition.publisher.short))],
    hasFloor: numbers.some((number) => isAtFloor(number, drawnAs(shape), factor)),
    signs: {
      looks: LOOKS.filter((look) => looks.has(look)),
      onward: items.some(({ flow }) => flow.direction === 'onward'),
      beside: items.some(({ isBeside }) => isBeside),
      older: drawn.some(({ older }) => older),
      otherRules: [
        ...new Set(
          drawn.filter(({ otherRule }) => otherRule).map(({ figure }) => figure.definition.label),
        ),
      ],
    },
  };
}

function picture(
  direction: Picture['direction'],
  items: readonly DrawnItem[],
  layout: Layout,
  shape: Shape,
  largest: number | null,
): Picture {
  const { frame, dense, factor, names } = layout;
  const undated = items.filter(({ older }) => !older || shape !== 'arrow');
  const shown = (undated.length > 0 ? undated : items).map(({ item }) => item);
  const [first, last] = [earliestAsOf(shown), latestAsOf(shown)];
  return {
    direction,
    items,
    asOf: last,
    span: first && last && first !== last ? [first, last] : null,
    inferred: [first, last].flatMap((day) =>
      day !== null &&
      items.every(({ figure }) => figure.asOf !== day || hasEffect(figure.caveats, 'day-inferred'))
        ? [day]
        : [],
    ),
    drawings: DRAWINGS.map((name) => ({
      name,
      labels: labelsOf(items, layout, name),
      // The key stands on the first picture, for both.
      legend: flowLegend(drawnAs(shape), direction === 'out' ? largest : null, {
        height: frame.height,
        size: sizesOf(name, dense).small,
        factor,
      }),
      // Among circles, and on a second map, the names of those not counted would be too many.
      names: names.filter(
        ({ drawing, kind }) =>
          drawing === name && (kind !== 'country' || (shape === 'arrow' && direction === 'out')),
      ),
    })),
  };
}

function draw(
  item: MapItem,
  shape: Shape,
  layout: Layout,
  asOf: DayOrMonth | null,
  rule: string | undefined,
): DrawnItem {
  const { figure } = item.standing;
  const look = lookOf(figure.amount);
  const { width, upper } = sizeOf(figure, shape, layout.factor);
  const isBack = item.flow.direction === 'back';
  const drawn = { look, width, upper, hollow: item.isBeside || isBack };
  const curve = layout.curves.get(item.key);
  const centre = layout.centres.get(item.key);
  return {
    key: item.key,
    item,
    figure,
    look,
    width,
    // What goes back has a note of its own days.
    older: asOf !== null && !isBack && isOlder(figure.asOf, asOf, shape),
    otherRule:
      shape === 'arrow' &&
      item.flow.direction === 'out' &&
      !item.isBeside &&
      figure.definition.id !== rule,
    strokes: curve
      ? ribbonStrokes(curve, drawn)
      : centre
        ? circleStrokes(centre, drawn, shape === 'ring')
        : [],
  };
}

function isOlder(own: DayOrMonth, latest: DayOrMonth, shape: Shape): boolean {
  if (shape !== 'arrow') return Number(own.slice(0, 4)) < Number(latest.slice(0, 4)) - 1;
  return dayNumber(lastDayOf(latest)) - dayNumber(lastDayOf(own)) > QUARTER;
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
