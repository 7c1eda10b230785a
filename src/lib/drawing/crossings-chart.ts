import type { Definition, Figure, Place } from '#lib/records/model.ts';
import { addDays, dayNumber, type Day } from '#lib/values/day.ts';
import type { ChartLine } from '#lib/views/summary.ts';
import { dayOn } from './chart-numbers.ts';
import { isGap } from './chart-style.ts';
import { dayTicks, numberTicks } from './chart-ticks.ts';
import { drawnPersons } from './drawn-persons.ts';
import { COLUMN_GAP, endLabels, type EndLabel } from './end-labels.ts';
import { markPath, stepPath } from './step-path.ts';

/** Units of the picture; the right margin holds the labels at the ends of the lines and grows with a name too long for it. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly margin?: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
  /** Least distance of two labels' baselines. */
  readonly labelApart?: number;
}

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  /** The upper bound's height where the source gave a range; `y` is its lower bound's. */
  readonly yHigh: number | null;
  readonly figure: Figure;
}

/** The published numbers of one definition. */
export interface DrawnSegment {
  readonly series: string;
  readonly definition: Definition;
  /** Steps from each published number to the next, open in every gap. */
  readonly d: string;
  /** Dots at published days, for a stroke with round caps. */
  readonly marks: string;
  readonly points: readonly ChartPoint[];
  /** Where nothing was published for too long to go on drawing. */
  readonly gaps: readonly { readonly x1: number; readonly x2: number }[];
}

export interface DrawnLine {
  readonly place: Place;
  /** Which dash the line has: its rank among the lines, for `dashOf`. */
  readonly pattern: number;
  readonly segments: readonly DrawnSegment[];
  /** The newest published number, and where the line's name stands, clear of the others. */
  readonly end: (ChartPoint & EndLabel) | null;
  readonly breaks: readonly {
    readonly x: number;
    readonly day: Day | null;
    readonly reason: string;
  }[];
}

export interface ChartPicture {
  readonly width: number;
  readonly height: number;
  /** The rectangle of the lines. */
  readonly plot: Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>;
  readonly xTicks: readonly { readonly x: number; readonly day: Day }[];
  /** From zero up. */
  readonly yTicks: readonly { readonly y: number; readonly value: number }[];
  readonly lines: readonly DrawnLine[];
}

const MARGIN = { top: 12, right: 150, bottom: 26, left: 84 };
const LABEL_APART = 16;
/** Letters of the longest name for which a right margin is given: "Russian Federation". */
const LONGEST = 18;

interface Scales {
  readonly x: (day: number) => number;
  readonly y: (persons: number) => number;
}

/**
 * The lines as they were published, in whole units. No line runs across a break or a gap, and none
 * beyond its last published day.
 */
export function chartPicture(lines: readonly ChartLine[], size: ChartSize): ChartPicture {
  const { width, height, margin = MARGIN, labelApart = LABEL_APART } = size;
  const plot = {
    left: margin.left,
    top: margin.top,
    right: width - roomRight(margin.right, lines),
    bottom: height - margin.bottom,
  };
  const standings = lines.flatMap(({ segments }) => segments.flatMap(({ points }) => points));
  const days = standings.map(dayOn);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const values = numberTicks(Math.max(0, ...standings.map(({ figure }) => highest(figure))));
  const scales = scalesFor(plot, first, last, values.at(-1) ?? 1);
  const drawn = lines.map((line, pattern) => drawLine(line, pattern, scales));
  const labels = endLabels(
    drawn.map(({ end, place, segments }) => {
      const corners = segments.flatMap(({ points }) => points);
      return end && { name: place.label, x: end.x, y: end.y, corners };
    }),
    labelApart,
    plot,
  );
  return {
    width,
    height,
    plot,
    xTicks: (days.length > 0 ? dayTicks(first, last) : []).map((day) => ({
      x: scales.x(day),
      day: addDays(EPOCH, day),
    })),
    yTicks: values.map((value) => ({ y: scales.y(value), value })),
    lines: drawn.map(({ end, ...line }, index) => {
      const label = labels[index];
      return { ...line, end: end && label ? { ...end, ...label } : null };
    }),
  };
}

/** What a margin has for its letters, with as much for each letter more. */
function roomRight(margin: number, lines: readonly ChartLine[]): number {
  const letters = Math.max(LONGEST, ...lines.map(({ place }) => place.label.length));
  return Math.round(COLUMN_GAP + ((margin - COLUMN_GAP) * letters) / LONGEST);
}

const EPOCH = '1970-01-01' as Day;

/** One published day alone stands at the right end, where the labels are. */
function scalesFor(plot: ChartPicture['plot'], first: number, last: number, most: number): Scales {
  const across = (plot.right - plot.left) / (last - first || 1);
  const up = (plot.bottom - plot.top) / most;
  return {
    // A break may lie outside the published days: it stands at the edge, never beside the picture.
    x: (day) =>
      Math.max(plot.left, Math.min(plot.right, Math.round(plot.right - (last - day) * across))),
    y: (persons) => Math.round(plot.bottom - persons * up),
  };
}

function highest({ amount }: Figure): number {
  return amount.kind === 'between' ? amount.high : (drawnPersons(amount) ?? 0);
}

type LineWithoutLabel = Omit<DrawnLine, 'end'> & { readonly end: ChartPoint | null };

function drawLine(
  { place, segments, breaks }: ChartLine,
  pattern: number,
  scales: Scales,
): LineWithoutLabel {
  const drawn = segments.map((segment) => drawSegment(segment, scales));
  const ends = drawn.flatMap(({ points }) => points.at(-1) ?? []);
  return {
    place,
    pattern,
    segments: drawn,
    // The newest, not the last listed: definitions of one publisher may run side by side.
    end: ends.reduce<ChartPoint | null>(
      (newest, end) => (newest && newest.x > end.x ? newest : end),
      null,
    ),
    // A break of which no day is known stands where its new definition begins.
    breaks: breaks.map(({ day, reason }, index) => ({
      x: day ? scales.x(dayNumber(day)) : ((drawn[index + 1] ?? drawn.at(-1))?.points[0]?.x ?? 0),
      day,
      reason,
    })),
  };
}

function drawSegment(
  { series, definition, points: standings }: ChartLine['segments'][number],
  { x, y }: Scales,
): DrawnSegment {
  const runs: (readonly [number, number])[][] = [];
  const gaps: { x1: number; x2: number }[] = [];
  const points: ChartPoint[] = [];
  let before: number | null = null;
  for (const standing of standings) {
    const { figure } = standing;
    const persons = drawnPersons(figure.amount);
    if (persons === null) continue;
    const day = dayOn(standing);
    const point = {
      x: x(day),
      y: y(persons),
      yHigh: figure.amount.kind === 'between' ? y(figure.amount.high) : null,
      figure,
    };
    if (before === null || isGap(before, day)) runs.push([]);
    if (before !== null && isGap(before, day)) gaps.push({ x1: x(before), x2: point.x });
    runs.at(-1)?.push([point.x, point.y]);
    points.push(point);
    before = day;
  }
  return { series, definition, d: stepPath(runs), marks: markPath(runs.flat()), points, gaps };
}
