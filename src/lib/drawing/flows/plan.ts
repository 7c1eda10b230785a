import type { Figure } from '#lib/records/model.ts';
import { grouped } from '#lib/views/grouped.ts';
import type { MapFlow, MapItem } from '#lib/views/map-flows.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { sayDayShort } from '#lib/wording/days.ts';
import type { Box, Point } from '#lib/drawing/arrow.ts';
import { drawnPersons } from '#lib/drawing/drawn-persons.ts';
import { markSize } from '#lib/drawing/flow-scale.ts';
import { BEFORE, LABEL, digitsOf, linesOfName } from './label-text.ts';
import {
  discsAlong,
  placeLabels,
  type LabelPlace,
  type LabelWish,
  type Obstacles,
} from './places.ts';
import { waysOf, type Way } from './ways.ts';

/** Where everything of one map stands on paper, the same on all its days: a reader who goes from day to day sees amounts change and nothing else. */
export interface Layout {
  readonly frame: Paper;
  /** By key of an item: its way as an arrow. */
  readonly ways: ReadonlyMap<string, Way>;
  /** By key of an item: where it stands as a circle. */
  readonly centres: ReadonlyMap<string, Point>;
  /** By id of the place that a label is about: one label holds all that is said of it. */
  readonly labels: ReadonlyMap<string, LabelPlace>;
  /** By how much marks are smaller than on the paper for which their scale was set. */
  readonly factor: number;
  /** What each label asked for: where the mark it names ends. */
  readonly wishes: readonly LabelWish[];
}

interface HomeGround {
  readonly isHome: (point: Point) => boolean;
}

export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** A way that some day's map draws, with the most it ever has to hold. */
export interface Planned {
  readonly key: string;
  readonly flow: MapFlow;
  /** Units: the widest it is ever drawn. */
  readonly width: number;
  /** The persons of that day; 0 where there never was a number. */
  readonly persons: number;
  /** Units of the longest line it ever takes. */
  readonly room: number;
  /** Another rule's number. */
  readonly isBeside: boolean;
  /** Lines that ever stand in its label below those of the first. */
  readonly beside: number;
}

/**
 * What a map ever has to draw, from the items of all its states: of each the largest number and the longest text, in the
 * order of the flows, each before what stands beside it.
 */
export function planned(
  states: Iterable<readonly MapItem[]>,
  flows: readonly MapFlow[],
  drawnAs: 'arrow' | 'circle',
  factor = 1,
): Planned[] {
  const plans = new Map<string, Planned>();
  // Most states show figures that another one has shown.
  const measured = new Map<string, Set<Figure>>();
  for (const items of states) {
    const labels = grouped(items, ({ flow }) => labelOf(flow));
    for (const item of items) {
      const { key, flow, isBeside, standing } = item;
      const beside = linesBeside(labels.get(labelOf(flow)) ?? []);
      const known = plans.get(key);
      const seen = measured.get(key) ?? new Set();
      measured.set(key, seen);
      if (known && seen.has(standing.figure) && beside <= known.beside) continue;
      seen.add(standing.figure);
      const persons = Math.max(drawnPersons(standing.figure.amount) ?? 0, known?.persons ?? 0);
      plans.set(key, {
        key,
        flow,
        isBeside,
        persons,
        width: markSize(persons === 0 ? null : persons, drawnAs, factor),
        room: Math.max(roomOf(item), known?.room ?? 0),
        beside: Math.max(beside, known?.beside ?? 0),
      });
    }
  }
  const turn = ({ flow, isBeside }: Planned) => flows.indexOf(flow) * 2 + Number(isBeside);
  return [...plans.values()].sort((one, two) => turn(one) - turn(two));
}

/** Units of the longest line that an item takes in its label. */
function roomOf({ flow, isBeside, standing: { figure } }: MapItem): number {
  const { amount, asOf } = figure;
  return Math.max(
    digitsOf(amount),
    sayDayShort(asOf).length * LABEL.digit,
    // Words are narrower than digits, and by the paper's edge a wide amount moves inwards.
    (amountText(amount).length + before({ flow, isBeside })) * LABEL.letter,
  );
}

