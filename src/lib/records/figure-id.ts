import type { DayOrMonth } from '#lib/values/day.ts';
import type { Statistic } from './model.ts';

/** The words of a row by which its series and the figure itself are named. */
export interface FigureWords {
  readonly source: string;
  readonly measure: string;
  readonly population: string;
  readonly origin: string;
  readonly place: string;
  readonly definition: string;
  readonly periodStart: DayOrMonth | string | null;
  readonly asOf: DayOrMonth | string;
}

/** `<measure>-<population>-<place>-<definition>`, with `-from-<origin>` when that is not `home`. */
export function seriesId(
  words: Omit<FigureWords, 'source' | 'periodStart' | 'asOf'>,
  home: string,
): string {
  const { measure, population, place, definition, origin } = words;
  const from = origin === home ? [] : ['from', origin];
  return [measure, population, place, definition, ...from].join('-').toLowerCase();
}

/**
 * `<source>.<measure>.<population>.<place>.<definition>[.from-<origin>][.<period start>].<as of>`.
 * Only a flow names its period: what runs since a start has one start a series.
 */
export function figureId(words: FigureWords, home: string, statistic: Statistic): string {
  const { source, measure, population, place, definition, origin, periodStart, asOf } = words;
  const from = origin === home ? [] : [`from-${origin}`];
  const period = statistic === 'flow' && periodStart !== null ? [periodStart] : [];
  return [source, measure, population, place, definition, ...from, ...period, asOf]
    .join('.')
    .toLowerCase();
}
