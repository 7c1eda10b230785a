import { error } from '@sveltejs/kit';
import { seriesChartJson } from '#lib/downloads/series-chart-json.ts';
import { seriesPicture } from '#lib/downloads/series-picture.ts';
import { seriesPictureSize } from '#lib/drawing/series/drawn-series.ts';
import { asRevisedReading, overTimeReading } from '#lib/drawing/series/reading.ts';
import { seriesData } from '#lib/drawing/series/series-data.ts';
import { allSeries, type Series } from '#lib/views/series.ts';
import { everywhere, perSituation } from './situations.ts';

/** The series of a situation as charts and files. */
export const seriesChartsOf = perSituation((library) => {
  const series = allSeries(library);

  const seriesNames = () => [...series.keys()].map((id) => ({ series: id }));

  const found = (id: string): Series =>
    series.get(id) ?? error(404, 'There is no series of this name.');

  /** A series is drawn for its page, for two pictures and for a file; the last one asked for is kept. */
  let kept: { id: string; charts: ReturnType<typeof charts> } | null = null;
  function chartsOf(id: string) {
    if (kept?.id !== id) kept = { id, charts: charts(found(id)) };
    return kept.charts;
  }
  function charts(one: Series) {
    const data = seriesData(library, one);
    return { data, overTime: overTimeReading(data, one), asRevised: asRevisedReading(data, one) };
  }

  /** What the page says around the pictures. */
  function chartCaptions(id: string) {
    const { overTime, asRevised } = chartsOf(id);
    return {
      overTime: overTime.caption,
      asRevised: asRevised?.caption ?? null,
      size: seriesPictureSize,
    };
  }

  /** Series of which some date has more than one version: only they have a second reading. */
  const revisedNames = () =>
    seriesNames().filter(({ series: id }) => chartsOf(id).asRevised !== null);

  /** The newest version of every day, before any paper is known. */
  const overTimeOf = (id: string) => chartsOf(id).overTime;

  function picture(id: string, which: 'overTime' | 'asRevised'): Response {
    const reading = chartsOf(id)[which] ?? error(404, 'No date of this series was revised.');
    return new Response(seriesPicture(reading.scene, reading.caption.alt), {
      headers: { 'content-type': 'image/svg+xml' },
    });
  }

  const chartFile = (id: string): Response => json(seriesChartJson(chartsOf(id).data));

  return {
    seriesNames,
    revisedNames,
    chartCaptions,
    overTimeOf,
    picture,
    chartFile,
    found,
  };
});

export const seriesEntries = everywhere((situation) => seriesChartsOf(situation).seriesNames());

export const revisedEntries = everywhere((situation) => seriesChartsOf(situation).revisedNames());

const json = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'application/json' } });
