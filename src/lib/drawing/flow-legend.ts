import { circlePath, type Box } from './geometry.ts';
import { circleRadius, flowWidth, tenths } from './flow-scale.ts';
import { sayNumber } from '#lib/wording/numbers.ts';
import { widthOf } from './type/measured-lines.ts';

/** One line of the key: a mark and the place of its text. */
export interface Sample {
  /** The number the sample stands for. */
  readonly persons: number;
  /** A piece of ribbon cut straight, or the outline of a circle; the class by which it is coloured. */
  readonly name: 'sample' | 'size';
  readonly d: string;
  readonly label: { readonly x: number; readonly y: number };
}

export interface Legend {
  readonly samples: readonly Sample[];
  readonly box: Box;
}

const LEFT = 9;
const PIECE = 16;
const BESIDE = 4;
/** From the least to the most; of ribbons the last whose largest number is not more than what is shown. */
const THREE = [
  [10_000, 20_000, 50_000],
  [10_000, 50_000, 200_000],
  [10_000, 100_000, 1_000_000],
  [100_000, 1_000_000, 5_000_000],
] as const;
const OF_CIRCLES = [10_000, 100_000, 1_000_000];

/**
 * Three samples of the locked scale at the bottom left, as wide as marks of these numbers; none when the map has no
 * number. Which three depends on the largest number only; how wide each is never does. `height` is that of the frame,
 * `size` that of its text, in units.
 */
export function flowLegend(
  drawnAs: 'arrow' | 'circle',
  largest: number | null,
  { height, size, factor = 1 }: { height: number; size: number; factor?: number },
): Legend {
  const numbers = largest === null ? [] : drawnAs === 'arrow' ? threeFor(largest) : OF_CIRCLES;
  const samples =
    drawnAs === 'arrow'
      ? pieces(numbers, height, size, factor)
      : circles(numbers, height, size, factor);
  const room = Math.max(0, ...numbers.map((persons) => widthOf(sayNumber(persons), 'sans', size)));
  return {
    samples,
    box: {
      left: 0,
      top: Math.min(
        height,
        ...samples.map(({ label }) => label.y - size),
        ...(drawnAs === 'circle' && samples.length > 0
          ? [height - 5 - 2 * circleRadius(OF_CIRCLES.at(-1) ?? 0, factor)]
          : []),
        ...numbers
          .slice(0, 1)
          .map((persons) => (samples[0]?.label.y ?? height) - flowWidth(persons, factor)),
      ),
      right: Math.max(LEFT, ...samples.map(({ label }) => label.x + room)),
      bottom: height,
    },
  };
}

const threeFor = (largest: number): readonly number[] =>
  THREE.findLast((three) => three[2] <= largest) ?? THREE[0];

/** One below another, the widest at the foot. */
function pieces(
  numbers: readonly number[],
  height: number,
  size: number,
  factor: number,
): Sample[] {
  let foot = height - 4;
  return [...numbers]
    .reverse()
    .map((persons): Sample => {
      const width = flowWidth(persons, factor);
      const room = Math.max(1.15 * size, width + 2);
      const middle = foot - room / 2;
      foot -= room;
      return {
        persons,
        name: 'sample',
        d: `M${LEFT} ${tenths(middle - width / 2)}h${PIECE}v${width}h-${PIECE}z`,
        label: { x: LEFT + PIECE + BESIDE, y: tenths(middle + 0.36 * size) },
      };
    })
    .reverse();
}

/** One inside another on a common foot, as maps of circles are read; texts beside their tops. */
function circles(
  numbers: readonly number[],
  height: number,
  size: number,
  factor: number,
): Sample[] {
  const foot = height - 5;
  const widest = Math.max(0, ...numbers.map((persons) => circleRadius(persons, factor)));
  const x = LEFT + widest;
  let textY = foot + 1.1 * size;
  return numbers
    .map((persons): Sample => {
      const radius = circleRadius(persons, factor);
      textY = Math.min(textY - 1.1 * size, foot - 2 * radius + 0.36 * size);
      return {
        persons,
        name: 'size',
        d: circlePath([x, foot - radius], radius),
        label: { x: tenths(x + widest + BESIDE), y: tenths(textY) },
      };
    })
    .reverse();
}
