import type { Figure, FrameDrawing, MapName, RibbonPlan } from '#lib/records/model.ts';
import type { MapFlow, MapItem } from '#lib/views/map-flows.ts';
import { drawnPersons } from '#lib/drawing/drawn-persons.ts';
import { flowLegend } from '#lib/drawing/flow-legend.ts';
import { markSize } from '#lib/drawing/flow-scale.ts';
import { distanceTo, nearestIn, type Box, type Point } from '#lib/drawing/geometry.ts';
import { cornersOf, discsOn, ribbon, type Curve } from '#lib/drawing/ribbon.ts';
import { curvesByRule, type CurveAsked } from './curves.ts';
import {
  amountWidth,
  ASCENT,
  DESCENT,
  DRAWINGS,
  nameWidth,
  sizesOf,
  TWO_LINES,
  type DrawingName,
  type TextSizes,
} from './label-text.ts';
import { placeLabels, type LabelAsked, type LabelPlace, type Obstacles } from './place-labels.ts';

/** Where a label stands on all days. */
export interface LabelSpot {
  readonly x: number;
  /** Baseline of its first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** From the mark to the label, where that is far; else null. */
  readonly leader: readonly [Point, Point] | null;
  /** Name and number in one line, smaller. */
  readonly inOne: boolean;
  /** Over water rather than land. */
  readonly wet: boolean;
}

/** Where everything of one map stands on paper, the same on all its days: a reader who goes from day to day sees amounts change and nothing else. */
export interface Layout {
  readonly frame: Paper;
  /** Many places: smaller letters. */
  readonly dense: boolean;
  /** By key of an item: the centre line of its ribbon. */
  readonly curves: ReadonlyMap<string, Curve>;
  /** By key of an item: where it stands as a circle. */
  readonly centres: ReadonlyMap<string, Point>;
  /** Of each drawing, by what a label is about. */
  readonly spots: Readonly<Record<DrawingName, ReadonlyMap<string, LabelSpot>>>;
  readonly names: readonly MapName[];
  /** By how much marks are smaller than on the paper for which their scale was set. */
  readonly factor: number;
}

export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** A way that some day's map draws, with the most it ever has to hold. */
export interface Planned {
  readonly key: string;
  readonly flow: MapFlow;
  readonly isBeside: boolean;
  /** Units: the widest it is ever drawn. */
  readonly width: number;
  /** The persons of that day; 0 where there never was a number. */
  readonly persons: number;
  /** Units that its longest amount takes in letters of one unit. */
  readonly room: number;
}

/** What a map ever has to draw, from the items of all its states: of each the largest number and the longest text. */
export function planned(
  states: Iterable<readonly MapItem[]>,
  flows: readonly MapFlow[],
  drawnAs: 'arrow' | 'circle',
  factor = 1,
): Planned[] {
  const plans = new Map<string, Planned>();
  // Most states show figures that another one has shown.
  const seen = new Map<string, Set<Figure>>();
  for (const items of states)
    for (const { key, flow, isBeside, standing } of items) {
      const measured = seen.get(key) ?? new Set();
      seen.set(key, measured);
      if (measured.has(standing.figure)) continue;
      measured.add(standing.figure);
      const known = plans.get(key);
      const persons = Math.max(drawnPersons(standing.figure.amount) ?? 0, known?.persons ?? 0);
      plans.set(key, {
        key,
        flow,
        isBeside,
        persons,
        width: markSize(persons === 0 ? null : persons, drawnAs, factor),
        room: Math.max(amountWidth(standing.figure.amount, 1), known?.room ?? 0),
      });
    }
  const turn = ({ flow, isBeside }: Planned) => flows.indexOf(flow) * 2 + Number(isBeside);
  return [...plans.values()].sort((one, two) => turn(one) - turn(two));
}

/**
 * The layout of a map. `project` turns degrees into units; `drawing` is what was set by hand; `isHome` is where flows come from, whose
 * ground is no place for another country's name. A place outside the paper is left out: the list has it.
 */
