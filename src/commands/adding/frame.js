import { load } from '../seed-reader.js';

/** Units of the paper. */
const [WIDTH, HEIGHT] = [360, 288];
/** Units between an arrow's end and the edge: a country reaches further than its point. */
const EDGE = 56;
/** Units for one radius of the Earth: a map of one small country need not be finer. */
const FINEST = 4000;

/** @typedef {readonly [longitude: number, latitude: number]} LonLat */

/**
 * The frame in which these points stand with room around them: where its middle is, along which latitudes it is true to
 * scale, and how large it is drawn.
 * @param {readonly LonLat[]} points at least one
 * @returns {Promise<{ middle: [number, number], parallels: [number, number], scale: number, size: [number, number] }>}
 */
export async function proposedFrame(points) {
  const { projectionOf } = /** @type {typeof import('../../lib/drawing/projection.ts')} */ (
    await load('drawing/projection.ts')
  );
  const latitudes = points.map(([, latitude]) => latitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  // A sixth in from either end, as is usual for conic maps; apart, since a cone needs two.
  const sixth = Math.max((north - south) / 6, 1);
  const parallels = /** @type {[number, number]} */ (
    north - south > 4 ? [south + sixth, north - sixth] : [south - sixth, north + sixth]
  ).map((degrees) => Math.max(-80, Math.min(80, round(degrees, 1))));
  const start = /** @type {LonLat} */ ([middleLongitude(points), (south + north) / 2]);
  const paper = {
    parallels: /** @type {[number, number]} */ (parallels),
    width: WIDTH,
    height: HEIGHT,
  };
  const projection = projectionOf({ ...paper, middle: [...start], scale: 1000 });
  const onPaper = points.map((point) => projection([...point]) ?? [0, 0]);
  const [left, right] = ends(onPaper.map(([x = 0]) => x));
  const [top, bottom] = ends(onPaper.map(([, y = 0]) => y));
  const middle = projection.invert?.([(left + right) / 2, (top + bottom) / 2]) ?? [...start];
  const fits = Math.min(
    (WIDTH - 2 * EDGE) / (right - left || 1),
    (HEIGHT - 2 * EDGE) / (bottom - top || 1),
  );
  return {
    middle: [round(middle[0], 0.1), round(middle[1], 0.1)],
    parallels: paper.parallels,
    scale: Math.min(FINEST, Math.max(10, Math.floor((1000 * fits) / 10) * 10)),
    size: [WIDTH, HEIGHT],
  };
}

/**
 * Of points on both sides of the 180th meridian, too: the middle of the shortest arc that holds all.
 * @param {readonly LonLat[]} points
 */
function middleLongitude(points) {
  const sorted = points.map(([longitude]) => longitude).sort((a, b) => a - b);
  let [widest, from] = [-1, 0];
  for (const [index, west] of sorted.entries()) {
    const east = sorted[index + 1] ?? (sorted[0] ?? 0) + 360;
    if (east - west > widest) [widest, from] = [east - west, east];
  }
  const middle = from + (360 - widest) / 2;
  return middle > 180 ? middle - 360 : middle;
}

/** @param {readonly number[]} numbers @returns {[number, number]} */
const ends = (numbers) => [Math.min(...numbers), Math.max(...numbers)];

/** @param {number} value @param {number} to */
const round = (value, to) => Number((Math.round(value / to) * to).toFixed(1));
