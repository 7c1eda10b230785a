import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Library, MapPlan } from '#lib/records/model.ts';
import { itemsAmong, mapFlows, type MapItem } from '#lib/views/map-flows.ts';
import { itemsOf, statesOfMap } from '#lib/views/map-states.ts';
import { figuresOf } from '#lib/views/sources.ts';
import { regionOf } from '#lib/drawing/base-map.ts';
import { legendRoom } from '#lib/drawing/flow-legend.ts';
import { markFactor } from '#lib/drawing/flow-scale.ts';
import { projectionOf } from '#lib/drawing/projection.ts';
import { drawnAs, type Shape } from './map.ts';
import { layoutOf, planned, type Layout } from './plan.ts';

const made = new WeakMap<MapPlan, Layout>();

/** A registration is no person counted: it is drawn as a ring, so that the two never look alike. */
export function shapeOf({ measures }: MapPlan): Shape {
  if (measures.every(({ drawnAs }) => drawnAs === 'arrow')) return 'arrow';
  return measures.some(({ id }) => id === 'temporary_protection') ? 'ring' : 'circle';
}

/** The layout of a map on its frame; worked out once for all its states. */
export function layoutFor(library: Library, map: MapPlan): Layout {
  const { frame } = map;
  const known = made.get(map);
  if (known) return known;
  const sized = drawnAs(shapeOf(map));
  const project = projectionOf(frame);
  const factor = markFactor(frame);
  const isHome = homeOf(library.situation, frame);
  const layout = layoutOf(
    planned(itemsOfAll(library, map), mapFlows(library, map), sized, factor),
    sized,
    frame,
    ([longitude, latitude]) => project([longitude, latitude]),
    [legendRoom(sized, frame.height, factor)],
    { factor, isHome: (point) => isHome(project.invert?.([...point]) ?? null) },
  );
  made.set(map, layout);
  return layout;
}

/** Whether a place, longitude and latitude, lies in the situation's country as it is drawn on this frame. */
function homeOf({ id, country }: Library['situation'], frame: MapPlan['frame']) {
  const region = regionOf(id, frame.id);
  const own = region.objects.countries.geometries.find((one) => one.id === country.isoNumeric);
  const shape = own && feature(region, own);
  return (at: [number, number] | null) =>
    at !== null && shape !== undefined && geoContains(shape, at);
}

/** The items of every state a map has a page for, and of every publication that draws it alone. */
function* itemsOfAll(library: Library, map: MapPlan): Generator<MapItem[]> {
  for (const state of statesOfMap(library, map)) yield itemsOf(library, map, state);
  const flows = mapFlows(library, map);
  for (const source of library.sources) yield itemsAmong(figuresOf(library, source), flows);
}
