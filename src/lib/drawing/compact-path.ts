/** Corners in whole steps of a grid. `closed` joins the last to the first. */
export interface Trail {
  readonly corners: (readonly [x: number, y: number])[];
  closed: boolean;
}

/**
 * A sink for `geoPath(…).context(…)` that rounds every corner to whole steps of `grid` units as it
 * comes: two countries round their common border alike, so no sliver opens between them. Corners
 * that fall together are one.
 */
export class Trails {
  readonly trails: Trail[] = [];
  readonly #grid: number;

  constructor(grid: number) {
    this.#grid = grid;
  }

  #round(x: number, y: number): readonly [number, number] {
    return [Math.round(x / this.#grid), Math.round(y / this.#grid)];
  }

  beginPath(): void {
    // A path in SVG begins with its first move.
  }

  moveTo(x: number, y: number): void {
    this.trails.push({ corners: [this.#round(x, y)], closed: false });
  }

  lineTo(x: number, y: number): void {
    const corners = this.trails.at(-1)?.corners;
    const last = corners?.at(-1);
    const next = this.#round(x, y);
    if (last?.[0] !== next[0] || last[1] !== next[1]) corners?.push(next);
  }

  closePath(): void {
    const trail = this.trails.at(-1);
    if (!trail) return;
    trail.closed = true;
    const [first, last] = [trail.corners[0], trail.corners.at(-1)];
    if (trail.corners.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1])
      trail.corners.pop();
  }

  arc(): void {
    throw new Error('expected lines and areas, found a point');
  }
}

/** Numbers side by side: a minus sign needs no blank before it. */
export function sideBySide(numbers: readonly number[]): string {
  return numbers
    .map((number, index) => (index > 0 && number >= 0 ? ` ${number}` : `${number}`))
    .join('');
}

/**
 * The shortest path text for trails, in relative commands and whole steps of their grid. Trails too
 * short to be seen are left out.
 */
export function compactPath(trails: readonly Trail[]): string {
  return trails
    .filter(({ corners, closed }) => corners.length > (closed ? 2 : 1))
    .map(({ corners, closed }) => pathOf(withoutStraights(corners)) + (closed ? 'z' : ''))
    .join('');
}

function pathOf(corners: Trail['corners']): string {
  let d = '';
  let command = '';
  let [x, y] = [0, 0];
  for (const [toX, toY] of corners) {
    const [dx, dy] = [toX - x, toY - y];
    const next = d === '' ? 'M' : dy === 0 ? 'h' : dx === 0 ? 'v' : 'l';
    const text = sideBySide(next === 'h' ? [dx] : next === 'v' ? [dy] : [dx, dy]);
    d += next === command ? (text.startsWith('-') ? text : ` ${text}`) : next + text;
    command = next;
    [x, y] = [toX, toY];
  }
  return d;
}

/** Without the corners on a straight line between their neighbours. */
function withoutStraights(corners: Trail['corners']): Trail['corners'] {
  return corners.filter(([x, y], index) => {
    const [before, after] = [corners[index - 1], corners[index + 1]];
    if (!before || !after) return true;
    return (x - before[0]) * (after[1] - y) !== (y - before[1]) * (after[0] - x);
  });
}
