import { error } from '@sveltejs/kit';
import { seriesChartJson } from '#lib/downloads/series-chart-json.ts';
import { chartFile } from '#lib/downloads/chart-file.ts';
import { drawingsOf } from '#lib/drawing/chart/drawn.ts';
import {
  asRevisedReading,
  overTimeReading,
  revisionsLead,
  type Reading,
  type ShownReading,
} from '#lib/drawing/chart/reading.ts';
import { seriesData } from '#lib/drawing/chart/series-data.ts';
import { allSeries, type Series } from '#lib/views/series.ts';
import { perSituation } from './situations.ts';

/** The series of a situation as charts and files. */
export const seriesChartsOf = perSituation((library) => {
  const series = allSeries(library);

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

  /** The pictures and what the page says around them, the one that leads first. */
  function chartsShown(id: string): ShownReading[] {
    const { data, overTime, asRevised } = chartsOf(id);
    const shown = (name: ShownReading['id'], { scene, caption }: Reading): ShownReading => ({
      id: name,
      caption,
      drawings: drawingsOf(scene),
    });
    const all = [
      shown('over-time', overTime),
      ...(asRevised ? [shown('as-revised', asRevised)] : []),
    ];
    return revisionsLead(data) ? all.reverse() : all;
  }

  /** The newest version of every day, before any paper is known. */
  const overTimeOf = (id: string) => chartsOf(id).overTime;

  /** A reading as a picture: `over-time`, or `as-revised` where some date was revised; 404 for any other. */
  function picture(id: string, reading: string): Response {
    const { overTime, asRevised } = chartsOf(id);
    const found = { 'over-time': overTime, 'as-revised': asRevised }[reading];
    if (!found) error(404, 'There is no such chart.');
    return new Response(chartFile(found.scene, found.caption.alt), {
      headers: { 'content-type': 'image/svg+xml' },
    });
  }

  /** What the charts are drawn from, for every day at once. */
  const chartData = (id: string): string => seriesChartJson(chartsOf(id).data);

  return { chartsShown, overTimeOf, picture, chartData };
});
