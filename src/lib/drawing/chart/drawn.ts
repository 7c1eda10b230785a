import { widthOf } from '#lib/drawing/type/measured-lines.ts';
import { chartWords } from '#lib/wording/axis.ts';
import { drawnChart, type DrawnChart } from './layout.ts';
import { PHONE, WIDE, type ChartPaper } from './paper.ts';
import type { Scene } from './scene.ts';

/** A reader's own face may run so much wider than ours, by which texts are measured. */
const WIDER = 1.18;

/** A scene on paper, in the words of the page and measured by the cut faces. */
export const drawnOn = (scene: Scene, paper: ChartPaper): DrawnChart =>
  drawnChart(
    scene,
    paper,
    chartWords,
    (text, bold, size) => widthOf(text, bold ? 'bold' : 'sans', size) * WIDER,
  );

/** The two drawings of one scene, of which a page shows the one there is room for. */
export interface Drawings {
  readonly wide: DrawnChart;
  readonly phone: DrawnChart;
}

/** With its numbers only where all that belongs to them stands beside it. */
export const drawingsOf = (scene: Scene, numbered = true): Drawings => ({
  wide: drawnOn(scene, { ...WIDE, numbered }),
  phone: drawnOn(scene, { ...PHONE, numbered }),
});
