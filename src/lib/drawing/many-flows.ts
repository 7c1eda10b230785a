import { arrowShape, type ArrowShape, type Point } from './arrow.ts';
import { flowWidth, WORD_WIDTH } from './flow-scale.ts';

/** A flow in units of the frame, small enough to travel ten thousand at a time. */
export interface PlainFlow {
  readonly id: string;
  readonly from: Point;
  readonly to: Point;
  readonly bend: number;
  readonly persons: number | null;
  readonly kind: 'arrow' | 'word';
}

/** What is used of a canvas, so that a test can write down what was drawn. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'closePath' | 'stroke' | 'fill'
> & {
  lineWidth: number;
  strokeStyle: unknown;
  fillStyle: unknown;
  setLineDash: (dash: number[]) => void;
};

export interface FlowStyle {
  readonly flow: string;
  /** Below the flows of each width, unless they are very many: parts them from the wider ones they cross. */
  readonly paper: string;
}

/** As on the map of few flows. */
const CASING = 2.5;
const DASH = [4, 3];
/** Casings take about as long as the flows themselves: very many do without. */
const MOST_CASED = 1000;

/** 0 for nobody and for an arrow without a number: neither is drawn, as on the map of few flows. */
export function widthOfFlow({ kind, persons }: PlainFlow): number {
  return kind === 'word' ? WORD_WIDTH : persons === null ? 0 : flowWidth(persons);
}

/**
 * Widest first, so that thin flows stay visible. Each flow is a path of its own: measured, long paths of
 * many curves took a browser up to twice as long.
 */
export function drawMany(pen: Pen, flows: readonly PlainFlow[], style: FlowStyle): void {
  const isCased = flows.length <= MOST_CASED;
  for (const { width, dashed, members } of batches(flows)) {
    const shapes = members.map(({ from, to, bend }) => ({
      from,
      to,
      ...arrowShape(from, to, bend, width),
    }));
    if (isCased) strokeAll(pen, shapes, { colour: style.paper, width: width + CASING, dash: [] });
    strokeAll(pen, shapes, { colour: style.flow, width, dash: dashed ? DASH : [] });
    fillHeads(pen, shapes, style.flow);
  }
}

type Shape = ArrowShape & Pick<PlainFlow, 'from' | 'to'>;

function strokeAll(
  pen: Pen,
  shapes: readonly Shape[],
  { colour, width, dash }: { colour: string; width: number; dash: number[] },
): void {
  pen.setLineDash(dash);
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  for (const { from, middle, neck } of shapes) {
    pen.beginPath();
    pen.moveTo(...from);
    pen.quadraticCurveTo(...middle, ...neck);
    pen.stroke();
  }
}

function fillHeads(pen: Pen, shapes: readonly Shape[], colour: string): void {
  pen.fillStyle = colour;
  for (const { to, left, right } of shapes) {
    pen.beginPath();
    pen.moveTo(...to);
    pen.lineTo(...left);
    pen.lineTo(...right);
    pen.closePath();
    pen.fill();
  }
}

/** Flows that are drawn with one setting of the pen. */
interface Batch {
  readonly width: number;
  readonly dashed: boolean;
  readonly members: PlainFlow[];
}

function batches(flows: readonly PlainFlow[]): Batch[] {
  const found = new Map<string, Batch>();
  for (const flow of flows) {
    const [width, dashed] = [widthOfFlow(flow), flow.kind === 'word'];
    if (width === 0) continue;
    const key = `${width} ${dashed}`;
    const batch = found.get(key) ?? { width, dashed, members: [] };
    batch.members.push(flow);
    found.set(key, batch);
  }
  return [...found.values()].sort(
    (a, b) => b.width - a.width || Number(a.dashed) - Number(b.dashed),
  );
}
