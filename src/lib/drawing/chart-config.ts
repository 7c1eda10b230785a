import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import { dashOf, isGap } from './chart-style.ts';
import { apart } from './label-column.ts';
import { dayTicks, numberTicks } from './chart-ticks.ts';

/** Lines, their unjoined segments, their points: plain data, as it lies in a page. `day` counts from 1970-01-01. */
export type ChartNumbers = readonly {
  readonly label: string;
  readonly segments: readonly (readonly {
    readonly day: number;
    readonly value: number;
    /** The figure as a sentence, with all that belongs to it. */
    readonly said: string;
  }[])[];
}[];

/** How the page's language says what stands at the axes. */
export interface ChartWords {
  day(day: number): string;
  number(value: number): string;
}

/** The page's own colours and type: the canvas cannot read a stylesheet. */
export interface ChartInk {
  readonly line: string;
  readonly text: string;
  readonly rule: string;
  readonly paper: string;
  readonly font: string;
}

/** Px that the name of a month and its year take at the axis. */
const TICK_ROOM = 84;

/** A point, or where `y` is not a number, the pen lifted: no line runs there. */
export interface PlottedPoint {
  x: number;
  y: number;
  said: string;
}

/** Px kept right of the lines for their names. */
const LABEL_ROOM = 140;
const LABEL_APART = 16;

/**
 * The crossings chart for Chart.js, made anew at each call: Chart.js keeps what it is given and writes
 * into it. Steps, because a number stands until the next is published; dots only where one was.
 */
export function crossingsConfig(
  lines: ChartNumbers,
  words: ChartWords,
  ink: ChartInk,
): ChartConfiguration<'line', PlottedPoint[]> {
  const points = lines.flatMap(({ segments }) => segments.flat());
  const days = points.map(({ day }) => day);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const numbers = numberTicks(Math.max(0, ...points.map(({ value }) => value)));
  const axis = { color: ink.text, font: { family: ink.font, size: 13 } };
  return {
    type: 'line',
    data: { datasets: lines.map((line, index) => dataset(line, index, ink)) },
    plugins: [namesAtEnds(ink)],
    options: {
      animation: false,
      parsing: false,
      maintainAspectRatio: false,
      spanGaps: false,
      layout: { padding: { top: 10, right: LABEL_ROOM } },
      interaction: { mode: 'nearest', intersect: false },
      scales: {
        x: {
          type: 'linear',
          ...(points.length > 0 ? { min: first, max: last } : {}),
          grid: { display: false },
          border: { color: ink.rule },
          afterBuildTicks: (scale) => {
            const days = dayTicks(scale.min, scale.max);
            // Only as many as there is room for beside one another.
            const every = Math.ceil((days.length * TICK_ROOM) / Math.max(scale.width, TICK_ROOM));
            scale.ticks = days.filter((_, i) => i % every === 0).map((value) => ({ value }));
          },
          ticks: {
            ...axis,
            autoSkip: false,
            maxRotation: 0,
            callback: (day) => words.day(Number(day)),
          },
        },
        y: {
          type: 'linear',
          min: 0,
          max: numbers.at(-1) ?? 1,
          grid: { color: ink.rule },
          border: { display: false },
          afterBuildTicks: (scale) => {
            scale.ticks = numbers.map((value) => ({ value }));
          },
          ticks: { ...axis, callback: (value) => words.number(Number(value)) },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          backgroundColor: ink.paper,
          borderColor: ink.text,
          borderWidth: 1,
          cornerRadius: 0,
          displayColors: false,
          titleColor: ink.text,
          bodyColor: ink.text,
          callbacks: {
            title: () => '',
            // One string is one line: Chart.js does not part it.
            label: ({ raw }) => (isPlotted(raw) ? raw.said.split('\n') : []),
          },
        },
      },
    },
  };
}

function dataset(
  { label, segments }: ChartNumbers[number],
  index: number,
  ink: ChartInk,
): ChartDataset<'line', PlottedPoint[]> {
  return {
    label,
    data: segments.flatMap((segment, at) =>
      (at === 0 ? plotted(segment) : [lifted(segment), ...plotted(segment)]).flat(),
    ),
    stepped: 'before',
    borderColor: ink.line,
    backgroundColor: ink.line,
    borderWidth: 1.5,
    borderDash: [...dashOf(index)],
    pointRadius: 1.25,
    pointHitRadius: 12,
  };
}

/** Points of one segment with the pen lifted in every gap. */
function plotted(segment: ChartNumbers[number]['segments'][number]): PlottedPoint[] {
  return segment.flatMap(({ day, value, said }, index) => {
    const before = segment[index - 1];
    const point = { x: day, y: value, said };
    return before && isGap(before.day, day) ? [lifted([{ day }]), point] : [point];
  });
}

function lifted(segment: readonly { readonly day: number }[]): PlottedPoint {
  return { x: segment[0]?.day ?? NaN, y: NaN, said: '' };
}

function isPlotted(raw: unknown): raw is PlottedPoint {
  return typeof raw === 'object' && raw !== null && 'said' in raw;
}

/** Lines are named where they end, in a column: a reader need not carry a dash pattern to a legend. */
function namesAtEnds(ink: ChartInk): Plugin<'line'> {
  return {
    id: 'namesAtEnds',
    afterDatasetsDraw: (chart) => {
      const { ctx, chartArea, data } = chart;
      const ends = data.datasets.map((_, index) => chart.getDatasetMeta(index).data.at(-1)?.y ?? 0);
      const heights = apart(ends, LABEL_APART, chartArea.top, chartArea.bottom);
      ctx.save();
      ctx.fillStyle = ink.text;
      ctx.font = `13px ${ink.font}`;
      ctx.textBaseline = 'middle';
      data.datasets.forEach(({ label = '' }, index) => {
        ctx.fillText(label, chartArea.right + 8, heights[index] ?? 0, LABEL_ROOM - 8);
      });
      ctx.restore();
    },
  };
}
