import type { SceneMark } from './scene.ts';
import type { Scales } from './plot.ts';

/**
 * All marks of a picture as paths, told apart by form and not by colour: a dot for an exact number, a bar with a stem
 * upwards for "at least", downwards for "up to", two bars joined for a range, a broken ring for "about".
 */
export interface MarkPaths {
  /** Dots as lines of next to no length, for a stroke with round caps: a canvas leaves out those of none. */
  readonly dots: string;
  /** Bars and stems. */
  readonly bars: string;
  /** To be stroked in dashes and filled with the paper. */
  readonly rings: string;
  /** Where something was said in words: ticks at the foot. */
  readonly words: readonly number[];
}

/** Px a mark without a period is wide, each way; how long a stem is; half the width of a ring. */
const HALF = 4;
const STEM = 10;
const RING = 3.6;
/** Marks of one form closer than this would run into a band. */
const APART = { dot: 4, bar: 9 };

/** The marks of what stands, or of what no longer does. */
export function markPaths(marks: readonly SceneMark[], scales: Scales): MarkPaths {
  const paths = { dots: '', bars: '', rings: '' };
  const words: number[] = [];
  const last = new Map<string, { x: number; y: number }>();
  marks.forEach((mark, index) => {
    const { value, behind } = mark;
    const [left, right] = [scales.x(mark.from), scales.x(mark.day)];
    if (value.value === '') {
      if (!behind) words.push(right);
      return;
    }
    const y = scales.y(value.value);
    const isLast = index === marks.length - 1;
    const wide = right - left >= 2;
    const dot = value.shape === 'exact' && !wide;
    const form = dot ? 'dot' : value.shape;
    const near = last.get(form);
    const apart = dot ? APART.dot : wide ? 3 : APART.bar;
    if (!isLast && near && Math.hypot(right - near.x, y - near.y) < apart) return;
    last.set(form, { x: right, y });
    if (dot) paths.dots += `M${right} ${y}h.1`;
    else if (value.shape === 'about' && !wide) paths.rings += ringPath(right, y, RING);
    else {
      const ends = wide ? ([left, right] as const) : ([right - HALF, right + HALF] as const);
      const high = value.high === '' ? null : scales.y(value.high);
      paths.bars += barPath(value.shape, ends, y, high);
    }
  });
  return { ...paths, words };
}

export const ringPath = (x: number, y: number, radius: number): string =>
  `M${Math.round((x - radius) * 10) / 10} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0-${radius * 2} 0`;

function barPath(
  shape: SceneMark['value']['shape'],
  [left, right]: readonly [number, number],
  y: number,
  high: number | null,
): string {
  const bar = `M${left} ${y}H${right}`;
  const middle = Math.round((left + right) / 2);
  switch (shape) {
    case 'at_least':
    case 'more_than':
      return `${bar}M${middle} ${y}v-${STEM}`;
    case 'up_to':
    case 'nearly':
      return `${bar}M${middle} ${y}v${STEM}`;
    case 'between':
      return high === null ? bar : `${bar}M${left} ${high}H${right}M${middle} ${y}V${high}`;
    case 'about':
      return broken(left, right, y);
    default:
      return bar;
  }
}

/** A bar in dashes of three, so that its height is not taken for exact. */
function broken(left: number, right: number, y: number): string {
  const dashes = Math.max(2, Math.round((right - left) / 5));
  const step = Math.round(((right - left) / dashes) * 10) / 10;
  return Array.from({ length: dashes }, (_, i) => {
    const from = Math.round((left + i * step) * 10) / 10;
    return `M${from} ${y}h${Math.round(step * 6) / 10}`;
  }).join('');
}
