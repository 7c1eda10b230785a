import { geoPath } from 'd3-geo';
import type { GeoPermissibleObjects } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryObject, MultiPolygon, Polygon } from 'topojson-specification';
import { compactPath, Trails } from './compact-path.ts';
import type { Region } from './map-policy.ts';
import { projectionOf, type Paper } from './projection.ts';

/** Units of the frame; half a unit is below what a screen shows. */
const GRID = 0.5;

/** The ground under a map of this size in units of its frame. Its path data are whole steps: shorter than units. */
export interface BaseMap {
  readonly width: number;
  readonly height: number;
  /** Units of one step: what the ground is to be scaled by. */
  readonly step: number;
  /** All countries as one shape. */
  readonly land: string;
  /** The situation's country; its outline is also its border, so `borders` leaves it out. */
  readonly home: string;
  /** Borders between two other countries, each drawn once. */
  readonly borders: string;
  /** Lines around ground that has no number of its own among countries: no borders between two of them; empty without. */
  readonly dotted: string;
}

/**
 * `home` is the ISO 3166-1 numeric of the situation's country.
 * @throws {Error} where the region has no such country.
 */
export function drawBaseMap(region: Region, frame: Paper, home: string): BaseMap {
  const countries = region.objects.countries;
  const shapes = countries.geometries.filter(
    (country): country is Polygon | MultiPolygon =>
      country.type === 'Polygon' || country.type === 'MultiPolygon',
  );
  const own = shapes.find(({ id }) => id === home);
  if (!own) throw new Error(`expected country ${home} on the base map, found none`);
  const draw = pen(frame);
  const lines = (which: (a: Shape, b: Shape) => boolean) =>
    mesh(region, countries, (a, b) => a !== b && a.id !== home && b.id !== home && which(a, b));
  return {
    width: frame.width,
    height: frame.height,
    step: GRID,
    land: draw(merge(region, shapes)),
    home: draw(feature(region, own)),
    borders: draw(lines((a, b) => isNumbered(a) && isNumbered(b))),
    dotted: draw(lines((a, b) => !isNumbered(a) || !isNumbered(b))),
  };
}

type Shape = GeometryObject;

const isNumbered = ({ id }: Shape): boolean => /^\d{3}$/.test(String(id));

/** Where a place lies on the ground as drawn, in the steps of its paths. */
export function onGround(
  frame: Paper,
): (at: readonly [number, number]) => readonly [x: number, y: number] | null {
  const project = projectionOf(frame);
  return ([longitude, latitude]) => {
    const place = project([longitude, latitude]);
    return place && [place[0] / GRID, place[1] / GRID];
  };
}

function pen(frame: Paper): (shape: GeoPermissibleObjects) => string {
  // One unit beyond the frame, so that the frame's edge is not stroked as a coast.
  const projection = projectionOf(frame).clipExtent([
    [-1, -1],
    [frame.width + 1, frame.height + 1],
  ]);
  return (shape) => {
    const sink = new Trails(GRID);
    geoPath(projection).context(sink)(shape);
    return compactPath(sink.trails);
  };
}
