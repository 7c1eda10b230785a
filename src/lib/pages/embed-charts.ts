import { error } from '@sveltejs/kit';
import { drawingsOf } from '#lib/drawing/chart/drawn.ts';
import { overTimeReading } from '#lib/drawing/chart/reading.ts';
import { seriesData } from '#lib/drawing/chart/series-data.ts';
import type { Day } from '#lib/values/day.ts';
import { newestDay } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { knowing } from '#lib/views/knowing.ts';
import { allSeries, type Series } from '#lib/views/series.ts';
import { knownFrom } from '#lib/views/vintage.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { chartTitle, embedTexts, subjectTitle } from '#lib/wording/embeds.ts';
import type { Framed } from '#lib/wording/embeds.ts';
import { chartDays } from './chart-days.ts';
import { embedsOf, framed, snippet } from './embeds.ts';
import { perSituation } from './situations.ts';

/** The charts of a situation for other sites. */
export const embedChartsOf = perSituation((library) => {
  const { situation } = library;
  const { frameOf, newestOf } = embedsOf(situation.id);

  const daysOf = (series: Series): Day[] => chartDays(library, series);

  /** All days of a series are drawn from one reading of its figures; the last one asked for is kept. */
  let kept: { series: Series; data: ReturnType<typeof seriesData> } | null = null;
  function dataOf(series: Series) {
    if (kept?.series !== series) kept = { series, data: seriesData(library, series) };
    return kept.data;
  }

  const seriesOf = (id: string): Series =>
    allSeries(library).get(id) ?? error(404, 'There is no series of this name.');

  /** A series over time: as known on the day of `name` ("known-2022-03-01"), or without it as it stands. */
  function chartEmbed(id: string, name: string | null) {
    const series = seriesOf(id);
    const days = daysOf(series);
    const day = name === null ? null : days.find((one) => `known-${one}` === name);
    if (day === undefined) error(404, 'No figure of this series was published on that day.');
    const newest = newestDay(library);
    const { scene, caption } = overTimeReading(dataOf(series), series, day ?? '');
    const latest = day === null ? newestOf(id) : latestOn(series, day);
    return {
      situation: situation.id,
      frame: frameOf(
        chartTitle(series, day),
        addresses.series(situation.id, id),
        day === null ? addresses.embedChart(situation.id, id, null) : null,
        day === null ? embedTexts.followsChart : embedTexts.frozenChart,
        day ?? newest,
      ),
      heading: subjectTitle(series),
      // What belongs to the newest figure stands below it, and to no other.
      drawings: drawingsOf(
        scene,
        caption.figures.every(({ id: one }) => one === latest.id),
      ),
      caption,
      latest,
      since:
        day === null || day === days.at(-1)
          ? null
          : {
              newer: newestOf(id).id === latest.id ? null : newestOf(id),
              following: addresses.embedChart(situation.id, id, null),
            },
    };
  }

  /** What stood for the latest days; where all that was known gives no day, the figure about the latest days. */
  function latestOn(series: Series, day: Day) {
    const standing = asKnownOn(library, day).latest([series.id])?.figure;
    const known = series.figures.find(({ source }) => knownFrom(source) <= day);
    return standing ?? (known ? knowing(known, day) : error(404, 'Nothing was known.'));
  }

  /** The chart that follows, in its frame. */
  const framedChart = (id: string, day: Day | null = null): Framed =>
    framed(addresses.embedChart(situation.id, id, day), chartTitle(seriesOf(id), day), 'chart');

  /** Its chart to be copied: as it stands today for good, and following. */
  function chartSnippet(id: string) {
    const last = daysOf(seriesOf(id)).at(-1);
    return snippet(last ? framedChart(id, last) : null, framedChart(id));
  }

  return { chartEmbed, framedChart, chartSnippet };
});