export function layoutOf(
  plans: readonly Planned[],
  drawnAs: 'arrow' | 'circle',
  paper: Paper,
  project: (at: readonly [number, number]) => Point | null,
  {
    drawing = { ribbons: new Map(), names: [] },
    factor = 1,
    dense = false,
    isHome = () => false,
    isLand = () => true,
  }: {
    readonly drawing?: FrameDrawing | undefined;
    readonly factor?: number;
    readonly dense?: boolean;
    readonly isHome?: (point: Point) => boolean;
    readonly isLand?: (point: Point) => boolean;
  } = {},
): Layout {
  const at = (place: MapFlow['place']): Point | null => {
    const point = place.at && project(place.at);
    return point && isOn(point, paper) ? point : null;
  };
  const isArrow = drawnAs === 'arrow';
  const centres = new Map<string, Point>();
  const curves = new Map<string, Curve>();
  const asked: CurveAsked[] = [];
  for (const plan of plans) {
    const { key, flow, isBeside, width } = plan;
    const [from, to] = [at(flow.origin), at(flow.place)];
    if (!isArrow) {
      if (to) centres.set(key, to);
      continue;
    }
    const byHand = drawing.ribbons.get(flow.key)?.curve;
    if (byHand) curves.set(key, byHand);
    else if (from && to && !isBeside)
      asked.push({ key, direction: flow.direction, from, to, width });
  }
  for (const [key, curve] of curvesByRule(asked)) curves.set(key, curve);
  // Another rule's number is drawn around the first one's, along the same line.
  if (isArrow)
    for (const { key, flow, isBeside } of plans) {
      const own = isBeside ? curves.get(flow.key) : undefined;
      if (own) curves.set(key, own);
    }
  const layout = { frame: paper, dense, curves, centres, names: drawing.names, factor };
  const spots = Object.fromEntries(
    DRAWINGS.map((name) => [
      name,
      spotsOf(name, plans, { ...layout, drawnAs, byHand: drawing.ribbons, isHome, isLand }),
    ]),
  ) as Record<DrawingName, Map<string, LabelSpot>>;
  return { ...layout, spots };
}

interface Setting extends Omit<Layout, 'spots'> {
  readonly drawnAs: 'arrow' | 'circle';
  readonly byHand: ReadonlyMap<string, RibbonPlan>;
  readonly isHome: (point: Point) => boolean;
  readonly isLand: (point: Point) => boolean;
}

/** What goes back is a picture of its own: its labels stand clear of one another only. */
function spotsOf(
  drawing: DrawingName,
  plans: readonly Planned[],
  setting: Setting,
): Map<string, LabelSpot> {
  const back = plans.filter(({ flow }) => flow.direction === 'back');
  const out = plans.filter(({ flow }) => flow.direction !== 'back');
  return new Map([
    ...spotsOfPicture(drawing, out, setting),
    ...spotsOfPicture(drawing, back, setting),
  ]);
}

function spotsOfPicture(
  drawing: DrawingName,
  plans: readonly Planned[],
  { frame, dense, curves, centres, names, factor, drawnAs, byHand, isHome, isLand }: Setting,
): Map<string, LabelSpot> {
  const sizes = sizesOf(drawing, dense);
  const groups = new Map<string, Planned[]>();
  for (const plan of plans) {
    if (!curves.has(plan.key) && !centres.has(plan.key)) continue;
    const about = aboutOf(plan.flow);
    groups.set(about, [...(groups.get(about) ?? []), plan]);
  }
  const spots = new Map<string, LabelSpot>();
  const placed: LabelPlace[] = [];
  const asked: (LabelAsked & { readonly inOne: boolean })[] = [];
  for (const [about, all] of groups) {
    const [first] = all;
    if (!first) continue;
    const centre = centres.get(first.key);
    // The label stands at the other country: beyond the tip, or where a way back begins.
    const mark = centre ?? curves.get(first.key)?.[first.flow.direction === 'back' ? 0 : 3];
    if (!mark) continue;
    const radius = centre ? first.width / 2 : 1.5;
    const inOne = dense && Math.max(...all.map(({ persons }) => persons)) < TWO_LINES;
    const name = nameOf(first.flow);
    const room = Math.max(...all.map((one) => one.room));
    const width = inOne
      ? nameWidth(`${name} `, sizes.small) + room * sizes.small
      : Math.max(nameWidth(name, sizes.text), room * sizes.text);
    const lines = all.length;
    const height = inOne
      ? sizes.small * (ASCENT + DESCENT)
      : lines * sizes.line + sizes.text * (ASCENT + DESCENT);
    const plan = byHand.get(about);
    // Beside the tip of a ribbon there is no place for the label of a circle.
    const hand = drawnAs === 'arrow' || plan?.curve === null ? plan?.[drawing] : undefined;
    if (hand) {
      const box = boxAt(hand.at, hand.anchor, width, height, sizes.text * ASCENT);
      const leader = distanceTo(mark, box) > LEADER_FROM ? leaderFrom(mark, box) : null;
      placed.push({ box, anchor: hand.anchor, leader });
      spots.set(about, {
        x: hand.at[0],
        y: hand.at[1],
        anchor: hand.anchor,
        leader,
        inOne: false,
        wet: isWet(box, isLand),
      });
    } else
      asked.push({ key: about, at: mark, radius, width, height, weight: first.persons, inOne });
  }
  const obstacles: Obstacles = {
    discs: plans.flatMap(({ key, width }) => {
      const curve = curves.get(key);
      if (curve) return discsOn(curve, width).slice(0, -1);
      const centre = centres.get(key);
      // Those that ask for a place are known by that.
      const isAsked = asked.some((one) => one.at === centre);
      return centre && !isAsked ? [{ at: centre, radius: width / 2 }] : [];
    }),
    boxes: [
      ...namesOn(drawing, names, sizes),
      flowLegend(drawnAs, drawnAs === 'arrow' ? 5_000_000 : 1_000_000, {
        height: frame.height,
        size: sizes.small,
        factor,
      }).box,
    ],
    frame,
    isHome,
  };
  const most = drawing === 'phone' && dense ? ON_PHONE : undefined;
  const found = placeLabels(asked, obstacles, placed, most);
  for (const { key, inOne } of asked) {
    const place = found.get(key);
    if (!place) continue;
    const { box, anchor, leader } = place;
    const x = { start: box.left, middle: (box.left + box.right) / 2, end: box.right }[anchor];
    const y = box.top + (inOne ? sizes.small : sizes.text) * ASCENT;
    spots.set(key, { x, y, anchor, leader, inOne, wet: isWet(box, isLand) });
  }
  return spots;
}

