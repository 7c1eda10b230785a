import type { Chart, ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import type { ChartValue } from './chart-data.ts';
import { drawnChart, type ChartWords, type DrawnChart, type DrawnRow } from './layout.ts';
import { PHONE, WIDE, WIDE_FROM, type ChartPaper } from './paper.ts';
import type { Scene } from './scene.ts';
import { STROKES, type PathKind } from './style.ts';

/** What a chart shows; another scene can take its place. */
export interface Shown {
  scene: Scene;
}

/** The page's own colours and type: the canvas cannot read a stylesheet. */
export interface ChartInk {
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly rule: string;
  readonly paper: string;
  readonly font: string;
}

/** A corner of a line, or with a value a mark that can be pointed at. */
export interface LivePoint {
  readonly x: number;
  readonly y: number;
  readonly value: ChartValue | null;
}

/** How the whole figure is said beside its mark, line by line. */
export type Say = (value: ChartValue) => string[];

/**
 * A scene for Chart.js, made anew at each call: Chart.js keeps what it is given and writes into it. Chart.js draws the
 * lines and says what is pointed at; all else is painted by the plan by which the page drew its picture.
 */
export function liveConfig(
  shown: Shown,
  say: Say,
  words: () => ChartWords,
  ink: ChartInk,
): ChartConfiguration<'line', LivePoint[]> {
  const plan = planned(shown, words, ink);
  return {
    type: 'line',
    data: { datasets: datasetsOf(shown.scene, ink) },
    plugins: [painter(plan, ink)],
    options: {
      animation: false,
      parsing: false,
      responsive: true,
      maintainAspectRatio: false,
      spanGaps: false,
      events: ['mousemove', 'mouseout', 'click', 'touchstart', 'touchmove'],
      layout: {
        padding: ({ chart }) => {
          const { plot, width, height } = plan(chart as Chart<'line', LivePoint[]>);
          return {
            left: plot.left,
            top: plot.top,
            right: width - plot.right,
            bottom: height - plot.bottom,
          };
        },
      },
      interaction: { mode: 'nearest', intersect: false },
      scales: {
        x: {
          type: 'linear',
          display: false,
          beforeDataLimits: (scale) => {
            const lone = shown.scene.first === shown.scene.last ? 1 : 0;
            scale.options.min = shown.scene.first - lone;
            scale.options.max = shown.scene.last + lone;
          },
        },
        y: {
          type: 'linear',
          display: false,
          beforeDataLimits: (scale) => {
            scale.options.min = 0;
            scale.options.max = plan(scale.chart as Chart<'line', LivePoint[]>).most;
          },
        },
      },
      plugins: { legend: { display: false }, tooltip: tooltipIn(ink, say) },
    },
  };
}

/** One a line, and one without a line in which every mark can be pointed at. */
export function datasetsOf(
  { lines, marks, points }: Scene,
  ink: ChartInk,
): ChartDataset<'line', LivePoint[]>[] {
  const said = (points ?? marks).map(({ value, from, day }) => ({
    x: (from + day) / 2,
    y: value.value === '' ? 0 : value.value,
    value,
  }));
  return [
    // Chart.js draws the first dataset last: what lies behind comes after what stands.
    ...[...lines].reverse().map(({ runs, behind, muted }) => {
      const stroke = STROKES[behind ? 'c-v' : muted ? 'c-m' : 'c-l'];
      return {
        data: runs.flatMap((run) => [
          ...run.map(({ day, value }) => ({ x: day, y: value, value: null })),
          { x: run.at(-1)?.day ?? NaN, y: NaN, value: null },
        ]),
        stepped: 'before' as const,
        borderColor: ink[stroke.ink],
        borderWidth: stroke.width,
        pointRadius: 0,
        pointHoverRadius: 0,
        pointHitRadius: 0,
      };
    }),
    { data: said, showLine: false, pointRadius: 0, pointHoverRadius: 0, pointHitRadius: 14 },
  ];
}

type Plan = (chart: Chart<'line', LivePoint[]>) => DrawnChart;

/** The drawing for the chart's size, worked out once for each size and scene. */
function planned(shown: Shown, words: () => ChartWords, ink: ChartInk): Plan {
  let held: { scene: Scene; width: number; height: number; drawn: DrawnChart } | null = null;
  return ({ width, height, ctx }) => {
    if (held?.scene !== shown.scene || held.width !== width || held.height !== height) {
      const measure = (text: string, bold: boolean, size: number) => {
        ctx.font = fontOf(ink, size, bold);
        return ctx.measureText(text).width;
      };
      const drawn = drawnChart(shown.scene, paperFor(width, height), words(), measure);
      held = { scene: shown.scene, width, height, drawn };
    }
    return held.drawn;
  };
}

/** The paper that the page shows at that width, as large as it is shown. */
function paperFor(width: number, height: number): ChartPaper {
  const base = width >= WIDE_FROM ? WIDE : PHONE;
  const scale = width / base.width;
  return { ...base, width, height, label: base.label * scale, small: base.small * scale };
}

const fontOf = ({ font }: ChartInk, size: number, bold: boolean): string =>
  `${bold ? '600 ' : ''}${size}px ${font}`;

/** Lines are Chart.js' own. */
const ITS_OWN: readonly PathKind[] = ['c-l', 'c-m', 'c-v'];
const UNDER: readonly PathKind[] = ['c-r', 'c-x', 'c-k', 'c-b', 'c-e'];

function painter(plan: Plan, ink: ChartInk): Plugin<'line'> {
  const stroke = (chart: Chart<'line'>, isShown: (kind: PathKind) => boolean) => {
    const { ctx } = chart;
    for (const { kind, d } of plan(chart as unknown as Chart<'line', LivePoint[]>).paths) {
      if (!isShown(kind)) continue;
      const { ink: colour, width, dash = [], round, filled } = STROKES[kind];
      const path = new Path2D(d);
      ctx.setLineDash([...dash]);
      ctx.lineCap = round ? 'round' : 'butt';
      ctx.lineWidth = width;
      ctx.strokeStyle = ink[colour];
      ctx.fillStyle = ink.paper;
      if (filled) ctx.fill(path);
      ctx.stroke(path);
    }
    ctx.setLineDash([]);
  };
  return {
    id: 'painter',
    beforeDatasetsDraw: (chart) => {
      chart.ctx.save();
      stroke(chart, (kind) => UNDER.includes(kind));
      chart.ctx.restore();
    },
    afterDatasetsDraw: (chart) => {
      chart.ctx.save();
      // Earlier marks share a kind with earlier lines: rings and bars are theirs.
      stroke(chart, (kind) => !UNDER.includes(kind) && (kind === 'c-v' || !ITS_OWN.includes(kind)));
      texts(chart, plan(chart as unknown as Chart<'line', LivePoint[]>), ink);
      chart.ctx.restore();
    },
  };
}

function texts({ ctx }: Chart<'line'>, drawn: DrawnChart, ink: ChartInk): void {
  ctx.lineJoin = 'round';
  ctx.lineWidth = 4;
  const set = (text: string, x: number, y: number, size: number, bold: boolean, colour: string) => {
    ctx.font = fontOf(ink, size, bold);
    ctx.strokeStyle = ink.paper;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
    return ctx.measureText(text).width;
  };
  for (const { x, y, anchor, size, text } of drawn.texts) {
    ctx.textAlign = anchor === 'middle' ? 'center' : anchor;
    set(text, x, y, size, false, ink.muted);
  }
  ctx.textAlign = 'start';
  for (const row of drawn.rows) {
    const parts = partsOf(row);
    const widths = parts.map(({ text, bold }) => {
      ctx.font = fontOf(ink, row.size, bold);
      return ctx.measureText(text).width;
    });
    let x = row.anchor === 'end' ? row.x - widths.reduce((sum, one) => sum + one, 0) : row.x;
    for (const { text, bold } of parts) x += set(text, x, row.y, row.size, bold, ink.text);
  }
}

function partsOf({ name, number, between, date }: DrawnRow): { text: string; bold: boolean }[] {
  return [
    ...(name === '' ? [] : [{ text: number || date ? `${name} ` : name, bold: false }]),
    ...(number ? [{ text: number.amount, bold: true }] : []),
    ...(date ? [{ text: `${number ? between : ''}${date.text}`, bold: false }] : []),
  ];
}

const tooltipIn = (ink: ChartInk, say: Say) => ({
  backgroundColor: ink.paper,
  borderColor: ink.text,
  borderWidth: 1,
  cornerRadius: 0,
  displayColors: false,
  bodyColor: ink.text,
  bodyFont: { family: ink.font, size: 13 },
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

function valueOf(raw: unknown): ChartValue | null {
  return typeof raw === 'object' && raw !== null && 'value' in raw
    ? (raw as LivePoint).value
    : null;
}
