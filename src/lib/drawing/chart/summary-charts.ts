import type { Figure } from '#lib/records/model.ts';
import type { ChartLine } from '#lib/views/summary.ts';
import { drawingsOf, drawnOn, type Drawings } from './drawn.ts';
import type { DrawnChart } from './layout.ts';
import { linesScene, smallScene } from './lines.ts';
import { SMALL } from './paper.ts';
import { plainLines } from './plain-lines.ts';

/** The lines of a summary: together on one scale, and each by itself. */
export interface SummaryCharts {
  readonly all: Drawings;
  /** By the id of the place; none where there is but one line. */
  readonly each: Readonly<Record<string, DrawnChart>>;
  /** The figures whose numbers are written in it. */
  readonly figures: readonly Figure[];
}

/** A line of fewer days is read better as numbers. */
const LEAST = 5;
/** Days that one of many must span: of fewer its shape says nothing that the picture of all does not. */
const LEAST_DAYS = 21;

/** Null where no line has numbers for enough days. */
export function chartsOfLines(lines: readonly ChartLine[]): SummaryCharts | null {
  if (!lines.some(({ segments }) => segments.some(({ points }) => points.length >= LEAST)))
    return null;
  const plain = plainLines(lines);
  const scene = linesScene(plain);
  const isLong = lines.length > 1 && scene.last - scene.first >= LEAST_DAYS;
  const written = new Set(scene.ends.map(({ value }) => value.id));
  return {
    all: drawingsOf(scene),
    each: isLong
      ? Object.fromEntries(
          lines.flatMap(({ place }, index) => {
            const line = plain[index];
            return line ? [[place.id, drawnOn(smallScene(line, scene), SMALL)]] : [];
          }),
        )
      : {},
    figures: lines
      .flatMap(({ segments }) => segments.flatMap(({ points }) => points))
      .map(({ figure }) => figure)
      .filter(({ id }) => written.has(id)),
  };
}
