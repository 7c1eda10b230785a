import type { Figure, Library } from '#lib/records/model.ts';
import type { MapFlow } from '#lib/views/map-flows.ts';
import { allSeries } from '#lib/views/series.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { sayDayShort } from '#lib/wording/days.ts';
import type { Box, Point } from '#lib/drawing/arrow.ts';
import { drawnPersons } from '#lib/drawing/drawn-persons.ts';
import { markSize } from '#lib/drawing/flow-scale.ts';
import { BEFORE, LABEL, linesOfName } from './label-text.ts';
import { discsAlong, placeLabels, type LabelPlace, type Obstacles } from './places.ts';
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
  /** The longest line its amount ever takes, in letters. */
  readonly letters: number;
}

/** What a map may ever have to draw: of each flow and of each rule beside it the largest number and the longest text. */
export function planned(
  library: Library,
  flows: readonly MapFlow[],
  drawnAs: 'arrow' | 'circle',
): Planned[] {
  const series = allSeries(library);
  const one = (key: string, flow: MapFlow, figures: readonly Figure[]): Planned => {
    const numbers = figures.map(({ amount }) => drawnPersons(amount) ?? 0);
    const persons = numbers.reduce((most, number) => Math.max(most, number), 0);
    const letters = figures.map(({ amount, asOf }) =>
      Math.max(amountText(amount).length, sayDayShort(asOf).length),
    );
    return {
      key,
      flow,
      persons,
      width: markSize(persons === 0 ? null : persons, drawnAs),
      letters: letters.reduce((most, number) => Math.max(most, number), 0),
    };
  };
  return flows.flatMap((flow) => {
    const rules = [...flow.series, ...flow.beside].map((id) => series.get(id)?.figures ?? []);
    // Of two rules about one day the earlier leads; the later then needs a way of its own beside it.
    const days = new Set<string>();
    const beside = rules.flatMap((figures): Planned[] => {
      const both = figures.filter(({ asOf }) => days.has(asOf));
      for (const { asOf } of figures) days.add(asOf);
      const rule = both[0]?.definition.id;
      return rule === undefined ? [] : [one(`${flow.key}-${rule}`, flow, both)];
    });
    return [one(flow.key, flow, rules.slice(0, flow.series.length).flat()), ...beside];
  });
}

/**
 * The layout of a map. `project` turns degrees into units; `keep` is what labels keep clear of besides the marks, such as
 * the legend. A place outside the paper is left out: the list has it.
 */
export function layoutOf(
  plans: readonly Planned[],
  drawnAs: 'arrow' | 'circle',
  paper: Paper,
  project: (at: readonly [number, number]) => Point | null,
  keep: readonly Box[],
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
  const labels = placeLabels(
    [...groups].map(([about, all]) => {
      const first = all[0] as Planned;
      const name = linesOfName(nameOf(first.flow));
      const letters = Math.max(
        ...name.map((line) => line.length),
        ...all.map((one) => one.letters + before(one)),
      );
      const lines = name.length + 2 + (all.length - 1);
      const way = ways.get(first.key);
      const centre = centres.get(first.key);
      return {
        key: about,
        end: way ? headOf(way, first.width) : discBox(centre as Point, first.width / 2),
        width: letters * LABEL.letter,
        height: LABEL.ascent + LABEL.line * (lines - 1) + LABEL.descent,
        weight: Math.max(...all.map(({ persons }) => persons)),
      };
    }),
    { discs, boxes: keep, frame: paper },
  );
  return { frame: paper, ways, centres, labels };
}

/** Of whom a label speaks: a movement between two other places has its own. */
export function labelOf({ direction, key, origin, place }: MapFlow): string {
  if (direction === 'onward') return key;
  return direction === 'back' ? origin.id : place.id;
}

export function nameOf({ direction, origin, place }: MapFlow): string {
  if (direction === 'onward') return `${origin.label} ${place.toPhrase}`;
  return direction === 'back' ? origin.label : place.label;
}

/** The words before an amount. */
function before({ key, flow }: Planned): number {
  if (flow.direction === 'back') return BEFORE.back;
  return key === flow.key ? 0 : BEFORE.beside;
}

function inside([x, y]: Point, { width, height }: Paper): boolean {
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

function headOf({ to }: Way, width: number): Box {
  return discBox(to, 3 + width * 0.35);
}

function discBox([x, y]: Point, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}
