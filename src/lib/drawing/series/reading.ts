import type { Series } from '#lib/views/series.ts';
import type { DayOrMonth } from '#lib/values/day.ts';
import { sayDay } from '#lib/wording/days.ts';
import { countedText, periodText } from '#lib/wording/figures.ts';
import { seriesTexts } from '#lib/wording/series.ts';
import { asRevised, defaultDate } from './as-revised.ts';
import type { DateShown } from './as-revised.ts';
import type { Shape } from './chart-data.ts';
import { overTime } from './over-time.ts';
import { isKnown } from './scene.ts';
import type { Scene, SceneKey } from './scene.ts';
import type { SeriesData } from './series-data.ts';

/** A picture and what stands around it in words. */
export interface Reading {
  readonly scene: Scene;
  readonly caption: ReadingCaption;
}

export interface ReadingCaption {
  /** For who does not see the picture: what is drawn, where lines stop, and why. */
  readonly alt: string;
  /** How to read it, and what each form of mark in it means. */
  readonly notes: readonly string[];
  readonly keys: readonly SceneKey[];
  /** The days of which all versions are shown; null where all days are. */
  readonly date: (DateShown & { readonly said: string }) | null;
}

const { alt } = seriesTexts;

/** The newest version of every day, as known on `day`; empty: today's. */
export function overTimeReading(data: SeriesData, series: Series, day = ''): Reading {
  const scene = overTime(data, day);
  const { statistic } = data;
  const hasEarlier = scene.lines.some(({ behind }) => behind) || scene.marks.some((m) => m.behind);
  const notes = [
    seriesTexts.statistic[statistic],
    ...(hasEarlier ? [`${seriesTexts.newest} ${seriesTexts.behind}`] : []),
    ...marksIn(scene),
    ...(statistic === 'flow' ? [] : [seriesTexts.open]),
    ...(data.figures.some(
      (value) => value.line === 0 && value.kind === 'undated' && isKnown(value, day),
    ) && data.breaks.some(({ inside, day: on }) => inside && (day === '' || on <= day))
      ? [seriesTexts.noDay]
      : []),
  ];
  const what = `${alt[statistic]} ${alt.of} ${said(series)}, ${alt.by}.`;
  return { scene, caption: { alt: withStops(what, scene), notes, keys: scene.keys, date: null } };
}

/** One date as it was revised; null where nothing ever was. */
export function asRevisedReading(data: SeriesData, series: Series): Reading | null {
  const date = defaultDate(data);
  if (!date) return null;
  const scene = asRevised(data, date, '');
  const days = periodText({
    asOf: date.as_of as DayOrMonth,
    periodStart: date.start === '' ? null : (date.start as DayOrMonth),
  });
  const isUndated = data.figures.some(
    ({ kind, as_of, start }) => kind === 'undated' && as_of === date.as_of && start === date.start,
  );
  const notes = [
    seriesTexts.revisedSteps,
    ...marksIn(scene),
    ...(isUndated ? [seriesTexts.undated] : []),
  ];
  const what = `${alt.revised} ${said(series)}, ${days}, ${alt.published}.`;
  const caption = { alt: withStops(what, scene), notes, keys: scene.keys };
  return { scene, caption: { ...caption, date: { ...date, said: days } } };
}

const said = (series: Series): string =>
  `${countedText(series)}, ${series.definition.publisher.short}`;

function withStops(what: string, { keys }: Scene): string {
  const stops = keys
    .filter(({ kind, letter }) => kind === 'break' && letter !== '')
    .map(({ when, text }) => (when === '' ? text : `${sayDay(when as DayOrMonth)}: ${text}`));
  return [what, ...(stops.length > 0 ? [alt.stops, ...stops] : []), alt.table].join(' ');
}

/** What each form that is in the picture means. */
function marksIn({ marks }: Scene): string[] {
  const { marks: texts } = seriesTexts;
  const has = (...shapes: Shape[]) => marks.some(({ value }) => shapes.includes(value.shape));
  const exact = (wide: boolean) =>
    marks.some(({ value, from, day }) => value.shape === 'exact' && from < day === wide);
  return [
    ...(exact(false) ? [texts.exact] : []),
    ...(exact(true) ? [texts.exactBar] : []),
    ...(has('at_least', 'more_than') ? [texts.floor] : []),
    ...(has('up_to', 'nearly') ? [texts.ceiling] : []),
    ...(has('between') ? [texts.between] : []),
    ...(has('about') ? [texts.about] : []),
    ...(has('word', 'withheld', 'unknown', 'not_collected') ? [texts.word] : []),
  ];
}
