import { dashOf } from '#lib/drawing/chart-style.ts';
import { dayTicks, numberTicks } from '#lib/drawing/chart-ticks.ts';
import { stepPath } from '#lib/drawing/step-path.ts';
import type { Day } from '#lib/values/day.ts';
import { scaleDay, scaleNumber } from '#lib/wording/axis.ts';
import { isoOf } from './chart-data.ts';
import { placedLabels, placedLetters } from './letters.ts';
import type { PlacedLabel } from './letters.ts';
import { markPaths } from './mark-paths.ts';
import type { MarkPaths } from './mark-paths.ts';
import { scalesOf, type Plot, type Scales } from './plot.ts';
import type { Scene, SceneLine } from './scene.ts';

/** Of the picture, in px; the page reserves this room before it has come. */
export const seriesPictureSize = { width: 600, height: 400 } as const;

/** Paper of a chart, in px. */
export interface ChartPaper {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  /** Room of a letter, a line, the letter of a key and a day at the axis. */
  readonly letter: number;
  readonly line: number;
  readonly key: number;
  readonly day: number;
  /** Whether breaks and events have their letters: where something beside the chart explains them. */
  readonly lettered: boolean;
}

/** Letters are measured as they are where the picture is shown on a phone and its text is set larger. */
export const SERIES_PAPER: ChartPaper = {
  ...seriesPictureSize,
  plot: { left: 114, top: 34, right: 576, bottom: 340 },
  letter: 11.3,
  line: 24,
  key: 24,
  day: 104,
  lettered: true,
};

/** A text set by its middle, or as `anchor` says. */
interface DrawnText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** One reading of a series on paper of its size: what the file and the embed both draw. */
export interface DrawnSeries {
  /** Horizontal rules with the number at their start, set by its end. */
  readonly rules: readonly (DrawnText & { readonly d: string })[];
  /** `odd`: left out on a phone, where all would touch. */
  readonly days: readonly (DrawnText & { readonly odd: boolean })[];
  /** Breaks through the whole plot, events as ticks under its foot. */
  readonly signs: readonly { readonly kind: 'break' | 'event'; readonly d: string }[];
  readonly letters: readonly DrawnText[];
  readonly earlier: readonly string[];
  readonly lines: readonly { readonly d: string; readonly dash: readonly number[] }[];
  readonly marks: MarkPaths;
  /** Ticks at the foot where something was said in words. */
  readonly words: string;
  readonly labels: readonly PlacedLabel[];
}

export function drawnSeries(scene: Scene, paper: ChartPaper = SERIES_PAPER): DrawnSeries {
  const { plot } = paper;
  const values = numberTicks(scene.most);
  const scales = scalesOf(plot, scene.first, scene.last, values.at(-1) ?? 1);
  const marks = markPaths(scene.marks, scales);
  return {
    rules: values.map((value) => {
      const y = scales.y(value);
      return {
        d: `M${plot.left} ${y}H${plot.right}`,
        x: plot.left - 8,
        y: y + 5,
        text: scaleNumber(value),
      };
    }),
    days: days(scene, scales, paper),
    ...letters(scene, scales, paper),
    earlier: scene.lines.filter(({ behind }) => behind).map((line) => pathOf(line, scales)),
    lines: scene.lines
      .filter(({ behind }) => !behind)
      .map((line) => ({ d: pathOf(line, scales), dash: dashOf(line.dash) })),
    marks,
    words: marks.words.map((x) => `M${x} ${plot.bottom}v-8`).join(''),
    labels: placedLabels(scene.lines, scales, plot, paper.letter, paper.line),
  };
}

/** On a phone every second day is left out where all would touch. */
function days({ first, last }: Scene, { x }: Scales, paper: ChartPaper): DrawnSeries['days'] {
  const ticks = first === last ? [first] : dayTicks(first, last);
  const isOneYear = isoOf(first).slice(0, 4) === isoOf(last).slice(0, 4);
  const crowded = ticks.length > 1 && x(ticks[1] ?? 0) - x(ticks[0] ?? 0) < paper.day;
  return ticks.map((day, index) => ({
    odd: crowded && index % 2 === 1,
    x: Math.min(x(day), paper.width - paper.day / 2),
    y: paper.height - 8,
    text: scaleDay(isoOf(day) as Day, isOneYear),
  }));
}

function letters(
  { keys }: Scene,
  scales: Scales,
  { plot, key, lettered }: ChartPaper,
): Pick<DrawnSeries, 'signs' | 'letters'> {
  const drawn = keys.filter(({ letter }) => letter !== '');
  const set = (kind: 'break' | 'event', y: number) =>
    lettered ? placedLetters(drawn, kind, scales, key).map(({ x, text }) => ({ x, y, text })) : [];
  return {
    signs: drawn.map(({ kind, at }) =>
      kind === 'break'
        ? { kind, d: `M${scales.x(at)} ${plot.top - 8}V${plot.bottom}` }
        : { kind: 'event', d: `M${scales.x(at)} ${plot.bottom}v6` },
    ),
    letters: [...set('break', plot.top - 13), ...set('event', plot.bottom + 24)],
  };
}

const pathOf = ({ runs }: SceneLine, { x, y }: Scales): string =>
  stepPath(runs.map((run) => run.map(({ day, value }) => [x(day), y(value)] as const)));
