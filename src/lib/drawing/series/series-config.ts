import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { ChartInk, ChartWords } from '#lib/drawing/chart-config.ts';
import { dashOf } from '#lib/drawing/chart-style.ts';
import { dayTicks, numberTicks } from '#lib/drawing/chart-ticks.ts';
import type { SeriesValue } from './chart-data.ts';
import type { Scene, SceneLine } from './scene.ts';
import { sceneMarks, type SceneInk } from './series-plugin.ts';

/** What a chart shows; another scene of the same extent can take its place. */
export interface Shown {
  scene: Scene;
}

/** Px that the name of a month and its year take at the axis. */
const TICK_ROOM = 84;

/** A corner of a line, or with a value a mark that can be pointed at. */
export interface SeriesPoint {
  readonly x: number;
  readonly y: number;
  readonly value: SeriesValue | null;
}

/** How the whole figure is said beside its mark, line by line. */
export type Say = (value: SeriesValue) => string[];

/**
 * One reading for Chart.js, made anew at each call: Chart.js keeps what it is given and writes into it. It draws
 * axes, lines and what is said of a value; the marks come from a plugin, by the same paths as in the picture.
 */
export function seriesConfig(
  shown: Shown,
  say: Say,
  words: ChartWords,
  ink: SceneInk,
): ChartConfiguration<'line', SeriesPoint[]> {
  const { first, last, most } = shown.scene;
  const numbers = numberTicks(most);
  const axis = { color: ink.muted, font: { family: ink.font, size: 13 } };
  const lone = first === last ? 1 : 0;
  return {
    type: 'line',
    data: { datasets: datasetsOf(shown.scene, ink) },
    plugins: [sceneMarks(shown, ink)],
    options: {
      animation: false,
      parsing: false,
      maintainAspectRatio: false,
      spanGaps: false,
      layout: { padding: { top: 26, right: 14 } },
      interaction: { mode: 'nearest', intersect: false },
      scales: {
        x: {
          type: 'linear',
          min: first - lone,
          max: last + lone,
          grid: { display: false },
          border: { color: ink.rule },
          afterBuildTicks: (scale) => {
            const days = lone === 1 ? [first] : dayTicks(first, last);
            const every = Math.ceil((days.length * TICK_ROOM) / Math.max(scale.width, TICK_ROOM));
            scale.ticks = days.filter((_, i) => i % every === 0).map((value) => ({ value }));
          },
          ticks: {
            ...axis,
            // Above the days the letters of events have their row.
            padding: 20,
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
      plugins: { legend: { display: false }, tooltip: tooltipIn(ink, say) },
    },
  };
}

/** One a line, and one without a line in which every mark can be pointed at. */
export function datasetsOf(
  { lines, marks }: Scene,
  ink: SceneInk,
): ChartDataset<'line', SeriesPoint[]>[] {
  const points = marks.map(({ value, from, day }) => ({
    x: (from + day) / 2,
    y: value.value === '' ? 0 : value.value,
    value,
  }));
  return [
    // Chart.js draws the first dataset last: what lies behind comes after what stands.
    ...[...lines].reverse().map((line) => datasetOf(line, ink)),
    { data: points, showLine: false, pointRadius: 0, pointHoverRadius: 0, pointHitRadius: 14 },
  ];
}

const datasetOf = ({ runs, dash, behind }: SceneLine, ink: SceneInk) => ({
  data: runs.flatMap((run) => [
    ...run.map(({ day, value }) => ({ x: day, y: value, value: null })),
    { x: run.at(-1)?.day ?? NaN, y: NaN, value: null },
  ]),
  stepped: 'before' as const,
  borderColor: behind ? ink.muted : ink.line,
  borderWidth: behind ? 0.8 : 1.6,
  borderDash: [...dashOf(dash)],
  pointRadius: 0,
  pointHoverRadius: 0,
  pointHitRadius: 0,
});

const tooltipIn = (ink: ChartInk, say: Say) => ({
  backgroundColor: ink.paper,
  borderColor: ink.text,
  borderWidth: 1,
  cornerRadius: 0,
  displayColors: false,
  bodyColor: ink.text,
  bodyFont: { family: ink.font, size: 12 },
  filter: ({ raw }: { raw: unknown }, index: number, all: readonly unknown[]) =>
    // Of values at one place the last said is told, not a pile of them.
    valueOf(raw) !== null && index === all.length - 1,
  callbacks: {
    title: () => '',
    label: ({ raw }: { raw: unknown }) => {
      const value = valueOf(raw);
      return value ? say(value) : [];
    },
  },
});

function valueOf(raw: unknown): SeriesValue | null {
  return typeof raw === 'object' && raw !== null && 'value' in raw
    ? (raw as SeriesPoint).value
    : null;
}
