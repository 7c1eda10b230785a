/** A corner in whole units. */
type Point = readonly [x: number, y: number];

/**
 * Steps through runs of points, in relative whole units: across at the old height, then up or down.
 * Between two runs the pen is lifted; a run of one point draws nothing, its mark stands alone.
 */
export function stepPath(runs: readonly (readonly Point[])[]): string {
  let d = '';
  let pen: Point | null = null;
  for (const run of runs) {
    const [start, ...rest] = run;
    if (!start || rest.length === 0) continue;
    d += moveTo(pen, start) + stepsFrom(start, rest);
    pen = rest.at(-1) ?? start;
  }
  return d;
}

function moveTo(pen: Point | null, [x, y]: Point): string {
  if (!pen) return `M${x}${joined(y)}`;
  return `m${x - pen[0]}${joined(y - pen[1])}`;
}

/** Moves one after the other in one direction are one. */
function stepsFrom(start: Point, rest: readonly Point[]): string {
  const moves: { along: 'h' | 'v'; by: number }[] = [];
  let [x, y] = start;
  for (const [toX, toY] of rest) {
    add(moves, 'h', toX - x);
    add(moves, 'v', toY - y);
    [x, y] = [toX, toY];
  }
  return moves.map(({ along, by }) => `${along}${by}`).join('');
}

function add(moves: { along: 'h' | 'v'; by: number }[], along: 'h' | 'v', by: number): void {
  const last = moves.at(-1);
  if (by === 0) return;
  if (last?.along === along) last.by += by;
  else moves.push({ along, by });
}

function joined(number: number): string {
  return number < 0 ? String(number) : ` ${number}`;
}
