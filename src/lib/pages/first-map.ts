import { groundOf } from '#lib/drawing/base-map.ts';
import { layoutFor, shapeOf } from '#lib/drawing/flows/layouts.ts';
import { drawMap } from '#lib/drawing/flows/map.ts';
import { withoutItem, type MapItem } from '#lib/views/map-flows.ts';
import type { Library } from './situations.ts';

/**
 * These items on the situation's first map, drawn as on its own pages: same ground, same layout, same scale. Null without
 * any. The layout is paper: made once for all days, it keeps room for the longest text and tells none.
 */
export function firstMap(library: Library, items: readonly MapItem[]) {
  const [map] = library.situation.maps;
  if (!map || items.length === 0) return null;
  return {
    drawn: drawMap(items, shapeOf(map), layoutFor(library, map)),
    base: groundOf(library, map.frame),
    without: withoutItem(map, items),
  };
}
