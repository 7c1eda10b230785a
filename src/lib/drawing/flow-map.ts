import type { Figure, Place } from '#lib/records/model.ts';
import type { DayOrMonth } from '#lib/values/day.ts';
import { latestAsOf } from '#lib/views/flows.ts';
import type { ShownFlow } from '#lib/views/summary.ts';
import { arrow, circle, noMark, type Mark } from './arrow.ts';
import { endAt, wayTo } from './destinations.ts';
import { drawnPersons } from './drawn-persons.ts';
import { flowLegend, type Legend } from './flow-legend.ts';
import { isAtFloor, markSize } from './flow-scale.ts';
import { overlap, placeLabel, type Label } from './label.ts';
import { FRAME, regionProjection } from './projection.ts';

/**
 * How a flow is shown: an arrow as wide as its number, a circle as large; `word`: dashed and of
 * fixed size, because the source gave a word; `said`: only a label, for nobody (zero) and for what is
 * withheld, unknown or not collected – its text tells these apart.
 */
export type FlowKind = 'arrow' | 'circle' | 'word' | 'said';

export interface FlowItem {
  readonly flow: ShownFlow;
  readonly place: Place;
  readonly figure: Figure;
  readonly kind: FlowKind;
  /** Of an arrow the shaft, to be stroked with `width`, and wider below it as casing; of a circle the disc. */
  readonly d: string;
  /** The arrow's head, to be filled; empty for a circle. */
  readonly head: string;
  /** Units: the stroke of an arrow, the diameter of a circle. */
  readonly width: number;
  /** Drawn larger than the scale asks for, so that it can be seen. */
  readonly atFloor: boolean;
  readonly label: Label;
  /** Its as-of is not the map's: the label must say its own. */
  readonly otherDate: boolean;
}

export interface FlowMap {
  readonly width: number;
  readonly height: number;
  readonly drawnAs: 'arrow' | 'circle';
  /** What the map speaks about: as given, else the latest as-of among its flows; null without flows. */
  readonly asOf: DayOrMonth | null;
  /** In the order given: the list beside the map has the same. */
  readonly items: readonly FlowItem[];
  /** Flows to places without coordinates: in the list only, and the page says so. */
  readonly unplaced: readonly ShownFlow[];
  readonly legend: Legend;
}

/**
 * The flows of one day as marks and labels.
 * @throws when arrows and circles would stand on one map, or a measure has no shape: crossings are
 * not people, and a map that mixes them would be read as if they were.
 */
export function flowMap(
  flows: readonly ShownFlow[],
  options: { readonly asOf?: DayOrMonth } = {},
): FlowMap {
  const drawnAs = shapeOf(flows);
  const placed = flows.filter(({ place }) => endAt(place) !== null);
  const asOf = options.asOf ?? latestAsOf(placed);
  const items = placed.map((flow) => item(flow, drawnAs, asOf));
  const numbers = items
    .map(({ figure }) => drawnPersons(figure.amount))
    .filter((persons) => persons !== null && persons > 0);
  const largest = numbers.length === 0 ? null : Math.max(...numbers.map(Number));
  return {
    ...FRAME,
    drawnAs,
    asOf,
    items,
    unplaced: flows.filter(({ place }) => endAt(place) === null),
    legend: flowLegend(
      drawnAs,
      largest,
      items.some(({ kind }) => kind === 'word'),
      FRAME.height,
    ),
  };
}

/** Pairs of labels that overlap; a label and the legend; none may. Names are place ids. */
export function labelCollisions(map: FlowMap): [string, string][] {
  const boxes = map.items.map(({ place, label }) => ({ name: place.id, box: label.box }));
  if (map.legend.samples.length > 0) boxes.push({ name: 'legend', box: map.legend.box });
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => overlap(one.box, other.box))
      .map((other): [string, string] => [one.name, other.name]),
  );
}

function shapeOf(flows: readonly ShownFlow[]): 'arrow' | 'circle' {
  const shapes = new Set(flows.map(({ standing }) => standing.figure.measure.drawnAs));
  if (shapes.size > 1 || shapes.has('none')) {
    const measures = new Set(flows.map(({ standing }) => standing.figure.measure.id));
    throw new Error(`expected measures of one shape on a map, found ${[...measures].join(', ')}`);
  }
  return shapes.has('circle') ? 'circle' : 'arrow';
}

function item(flow: ShownFlow, drawnAs: 'arrow' | 'circle', asOf: DayOrMonth | null): FlowItem {
  const { place, standing } = flow;
  const { figure } = standing;
  const persons = drawnPersons(figure.amount);
  const kind = figure.amount.kind === 'word' ? 'word' : persons ? drawnAs : 'said';
  const way = wayTo(place);
  const width = kind === 'said' ? 0 : markSize(kind === 'word' ? null : persons, drawnAs);
  const mark = markOf(kind, drawnAs, project(way.from), project(endAt(place)), way.bend, width);
  const otherDate = figure.asOf !== asOf;
  return {
    flow,
    place,
    figure,
    kind,
    d: mark.d,
    head: mark.head,
    width,
    atFloor: isAtFloor(persons ?? 0, drawnAs),
    // Below the name the amount and its day: a label is never without either.
    label: placeLabel(mark.end, way, place.label, 2),
    otherDate,
  };
}

function markOf(
  kind: FlowKind,
  drawnAs: 'arrow' | 'circle',
  from: readonly [number, number],
  to: readonly [number, number],
  bend: number,
  width: number,
): Mark {
  if (kind === 'said') return noMark(to);
  return drawnAs === 'circle' ? circle(to, width / 2) : arrow(from, to, bend, width);
}

const projection = regionProjection();

function project(at: readonly [number, number] | null): readonly [number, number] {
  return (at && projection([...at])) ?? [FRAME.width / 2, FRAME.height / 2];
}
