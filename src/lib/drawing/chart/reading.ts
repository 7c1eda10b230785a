import type { Series } from '#lib/views/series.ts';
import type { DayOrMonth } from '#lib/values/day.ts';
import { sayDay } from '#lib/wording/days.ts';
import { countedText, periodText } from '#lib/wording/figures.ts';
import { seriesTexts } from '#lib/wording/series.ts';
import { asRevised, defaultDate, isAbout } from './as-revised.ts';
import type { DateShown } from './as-revised.ts';
import type { Shape } from './chart-data.ts';
import { overTime } from './over-time.ts';
import { isKnown } from './scene.ts';
import { hasEffect } from '#lib/records/caveats.ts';
import type { Drawings } from './drawn.ts';
import type { Figure } from '#lib/records/model.ts';
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
  /** The figures whose numbers are written in the picture. */
  readonly figures: readonly Figure[];
}

/** A reading as a page shows it. */
export interface ShownReading {
  readonly id: 'over-time' | 'as-revised';
  readonly caption: ReadingCaption;
  readonly drawings: Drawings;
}

/**
 * Whether a series is best told by how its numbers were revised: a count that mixes in older cases grows with what is
 * found out, so the days it speaks about say less than the days on which it was said.
 */
export const revisionsLead = ({ behind }: SeriesData): boolean =>
  behind.some(({ caveats }) => hasEffect(caveats, 'mixes-older-cases'));

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
  return {
    scene,
    caption: {
      alt: withStops(what, scene),
      notes,
      keys: scene.keys,
      date: null,
      figures: endsIn(scene, data),
    },
  };
}

/** One date as it was revised; null where nothing ever was. */
export function asRevisedReading(data: SeriesData, series: Series): Reading | null {
  const date = defaultDate(data);
  if (!date) return null;
  const scene = asRevised(data, date, '');
  const first = data.behind[data.figures.findIndex((value) => isAbout(value, date))];
  if (!first) return null;
  const days = periodText(first);
  const isUndated = data.figures.some((value) => value.kind === 'undated' && isAbout(value, date));
  const notes = [
    seriesTexts.revisedSteps,
    ...marksIn(scene),
    ...(isUndated ? [seriesTexts.undated] : []),
  ];
  const what = `${alt.revised} ${said(series)}, ${days}, ${alt.published}.`;
  const caption = {
    alt: withStops(what, scene),
    notes,
    keys: scene.keys,
    figures: endsIn(scene, data),
  };
  return { scene, caption: { ...caption, date: { ...date, said: days } } };
}

function endsIn({ ends }: Scene, { figures, behind }: SeriesData): Figure[] {
  const ids = new Set(ends.map(({ value }) => value.id));
  return behind.filter((_, index) => ids.has(figures[index]?.id ?? ''));
}

const said = (series: Series): string =>
  `${countedText(series)}, ${series.definition.publisher.short}`;

function withStops(what: string, { keys }: Scene): string {
  const stops = keys
    .filter(({ kind }) => kind === 'break')
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
