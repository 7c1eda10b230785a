import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type LonLat = readonly [longitude: number, latitude: number];

/** The base map as cut for this site: one object, countries by ISO 3166-1 numeric code. */
export type Region = Topology<{ countries: GeometryCollection }>;

/** A point that must lie inside one country and no other. `country` is its ISO 3166-1 numeric code. */
export interface PolicyPoint {
  readonly name: string;
  readonly at: LonLat;
  readonly country: string;
  readonly reason: string;
}

export const UKRAINE = '804';

/**
 * Where this site draws borders. Many public base maps draw Crimea elsewhere, and simplifying a
 * right one can lose a cape: so the table is asked again of every picture that leaves the house.
 */
export const POLICY: readonly PolicyPoint[] = [
  point('Simferopol', [34.1, 44.95], UKRAINE, 'UN General Assembly resolution 68/262'),
  point('Sevastopol', [33.6, 44.6], UKRAINE, 'UN General Assembly resolution 68/262'),
  point('Kerch', [36.4, 45.33], UKRAINE, 'UN General Assembly resolution 68/262'),
  point('Donetsk', [37.8, 48], UKRAINE, 'UN General Assembly resolution ES-11/4'),
  point('Luhansk', [39.3, 48.57], UKRAINE, 'UN General Assembly resolution ES-11/4'),
  point('Mariupol', [37.55, 47.12], UKRAINE, 'UN General Assembly resolution ES-11/4'),
  point('Melitopol', [35.37, 46.85], UKRAINE, 'UN General Assembly resolution ES-11/4'),
  point('Tiraspol', [29.63, 46.84], '498', 'internationally recognised border of Moldova'),
  point('Krasnodar', [38.98, 45.04], '643', 'guards against a merge that takes too much'),
];

function point(name: string, at: LonLat, country: string, reason: string): PolicyPoint {
  return { name, at, country, reason };
}

/** The points of the table that lie in no country, in two, or in another than the table says. */
export function brokenPoints(region: Region): PolicyPoint[] {
  const countries = feature(region, region.objects.countries).features.filter(
    ({ geometry }) => geometry !== null,
  );
  return POLICY.filter(({ at, country }) => {
    const around = countries.filter((shape) => geoContains(shape, [...at]));
    return around.length !== 1 || String(around[0]?.id) !== country;
  });
}

/**
 * The same question to Ukraine's outline as drawn: `d` is the path of an SVG in a page, `project`
 * gives a place in that path's own units. Inside is even-odd, as a reader would see it.
 */
export function brokenOnPath(
  d: string,
  project: (at: LonLat) => readonly [x: number, y: number] | null,
): PolicyPoint[] {
  const rings = ringsOf(d);
  return POLICY.filter(({ at, country }) => {
    const place = project(at);
    return place === null || isInside(rings, place) !== (country === UKRAINE);
  });
}

/** The corners of a path of straight lines, absolute; curves are refused, the base map has none. */
function ringsOf(d: string): [x: number, y: number][][] {
  const rings: [number, number][][] = [];
  let [x, y] = [0, 0];
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const kind = letter.toLowerCase();
    const relative = letter === kind;
    if (kind === 'z') {
      [x, y] = rings.at(-1)?.[0] ?? [x, y];
      continue;
    }
    if (!'mlhv'.includes(kind))
      throw new Error(`expected a path of straight lines, found ${letter}`);
    const stride = kind === 'h' || kind === 'v' ? 1 : 2;
    for (let i = 0; i < numbers.length; i += stride) {
      const first = numbers[i] ?? 0;
      const dx = kind === 'v' ? null : first;
      const dy = kind === 'v' ? first : kind === 'h' ? null : (numbers[i + 1] ?? 0);
      if (dx !== null) x = relative ? x + dx : dx;
      if (dy !== null) y = relative ? y + dy : dy;
      if (kind === 'm' && i === 0) rings.push([]);
      rings.at(-1)?.push([x, y]);
    }
  }
  return rings;
}

function isInside(
  rings: readonly [number, number][][],
  [x, y]: readonly [number, number],
): boolean {
  let inside = false;
  for (const ring of rings) {
    let [fromX, fromY] = ring.at(-1) ?? [0, 0];
    for (const [toX, toY] of ring) {
      const crosses =
        fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX);
      if (crosses) inside = !inside;
      [fromX, fromY] = [toX, toY];
    }
  }
  return inside;
}
