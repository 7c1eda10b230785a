import type { Point } from '#lib/drawing/arrow.ts';
import { pointOn, type Way } from '#lib/drawing/flows/ways.ts';

const SAMPLES = 60;

/** Pairs of ways that cross, by name. Ends are left out: ways that share one meet there. */
export function crossings(ways: ReadonlyMap<string, Way>): string[] {
  const lines = [...ways].map(([key, way]): [string, Point[]] => [
    key,
    Array.from({ length: SAMPLES + 1 }, (_, i) => pointOn(way, 0.02 + (0.96 * i) / SAMPLES)),
  ]);
  return lines.flatMap(([one, a], index) =>
    lines.slice(index + 1).flatMap(([two, b]) => (meet(a, b) ? [`${one} and ${two}`] : [])),
  );
}

function meet(a: readonly Point[], b: readonly Point[]): boolean {
  return a.some((_, i) => b.some((__, j) => crosses(a[i], a[i + 1], b[j], b[j + 1])));
}

function crosses(a?: Point, b?: Point, c?: Point, d?: Point): boolean {
  if (!a || !b || !c || !d) return false;
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
