/** The lines of a summary with Chart.js: fetched when its chart comes into view. */
import type { CrossingsFile, StandingRecord } from '#lib/downloads/crossings-json.ts';
import { linesScene, type PlainLine } from '#lib/drawing/chart/lines.ts';
import { liveConfig } from '#lib/drawing/chart/live.ts';
import { draw } from './chart-js.ts';
import { inkOf, over, wordsOf } from './look.ts';

export function drawLines(frame: HTMLElement, file: CrossingsFile): void {
  const records = new Map(file.figures.map((one) => [one.id, one]));
  const shown = { scene: linesScene(linesOn(file, frame.dataset['asKnown'] ?? '')) };
  const say = ({ id }: { readonly id: string }) => said(records.get(id), file);
  draw(
    over(frame),
    liveConfig(shown, say, () => wordsOf(frame), inkOf(frame)),
  );
  frame.dataset['drawn'] = '';
}

/** Milliseconds. */
const DAY = 86_400_000;

/** What applies on `day`. A line of which nothing is known on that day is not there. */
function linesOn({ lines, figures, breaks }: CrossingsFile, day: string): PlainLine[] {
  const standing = figures
    .filter(({ from, until }) => from <= day && (until === '' || day < until))
    .sort((a, b) => a.segment - b.segment || a.day - b.day);
  return lines.flatMap((label, line) => {
    const its = standing.filter((figure) => figure.line === line);
    if (its.length === 0) return [];
    return {
      label,
      runs: runsOf(its),
      breaks: breaks
        .filter((one) => one.line === label && one.from <= day)
        .map(({ at }) => ({ at: Date.parse(at) / DAY, when: '', note: '' })),
    };
  });
}

/** Rule by rule, each in runs on one side of every break. */
function runsOf(figures: readonly StandingRecord[]): PlainLine['runs'] {
  const runs: StandingRecord[][] = [];
  for (const figure of figures) {
    const before = runs.at(-1)?.at(-1);
    if (before?.segment === figure.segment && before.side === figure.side)
      runs.at(-1)?.push(figure);
    else runs.push([figure]);
  }
  return runs.map((run) =>
    run.map(({ id, day, as_of, shape, value, amount }) => ({
      day,
      value: { id, as_of, shape, value, high: '', amount },
    })),
  );
}

/** The figure with all that belongs to it, in lines short enough for a phone. */
const said = (figure: StandingRecord | undefined, file: CrossingsFile): string[] =>
  figure
    ? [
        `${figure.amount} ${figure.counts}`,
        `${figure.publisher}; ${file.sources[figure.source]?.title ?? ''}.`,
        ...figure.caveats.map((code) => file.caveats[code] ?? ''),
      ].flatMap((text) => text.match(/.{1,48}(?:\s|$)/gu) ?? [])
    : [];
