import { drawMany, type FlowStyle, type PlainFlow } from '#lib/drawing/many-flows.ts';
import { indexFlows, nearestFlow } from '#lib/drawing/nearest-flow.ts';

/** How far beside a flow, in CSS pixels, a pointer still means it. */
const REACH = 4;

export interface FlowCanvas {
  /** The id of the flow at a place of the window, as a pointer event gives it. */
  at: (clientX: number, clientY: number) => string | null;
  remove: () => void;
}

/**
 * Draws the flows on a canvas under `svg`, which holds what stands above them: labels and no ground, since that would
 * cover them. Its `viewBox` is the frame of the flows; pointers still meet the SVG.
 */
export function layCanvas(
  svg: SVGSVGElement,
  flows: readonly PlainFlow[],
  style: FlowStyle,
): FlowCanvas {
  const index = indexFlows(flows);
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  Object.assign(canvas.style, { position: 'absolute', pointerEvents: 'none' });
  svg.before(canvas);
  const { position } = svg.style;
  // Only what is positioned too is painted above the canvas.
  svg.style.position = 'relative';

  let drawn = '';
  const draw = () => {
    const box = svg.getBoundingClientRect();
    const size = `${box.width} ${box.height} ${devicePixelRatio}`;
    if (size === drawn) return;
    drawn = size;
    cover(canvas, box);
    const [pen, frame] = [canvas.getContext('2d'), svg.getScreenCTM()];
    if (!pen || !frame) return;
    const [x, y] = [canvas.width / (box.width || 1), canvas.height / (box.height || 1)];
    const [left, top] = [frame.e - box.left, frame.f - box.top];
    pen.setTransform(frame.a * x, 0, 0, frame.d * y, left * x, top * y);
    drawMany(pen, flows, style);
  };
  draw();
  const observer = new ResizeObserver(draw);
  observer.observe(svg);

  return {
    at(clientX, clientY) {
      const frame = svg.getScreenCTM();
      if (!frame || frame.a === 0) return null;
      const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(frame.inverse());
      return nearestFlow(index, x, y, REACH / frame.a);
    },
    remove() {
      observer.disconnect();
      canvas.remove();
      svg.style.position = position;
    },
  };
}

/** Lays the canvas into the same box, with as many pixels as the screen has there. */
function cover(canvas: HTMLCanvasElement, box: DOMRect): void {
  Object.assign(canvas.style, { left: '0', top: '0' });
  const zero = canvas.getBoundingClientRect();
  Object.assign(canvas.style, {
    left: `${box.left - zero.left}px`,
    top: `${box.top - zero.top}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
  });
  canvas.width = Math.round(box.width * devicePixelRatio);
  canvas.height = Math.round(box.height * devicePixelRatio);
}
