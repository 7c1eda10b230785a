import { circle, type Box } from './arrow.ts';
import { circleRadius, flowWidth, tenths } from './flow-scale.ts';

/** One line of the legend: a mark and the place of its text. */
export interface Sample {
  /** The number the sample stands for. */
  readonly persons: number;
  readonly d: string;
  /** Stroke width in units; 0 for a circle, which is filled. */
  readonly width: number;
  readonly label: { readonly x: number; readonly y: number };
}

export interface Legend {
  readonly samples: readonly Sample[];
  readonly box: Box;
}

const LEFT = 8;
const LINE = 12;
const ARROW_LENGTH = 26;
const TEXT = 50;
const FEWER = [10_000, 100_000, 1_000_000];
const MANY = [100_000, 1_000_000, 5_000_000];

/**
 * Three samples of the locked scale at the bottom left, drawn by the functions that draw the map;
 * none when the map has no number. Which three depends on the largest number only; how wide each is
 * never does. `height` is that of the frame.
 */
export function flowLegend(
  drawnAs: 'arrow' | 'circle',
  largest: number | null,
  height: number,
  factor = 1,
): Legend {
  const numbers = largest === null ? [] : drawnAs === 'arrow' && largest > 1_000_000 ? MANY : FEWER;
  const samples =
    drawnAs === 'arrow' ? arrows(numbers, height, factor) : circles(numbers, height, factor);
  const heights = samples.flatMap(({ label, width }) => [label.y - 9, label.y - 4 - width / 2]);
  const top = Math.min(height, ...heights);
  const nested =
    drawnAs === 'circle' && numbers.length > 0 ? circleRadius(numbers.at(-1) ?? 0, factor) * 2 : 0;
  const right = LEFT + Math.max(nested, ARROW_LENGTH) + TEXT;
  return { samples, box: { left: LEFT, top, right, bottom: height } };
}

/** One below another, the widest at the foot. */
function arrows(numbers: readonly number[], bottom: number, factor: number): Sample[] {
  const marks = numbers.map((persons): [number, number] => [persons, flowWidth(persons, factor)]);
  let foot = bottom - 4;
  return marks
    .reverse()
    .map(([persons, width]) => {
      const height = Math.max(LINE, width + 4);
      const y = tenths(foot - height / 2);
      foot -= height;
      return {
        persons,
        d: `M${LEFT} ${y}h${ARROW_LENGTH}`,
        width,
        label: { x: LEFT + ARROW_LENGTH + 5, y: tenths(y + 4) },
      };
    })
    .reverse();
}

/** One inside another on a common foot, as maps of circles are read; texts beside their tops. */
function circles(numbers: readonly number[], bottom: number, factor: number): Sample[] {
  const foot = bottom - 5;
  const radiusOf = (persons: number) => circleRadius(persons, factor);
  const widest = Math.max(0, ...numbers.map(radiusOf));
  const x = LEFT + widest;
  let textY = foot + LINE;
  return numbers
    .map((persons) => {
      const radius = radiusOf(persons);
      textY = Math.min(textY - LINE, foot - 2 * radius + 4);
      return {
        persons,
        d: circle([x, foot - radius], radius).d,
        width: 0,
        label: { x: x + widest + 5, y: tenths(textY) },
      };
    })
    .reverse();
}

/** What a legend may take up on any day: labels that stand the same on all days keep clear of it. */
export function legendRoom(drawnAs: 'arrow' | 'circle', height: number, factor = 1): Box {
  const [few, many] = [FEWER, MANY].map(
    (of) => flowLegend(drawnAs, of.at(-1) ?? 0, height, factor).box,
  );
  if (!few || !many) throw new Error('expected two legends');
  return {
    left: 0,
    top: Math.min(few.top, many.top) - 2,
    right: Math.max(few.right, many.right),
    bottom: height,
  };
}
