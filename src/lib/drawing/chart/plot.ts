/** The rectangle of the lines, in px or in units of the picture. */
export type Plot = Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>;

export interface Scales {
  x(day: number): number;
  y(persons: number): number;
}

/** Linear both ways, persons from zero, in whole units. A single day stands in the middle. */
export function scalesOf(plot: Plot, first: number, last: number, most: number): Scales {
  const across = (plot.right - plot.left) / (last - first || 1);
  const up = (plot.bottom - plot.top) / (most || 1);
  return {
    x: (day) =>
      last === first
        ? Math.round((plot.left + plot.right) / 2)
        : Math.round(plot.left + (day - first) * across),
    y: (persons) => Math.round(plot.bottom - persons * up),
  };
}
