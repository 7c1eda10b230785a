/**
 * Draws the crossings chart with Chart.js over its picture once it comes into view. The picture, the table and the
 * notes say the same without it, so any failure leaves the page as it was.
 */
import { crossingsConfig, type ChartNumbers } from '#lib/drawing/chart-config.ts';
import { scaleNumbers } from '#lib/drawing/scale-numbers.ts';
import type { CrossingsFile, StandingRecord } from '#lib/downloads/crossings-json.ts';

const frame = document.querySelector<HTMLElement>('[data-chart]');

if (frame && 'IntersectionObserver' in window) {
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    observer.disconnect();
    draw(frame).catch(() => frame.querySelector('canvas')?.remove());
  });
  observer.observe(frame);
}

async function draw(frame: HTMLElement): Promise<void> {
  const [answer, chartJs] = await Promise.all([
    fetch(frame.dataset['chart'] ?? ''),
    import('./chart-js.ts'),
  ]);
  if (!answer.ok) return;
  const lines = linesOn((await answer.json()) as CrossingsFile, frame.dataset['day'] ?? '');
  const style = getComputedStyle(frame);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  frame.append(canvas);
  const { lang } = document.documentElement;
  const months = new Intl.DateTimeFormat(lang, { month: 'short', timeZone: 'UTC' });
  // Within some weeks the day tells more than the year. In the picture's order.
  const isWithinWeeks = isShort(lines);
  const sayDay = (days: number): string => {
    const date = new Date(days * 86_400_000);
    const month = months.format(date);
    return isWithinWeeks ? `${date.getUTCDate()} ${month}` : `${month} ${date.getUTCFullYear()}`;
  };
  chartJs.draw(
    canvas,
    crossingsConfig(
      lines,
      { day: sayDay, number: scaleNumbers(lang) },
      {
        line: colour('--accent'),
        text: colour('--ink'),
        rule: colour('--rule'),
        paper: colour('--paper'),
        font: style.fontFamily,
      },
    ),
  );
  frame.dataset['drawn'] = '';
}

/** Whether the lines together span no more than two months. */
function isShort(lines: ChartNumbers): boolean {
  const days = lines.flatMap(({ segments }) => segments.flat().map(({ day }) => day));
  return Math.max(...days) - Math.min(...days) <= 62;
}

/** What stands on `day`, in the lines and segments of the chart. */
function linesOn(file: CrossingsFile, day: string): ChartNumbers {
  const shown = file.figures
    .filter(({ from, until }) => from <= day && (until === '' || day < until))
    .sort((a, b) => a.day - b.day);
  return file.lines.flatMap((label, line) => {
    const its = shown.filter((figure) => figure.line === line);
    // A line of which nothing is known on that day has no name on the canvas either.
    if (its.length === 0) return [];
    const drawn = segmentsOf(its).map((segment) =>
      segment.map((figure) => ({ day: figure.day, value: figure.value, said: said(figure, file) })),
    );
    return [{ label, segments: drawn }];
  });
}

/** Rule by rule, each in runs that stand on one side of every break. */
function segmentsOf(figures: readonly StandingRecord[]): StandingRecord[][] {
  const runs: StandingRecord[][] = [];
  for (const figure of [...figures].sort((a, b) => a.segment - b.segment || a.day - b.day)) {
    const before = runs.at(-1)?.at(-1);
    if (before?.segment === figure.segment && before.side === figure.side)
      runs.at(-1)?.push(figure);
    else runs.push([figure]);
  }
  return runs;
}

/** The figure with all that belongs to it, in lines short enough for a phone. */
const said = (figure: StandingRecord, file: CrossingsFile): string =>
  [
    `${figure.amount} ${figure.counts}`,
    `${figure.publisher}; ${file.sources[figure.source]?.title ?? ''}.`,
    ...figure.caveats.map((code) => file.caveats[code] ?? ''),
  ]
    .flatMap((text) => text.match(/.{1,48}(?:\s|$)/gu) ?? [])
    .join('\n');
