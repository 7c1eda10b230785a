import type { Library, MapPlan } from '#lib/records/model.ts';
import { itemsAmong, mapFlows, type MapItem } from '#lib/views/map-flows.ts';
import { itemsOf, statesOfMap } from '#lib/views/map-states.ts';
import { isRegistration } from '#lib/views/registrations.ts';
import { figuresOf } from '#lib/views/sources.ts';
import { baseMap } from '#lib/drawing/base-map.ts';
import { markFactor } from '#lib/drawing/flow-scale.ts';
import type { Point } from '#lib/drawing/geometry.ts';
import { insideOf } from '#lib/drawing/map-policy.ts';
import { projectionOf } from '#lib/drawing/projection.ts';
import { drawnAs, type Shape } from './map.ts';
import { isDense } from './label-text.ts';
import { layoutOf, planned, type Layout, type Planned } from './layout.ts';

const made = new WeakMap<MapPlan, Layout>();

export function shapeOf({ measures }: MapPlan): Shape {
  if (measures.every(({ drawnAs }) => drawnAs === 'arrow')) return 'arrow';
  return measures.some(isRegistration) ? 'ring' : 'circle';
}

/** What a map ever has to draw, from all its states and all publications. */
export const plansFor = (library: Library, map: MapPlan): Planned[] =>
  planned(
    itemsOfAll(library, map),
    mapFlows(library, map),
    drawnAs(shapeOf(map)),
    markFactor(map.frame),
  );

/** The layout of a map on its frame; worked out once for all its states. */
export function layoutFor(library: Library, map: MapPlan): Layout {
  const { frame } = map;
  const known = made.get(map);
  if (known) return known;
  const project = projectionOf(frame);
  const layout = layoutOf(
    plansFor(library, map),
    drawnAs(shapeOf(map)),
    frame,
    ([longitude, latitude]) => project([longitude, latitude]),
    {
      drawing: library.situation.drawings.get(frame.id),
      factor: markFactor(frame),
      dense: isDense(frame),
      ...groundOf(library.situation, frame),
    },
  );
  made.set(map, layout);
  return layout;
}

/** Whether a point of the paper lies in the situation's country, and whether on land at all. */
function groundOf(situation: Library['situation'], frame: MapPlan['frame']) {
  const { home, land, step } = baseMap(situation, frame);
  const [inHome, onLand] = [insideOf(home), insideOf(land)];
  const on =
    (isInside: (point: Point) => boolean) =>
    ([x, y]: Point) =>
      isInside([x / step, y / step]);
  return { isHome: on(inHome), isLand: on(onLand) };
}

/** The items of every state a map has a page for, and of every publication that draws it alone. */
function* itemsOfAll(library: Library, map: MapPlan): Generator<MapItem[]> {
  for (const state of statesOfMap(library, map)) yield itemsOf(library, map, state);
  const flows = mapFlows(library, map);
  for (const source of library.sources) yield itemsAmong(figuresOf(library, source), flows);
}