/**
 * The layout of a map. `project` turns degrees into units; `keep` is what labels keep clear of besides the marks, such as
 * the legend; `isHome` is where flows come from, whose ground is no place for another country's name. A place outside the paper is left out: the list has it.
 */
export function layoutOf(
  plans: readonly Planned[],
  drawnAs: 'arrow' | 'circle',
  paper: Paper,
  project: (at: readonly [number, number]) => Point | null,
  keep: readonly Box[],
  { factor = 1, isHome = () => false }: Partial<Pick<Layout, 'factor'> & HomeGround> = {},
): Layout {
  const at = (place: MapFlow['place']): Point | null => {
    const point = place.at && project(place.at);
    return point && inside(point, paper) ? point : null;
  };
  const centres = new Map<string, Point>();
  const wishes = plans.flatMap(({ key, flow, width }) => {
    const [from, to] = [at(flow.origin), at(flow.place)];
    if (drawnAs === 'circle') {
      if (to) centres.set(key, to);
      return [];
    }
    return from && to ? [{ key, from, to, width }] : [];
  });
  const ways = waysOf(wishes);
  const discs = plans.flatMap(({ key, width }): Obstacles['discs'] => {
    const way = ways.get(key);
    if (way) return discsAlong(way, width, key);
    const centre = centres.get(key);
    return centre ? [{ at: centre, radius: width / 2, key }] : [];
  });
  const groups = new Map<string, Planned[]>();
  for (const plan of plans) {
    if (!ways.has(plan.key) && !centres.has(plan.key)) continue;
    const about = labelOf(plan.flow);
    groups.set(about, [...(groups.get(about) ?? []), plan]);
  }
  const labelWishes = [...groups].map(([about, all]): LabelWish => {
    const first = all[0] as Planned;
    const name = linesOfName(nameOf(first.flow));
    const width = Math.max(
      ...name.map((line) => line.length * LABEL.letter),
      ...all.map(({ room }) => room),
    );
    const lines = name.length + 2 + Math.max(...all.map(({ beside }) => beside));
    const way = ways.get(first.key);
    const centre = centres.get(first.key);
    return {
      key: about,
      end: way ? discBox(way.to, TIP) : discBox(centre as Point, first.width / 2),
      width,
      height: LABEL.ascent + LABEL.line * (lines - 1) + LABEL.descent,
      short: about.length * LABEL.code,
      weight: Math.max(...all.map(({ persons }) => persons)),
    };
  });
  const labels = placeLabels(labelWishes, { discs, boxes: keep, frame: paper, isHome });
  return { frame: paper, factor, ways, centres, labels, wishes: labelWishes };
}

/** The lines of what stands in a label below its first item: an amount each, and its day where that is another. */
export function linesBeside([first, ...others]: readonly MapItem[]): number {
  const day = first?.standing.figure.asOf;
  return others.reduce((lines, { standing }) => lines + (standing.figure.asOf === day ? 1 : 2), 0);
}

/** Units around the tip of an arrow; its shaft and head are kept clear of by themselves. */
const TIP = 2;

/** Of which place a label speaks: where a movement leads, but of one back where it comes from. */
export function labelOf({ direction, origin, place }: MapFlow): string {
  return direction === 'back' ? origin.id : place.id;
}

export function nameOf({ direction, origin, place }: MapFlow): string {
  if (direction === 'onward') return `${origin.label} ${place.toPhrase}`;
  return direction === 'back' ? origin.label : place.label;
}

/** The words before an amount. */
function before({ flow, isBeside }: Pick<MapItem, 'flow' | 'isBeside'>): number {
  if (flow.direction === 'onward') return BEFORE.from + flow.origin.label.length;
  if (flow.direction === 'back') return BEFORE.back;
  return isBeside ? BEFORE.beside : 0;
}

function inside([x, y]: Point, { width, height }: Paper): boolean {
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

function discBox([x, y]: Point, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}
