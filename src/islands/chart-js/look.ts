import { isoOf } from '#lib/drawing/chart/chart-data.ts';
import type { ChartInk } from '#lib/drawing/chart/live.ts';
import type { ChartWords } from '#lib/drawing/chart/layout.ts';
import { scaleNumbers } from '#lib/drawing/scale-numbers.ts';

/** The page's own colours and type: the canvas cannot read a stylesheet. */
export function inkOf(element: HTMLElement): ChartInk {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return {
    line: colour('--accent'),
    text: colour('--ink'),
    muted: colour('--muted'),
    rule: colour('--rule'),
    paper: colour('--paper'),
    font: style.fontFamily,
  };
}

/** A canvas of just the size of the picture that is shown, over it. */
export function over(frame: HTMLElement): HTMLCanvasElement {
  const holder = document.createElement('div');
  holder.className = 'live';
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  holder.append(canvas);
  frame.append(holder);
  return canvas;
}

/** How the page's language says what is in a chart: as in the picture. */
export function wordsOf({ dataset }: HTMLElement): ChartWords {
  const names = dataset['months']?.split(' ') ?? [];
  const parts = (iso: string) => {
    const [year = '', month = '1', date] = iso.split('-');
    return { year, name: names[Number(month) - 1] ?? '', date: Number(date) };
  };
  return {
    day: (day, isOneYear) => {
      const { year, name, date } = parts(isoOf(day));
      return isOneYear ? `${date}\u00a0${name}` : `${name}\u00a0${year}`;
    },
    number: scaleNumbers(dataset['locale']),
    date: (when) => {
      const { year, name, date } = parts(when);
      return when.length > 7 ? `${date}\u00a0${name}\u00a0${year}` : `${name}\u00a0${year}`;
    },
    to: dataset['to'] ?? '',
    after: '',
  };
}
