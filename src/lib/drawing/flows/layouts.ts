import type { Frame, Library, MapPlan } from '#lib/records/model.ts';
import { mapFlows } from '#lib/views/map-flows.ts';
import { itemsOfAll } from '#lib/views/map-states.ts';
import { legendRoom } from '#lib/drawing/flow-legend.ts';
import { projectionOf } from '#lib/drawing/projection.ts';
import type { Shape } from './map.ts';
import { layoutOf, planned, type Layout } from './plan.ts';

const made = new WeakMap<MapPlan, Layout>();

/** A registration is no person counted: it is drawn as a ring, so that the two never look alike. */
export function shapeOf({ measures }: MapPlan): Shape {
  if (measures.every(({ drawnAs }) => drawnAs === 'arrow')) return 'arrow';
  return measures.some(({ id }) => id === 'temporary_protection') ? 'ring' : 'circle';
}

/** The layout of a map on the situation's paper; worked out once for all its days. */
export function layoutFor(library: Library, map: MapPlan, frame: Frame): Layout {
  const known = made.get(map);
  if (known) return known;
  const drawnAs = shapeOf(map) === 'arrow' ? 'arrow' : 'circle';
  const project = projectionOf(frame);
  const layout = layoutOf(
    planned(itemsOfAll(library, map), mapFlows(library, map), drawnAs),
    drawnAs,
    frame,
    ([longitude, latitude]) => project([longitude, latitude]),
    [legendRoom(drawnAs, frame.height)],
  );
  made.set(map, layout);
  return layout;
}
