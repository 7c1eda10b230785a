import { expect, test } from 'vitest';
import { madeFlows } from '../../../tests/support/made-flows.ts';
import { flowWidth, WORD_WIDTH } from './flow-scale.ts';
import { drawMany, type PlainFlow } from './many-flows.ts';

const made = (persons: number | null, more: Partial<PlainFlow> = {}): PlainFlow => ({
  id: `of-${persons}`,
  from: [0, 0],
  to: [100, 0],
  bend: 0.1,
  persons,
  kind: 'arrow',
  ...more,
});

interface Stroke {
  readonly colour: unknown;
  readonly width: number;
  readonly dash: number[];
  /** Where its curves begin. */
  readonly from: [number, number][];
}

/** What a canvas would be told. */
function drawing(flows: readonly PlainFlow[]) {
  const strokes: Stroke[] = [];
  const tips: [number, number][] = [];
  let [path, dash]: [[number, number][], number[]] = [[], []];
  const pen = {
    lineWidth: 1,
    strokeStyle: '' as unknown,
    fillStyle: '' as unknown,
    setLineDash: (to: number[]) => void (dash = to),
    beginPath: () => void (path = []),
    moveTo: (x: number, y: number) => void path.push([x, y]),
    lineTo: () => undefined,
    quadraticCurveTo: () => undefined,
    closePath: () => undefined,
    stroke: () =>
      void strokes.push({ colour: pen.strokeStyle, width: pen.lineWidth, dash, from: path }),
    fill: () => void tips.push(...path),
  };
  drawMany(pen, flows, { flow: 'flow', paper: 'paper' });
  return { flows: strokes.filter(({ colour }) => colour === 'flow'), strokes, tips };
}

test('equal numbers are equally wide, on the scale of all maps', () => {
  const strokes = drawing([made(4_000_000), made(90_000), made(4_000_000)]).flows;
  const [wide, narrow] = [flowWidth(4_000_000), flowWidth(90_000)];
  expect(strokes.map(({ width }) => width)).toEqual([wide, wide, narrow]);
});

test('each of 10,000 flows is drawn once, with its head', () => {
  const flows = madeFlows(10_000).map((flow, n) => ({ ...flow, from: [n, 0] as const }));
  const { flows: strokes, tips } = drawing(flows);
  const starts = strokes.flatMap(({ from }) => from.map(([x]) => x));
  expect(starts.sort((a, b) => a - b)).toEqual(flows.map((_, n) => n));
  expect(tips).toHaveLength(10_000);
});

test('the widest come first', () => {
  const widths = drawing(madeFlows(500)).flows.map(({ width }) => width);
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
});

test('the flows of each width lie above their casings; very many have none', () => {
  const { strokes } = drawing([made(90_000), made(4_000_000)]);
  expect(strokes.map(({ colour }) => colour)).toEqual(['paper', 'flow', 'paper', 'flow']);
  expect(drawing(madeFlows(1001)).strokes).toHaveLength(1001);
});

test('a word is dashed and as wide as every word; its casing is whole', () => {
  const { strokes } = drawing([made(null, { kind: 'word' })]);
  expect(strokes.map(({ dash }) => dash.length)).toEqual([0, 2]);
  expect(strokes[1]?.width).toBe(WORD_WIDTH);
});

test('nobody, and an arrow without a number, is not drawn', () => {
  expect(drawing([made(0), made(null)]).strokes).toEqual([]);
});
