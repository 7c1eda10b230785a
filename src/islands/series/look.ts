import { scaleNumbers } from '#lib/drawing/scale-numbers.ts';
import { isoOf } from '#lib/drawing/series/chart-data.ts';
import type { Scene } from '#lib/drawing/series/scene.ts';

/** The page's own colours and type: the canvas cannot read a stylesheet. */
export function inkOf(section: HTMLElement) {
  const style = getComputedStyle(section);
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

/** How the page's language says what stands at the axes: as in the picture. */
export function wordsOf({ dataset }: HTMLElement, { first, last }: Scene) {
  const isOneYear = isoOf(first).slice(0, 4) === isoOf(last).slice(0, 4);
  const names = dataset['months']?.split(' ') ?? [];
  const say = (day: number) => {
    const [year, month, date] = isoOf(day).split('-').map(Number);
    const name = names[(month ?? 1) - 1] ?? '';
    return isOneYear ? `${date} ${name}` : `${name} ${year}`;
  };
  return {
    day: say,
    number: scaleNumbers(dataset['locale']),
  };
}