/** Whether most of a label lies off the land. */
function isWet({ left, right, top, bottom }: Box, isLand: (point: Point) => boolean): boolean {
  const middle = (top + bottom) / 2;
  const dry = [0.1, 0.5, 0.9].filter((share) => isLand([left + share * (right - left), middle]));
  return dry.length < 2;
}

/** Units from a tip at which a label that was set by hand gets a line. */
const LEADER_FROM = 24;
/** Labels on a phone's map of many places; the list beneath has all. */
const ON_PHONE = 9;

/** The rooms of the names that stand on the paper for orientation. */
export function namesOn(drawing: DrawingName, names: readonly MapName[], sizes: TextSizes): Box[] {
  return names
    .filter((name) => name.drawing === drawing && name.turn === 0)
    .map(({ at, text, kind }) => {
      const spaced =
        kind === 'home'
          ? text.length * 0.16 * sizes.text + nameWidth(text.toUpperCase(), sizes.text)
          : nameWidth(text, sizes.small);
      return boxAt(at, 'middle', spaced, sizes.small, sizes.small * ASCENT);
    });
}

function boxAt(
  [x, y]: Point,
  anchor: LabelSpot['anchor'],
  width: number,
  height: number,
  ascent: number,
): Box {
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { left, top: y - ascent, right: left + width, bottom: y - ascent + height };
}

/** From just beyond a tip to just before the label. */
function leaderFrom(tip: Point, box: Box): readonly [Point, Point] {
  const end = nearestIn(tip, { ...box, left: box.left - 2, top: box.top + 1 });
  const far = Math.hypot(end[0] - tip[0], end[1] - tip[1]) || 1;
  return [[tip[0] + ((end[0] - tip[0]) * 3) / far, tip[1] + ((end[1] - tip[1]) * 3) / far], end];
}

/** What a label speaks of: the place where a movement leads, but of one back its way. */
export function aboutOf({ direction, key, place }: MapFlow): string {
  return direction === 'back' ? key : place.id;
}

export function nameOf({ direction, origin, place }: MapFlow): string {
  if (direction === 'onward') return `${origin.label} ${place.toPhrase}`;
  return direction === 'back' ? `from ${origin.label}` : place.label;
}

/** The widest ribbons of a layout as outlines, by key; another rule's are left out, which lie around the first. */
export function widestOutlines(
  plans: readonly Planned[],
  { curves }: Pick<Layout, 'curves'>,
): { readonly key: string; readonly isBack: boolean; readonly corners: readonly Point[] }[] {
  return plans.flatMap(({ key, flow, isBeside, width }) => {
    const curve = isBeside ? undefined : curves.get(key);
    return curve
      ? [{ key, isBack: flow.direction === 'back', corners: cornersOf(ribbon(curve, width)) }]
      : [];
  });
}

const isOn = ([x, y]: Point, { width, height }: Paper): boolean =>
  x >= 0 && x <= width && y >= 0 && y <= height;
