import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Frame, PolicyPoint } from '#lib/records/model.ts';
import { projectionOf } from './projection.ts';

type LonLat = readonly [longitude: number, latitude: number];

/**
 * The base map as cut for one frame: one object, countries by ISO 3166-1 numeric code. Many public base maps draw
 * borders elsewhere than the policy of the seeds does, and simplifying a right one can lose a cape: so its points are
 * asked again of every picture that leaves the house.
 */
export type Region = Topology<{ countries: GeometryCollection }>;

/** The points that lie on the paper of a frame: of a map that does not show a place nothing can be asked there. */
export function pointsOn(frame: Frame, points: readonly PolicyPoint[]): PolicyPoint[] {
  const project = projectionOf(frame);
  return points.filter(({ at }) => {
    const [x, y] = project([...at]) ?? [-1, -1];
    return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
  });
}

/** The points that lie in no country, in two, or in another than the policy says. */
export function brokenPoints(region: Region, points: readonly PolicyPoint[]): PolicyPoint[] {
  const countries = feature(region, region.objects.countries).features.filter(
    ({ geometry }) => geometry !== null,
  );
  return points.filter(({ at, isoNumeric }) => {
    const around = countries.filter((shape) => geoContains(shape, [...at]));
    return around.length !== 1 || String(around[0]?.id) !== isoNumeric;
  });
}

/**
 * The same question to the outline of the country `home` as drawn: `d` is the path of an SVG in a page, `project`
 * gives a place in that path's own units. Inside is even-odd, as a reader would see it.
 */
export function brokenOnPath(
  d: string,
  project: (at: LonLat) => readonly [x: number, y: number] | null,
  points: readonly PolicyPoint[],
  home: string,
): PolicyPoint[] {
  const isInside = insideOf(d);
  return points.filter(({ at, isoNumeric }) => {
    const place = project(at);
    return place === null || isInside(place) !== (isoNumeric === home);
  });
}

/**
 * Whether a place lies inside an outline, both in the path's own units. Inside is even-odd, as a reader would see it.
 * @throws {Error} for a path with curves.
 */
export function insideOf(d: string): (place: readonly [x: number, y: number]) => boolean {
  /** The edges that a level line through a row can cross, by row of one unit: few of hundreds. */
  const rows = new Map<number, Edge[]>();
  for (const ring of ringsOf(d)) {
    let from = ring.at(-1) ?? [0, 0];
    for (const to of ring) {
      const [low, high] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
      for (let row = Math.floor(low); low !== high && row <= high; row += 1) {
        const edges = rows.get(row);
        if (edges) edges.push([from, to]);
        else rows.set(row, [[from, to]]);
      }
      from = to;
    }
  }
  return (place) => isInside(rows.get(Math.floor(place[1])) ?? [], place);
}

type Corner = readonly [x: number, y: number];
type Edge = readonly [from: Corner, to: Corner];

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

function isInside(edges: readonly Edge[], [x, y]: Corner): boolean {
  let inside = false;
  for (const [[fromX, fromY], [toX, toY]] of edges) {
    const crosses =
      fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX);
    if (crosses) inside = !inside;
  }
  return inside;
}
