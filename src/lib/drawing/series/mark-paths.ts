import type { SceneMark } from './scene.ts';
import type { Scales } from './plot.ts';

/**
 * All marks of a picture as paths, told apart by form and not by colour: a dot for an exact number, a bar with a stem
 * that fades out upwards for "at least", downwards for "up to", two bars joined for a range, a broken bar for "about".
 */
export interface MarkPaths {
  /** Dots as lines of next to no length, for a stroke with round caps: a canvas leaves out those of none. */
  readonly dots: string;
  /** Bars and stems. */
  readonly bars: string;
  /** The same of what no longer stands: rings, and bars drawn thin. */
  readonly behind: string;
  /** Where something was said in words: ticks at the foot. */
  readonly words: readonly number[];
}

/** Px a mark without a period is wide, each way. */
const HALF = 5;
/** Marks of one form closer than this would run into a band. */
const APART = { dot: 4, bar: 9 };

export function markPaths(marks: readonly SceneMark[], scales: Scales): MarkPaths {
  const paths = { dots: '', bars: '', behind: '' };
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
    const form = `${behind} ${dot ? 'dot' : value.shape}`;
    const near = last.get(form);
    const apart = dot ? APART.dot : wide ? 3 : APART.bar;
    if (!isLast && near && Math.hypot(right - near.x, y - near.y) < apart) return;
    last.set(form, { x: right, y });
    if (dot && behind) paths.behind += `M${right - 2} ${y}a2 2 0 1 0 4 0a2 2 0 1 0-4 0`;
    else if (dot) paths.dots += `M${right} ${y}h.1`;
    else {
      const ends = wide ? ([left, right] as const) : ([right - HALF, right + HALF] as const);
      const high = value.high === '' ? null : scales.y(value.high);
      paths[behind ? 'behind' : 'bars'] += barPath(value.shape, ends, y, high, behind);
    }
  });
  return { ...paths, words };
}

/** What fades out: dashes, each shorter than the one before. Of an earlier version only the first. */
const FADING = [6, 4, 3, 1];

function barPath(
  shape: SceneMark['value']['shape'],
  [left, right]: readonly [number, number],
  y: number,
  high: number | null,
  behind: boolean,
): string {
  const bar = `M${left} ${y}H${right}`;
  const middle = Math.round((left + right) / 2);
  const stem = (way: -1 | 1) =>
    `M${middle} ${y}${(behind ? [4] : FADING).map((dash) => `v${way * dash}`).join(`m0 ${way * 2}`)}`;
  switch (shape) {
    case 'at_least':
    case 'more_than':
      return bar + stem(-1);
    case 'up_to':
    case 'nearly':
      return bar + stem(1);
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
