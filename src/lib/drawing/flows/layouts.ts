import type { Library, MapPlan } from '#lib/records/model.ts';
import { itemsAmong, mapFlows, type MapItem } from '#lib/views/map-flows.ts';
import { itemsOf, statesOfMap } from '#lib/views/map-states.ts';
import { isRegistration } from '#lib/views/registrations.ts';
import { figuresOf } from '#lib/views/sources.ts';
import type { Point } from '#lib/drawing/arrow.ts';
import { baseMap } from '#lib/drawing/base-map.ts';
import { legendRoom } from '#lib/drawing/flow-legend.ts';
import { markFactor } from '#lib/drawing/flow-scale.ts';
import { insideOf } from '#lib/drawing/map-policy.ts';
import { projectionOf } from '#lib/drawing/projection.ts';
import { drawnAs, type Shape } from './map.ts';
import { layoutOf, planned, type Layout } from './plan.ts';

const made = new WeakMap<MapPlan, Layout>();

export function shapeOf({ measures }: MapPlan): Shape {
  if (measures.every(({ drawnAs }) => drawnAs === 'arrow')) return 'arrow';
  return measures.some(isRegistration) ? 'ring' : 'circle';
}

/** The layout of a map on its frame; worked out once for all its states. */
export function layoutFor(library: Library, map: MapPlan): Layout {
  const { frame } = map;
  const known = made.get(map);
  if (known) return known;
  const sized = drawnAs(shapeOf(map));
  const project = projectionOf(frame);
  const factor = markFactor(frame);
  const layout = layoutOf(
    planned(itemsOfAll(library, map), mapFlows(library, map), sized, factor),
    sized,
    frame,
    ([longitude, latitude]) => project([longitude, latitude]),
    [legendRoom(sized, frame.height, factor)],
    { factor, isHome: homeOf(library.situation, frame) },
  );
  made.set(map, layout);
  return layout;
}

/** Whether a point of the paper lies in the situation's country as it is drawn on this frame. */
function homeOf(situation: Library['situation'], frame: MapPlan['frame']) {
  const { home, step } = baseMap(situation, frame);
  const isInside = insideOf(home);
  return ([x, y]: Point) => isInside([x / step, y / step]);
}

/** The items of every state a map has a page for, and of every publication that draws it alone. */
function* itemsOfAll(library: Library, map: MapPlan): Generator<MapItem[]> {
  for (const state of statesOfMap(library, map)) yield itemsOf(library, map, state);
  const flows = mapFlows(library, map);
  for (const source of library.sources) yield itemsAmong(figuresOf(library, source), flows);
}
