import { geoPath } from 'd3-geo';
import type { GeoPermissibleObjects } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import { compactPath, Trails } from './compact-path.ts';
import { UKRAINE, type Region } from './map-policy.ts';
import { FRAME, regionProjection } from './projection.ts';
import cut from './region.json';

/** What `src/commands/cut-map.js` wrote: it says more than the type of a JSON file can. */
export const region = cut as unknown as Region;

/** Units of the frame; half a unit is below what a screen shows. */
const GRID = 0.5;

/** The ground under every map: path data in units of the frame, ready for a `viewBox` of that size. */
export interface BaseMap {
  readonly width: number;
  readonly height: number;
  /** All countries as one shape. */
  readonly land: string;
  /** Ukraine, Crimea included; its outline is also its border, so `borders` leaves it out. */
  readonly ukraine: string;
  /** Borders between two other countries, each drawn once. */
  readonly borders: string;
}

/** Computed once: the same on every page. */
export const baseMap: BaseMap = drawBaseMap();

function drawBaseMap(): BaseMap {
  const countries = region.objects.countries;
  const shapes = countries.geometries.filter(
    (country): country is Polygon | MultiPolygon =>
      country.type === 'Polygon' || country.type === 'MultiPolygon',
  );
  const ukraine = shapes.find(({ id }) => id === UKRAINE);
  if (!ukraine) throw new Error(`expected country ${UKRAINE} on the base map, found none`);
  return {
    ...FRAME,
    land: draw(merge(region, shapes)),
    ukraine: draw(feature(region, ukraine)),
    borders: draw(
      mesh(region, countries, (a, b) => a !== b && a.id !== UKRAINE && b.id !== UKRAINE),
    ),
  };
}

function draw(shape: GeoPermissibleObjects): string {
  const sink = new Trails(GRID);
  // One unit beyond the frame, so that the frame's edge is not stroked as a coast.
  const projection = regionProjection().clipExtent([
    [-1, -1],
    [FRAME.width + 1, FRAME.height + 1],
  ]);
  geoPath(projection).context(sink)(shape);
  return compactPath(sink.trails, GRID);
}
