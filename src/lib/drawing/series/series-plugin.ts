import type { Chart, Plugin } from 'chart.js';
import type { ChartInk } from '#lib/drawing/chart-config.ts';
import { placedLabels, placedLetters } from './letters.ts';
import { markPaths } from './mark-paths.ts';
import type { Scene } from './scene.ts';

export type SceneInk = ChartInk & { readonly muted: string };

/** Px of a letter and of a line of text at 13 px. */
const LETTER = 7;
const LINE = 18;
const KEY = 16;

/** Marks, breaks, events and the names of lines, by the same paths as in the picture. */
export function sceneMarks(shown: { readonly scene: Scene }, ink: SceneInk): Plugin<'line'> {
  return {
    id: 'sceneMarks',
    beforeDatasetsDraw: (chart) => drawKeys(chart, shown.scene, ink),
    afterDatasetsDraw: (chart) => drawMarks(chart, shown.scene, ink),
  };
}

function scalesOf({ scales }: Chart<'line'>) {
  return {
    x: (day: number) => Math.round(scales['x']?.getPixelForValue(day) ?? 0),
    y: (persons: number) => Math.round(scales['y']?.getPixelForValue(persons) ?? 0),
  };
}

function drawKeys(chart: Chart<'line'>, { keys }: Scene, ink: SceneInk): void {
  const { ctx, chartArea } = chart;
  const scales = scalesOf(chart);
  const drawn = keys.filter(({ letter }) => letter !== '');
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = ink.muted;
  ctx.lineWidth = 1;
  ctx.font = `13px ${ink.font}`;
  ctx.textAlign = 'center';
  for (const { kind, at } of drawn) {
    const x = scales.x(at) + 0.5;
    ctx.setLineDash(kind === 'break' ? [1, 3] : []);
    ctx.stroke(
      new Path2D(
        kind === 'break'
          ? `M${x} ${chartArea.top - 8}V${chartArea.bottom}`
          : `M${x} ${chartArea.bottom}v5`,
      ),
    );
  }
  for (const { x, text } of placedLetters(drawn, 'break', scales, KEY))
    ctx.fillText(text, x, chartArea.top - 12);
  for (const { x, text } of placedLetters(drawn, 'event', scales, KEY))
    ctx.fillText(text, x, chartArea.bottom + 17);
  ctx.restore();
}

function drawMarks(chart: Chart<'line'>, scene: Scene, ink: SceneInk): void {
  const { ctx, chartArea } = chart;
  const scales = scalesOf(chart);
  const paths = markPaths(scene.marks, scales);
  ctx.save();
  const stroke = (d: string, colour: string, width: number, cap: CanvasLineCap = 'butt') => {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.lineCap = cap;
    ctx.stroke(new Path2D(d));
  };
  stroke(paths.behind, ink.muted, 0.8);
  stroke(paths.bars, ink.line, 1.6);
  stroke(paths.dots, ink.line, 4, 'round');
  ctx.font = `13px ${ink.font}`;
  stroke(paths.words.map((x) => `M${x} ${chartArea.bottom}v-8`).join(''), ink.line, 3);
  ctx.lineJoin = 'round';
  for (const { x, y, anchor, text } of placedLabels(scene.lines, scales, chartArea, LETTER, LINE)) {
    ctx.textAlign = anchor;
    ctx.strokeStyle = ink.paper;
    ctx.lineWidth = 4;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = ink.text;
    ctx.fillText(text, x, y);
  }
  ctx.restore();
}
