import { error } from '@sveltejs/kit';
import { figuresCsv } from '#lib/downloads/figures-csv.ts';
import { figuresJson } from '#lib/downloads/figures-json.ts';
import { seriesChartJson } from '#lib/downloads/series-chart-json.ts';
import { seriesPicture } from '#lib/downloads/series-picture.ts';
import { seriesPictureSize } from '#lib/drawing/series/drawn-series.ts';
import { asRevisedReading, overTimeReading } from '#lib/drawing/series/reading.ts';
import { seriesData } from '#lib/drawing/series/series-data.ts';
import { library } from '#lib/server/library.ts';
import { allSeries, type Series } from '#lib/views/series.ts';
import { edition } from '#routes/edition.server.ts';

const series = allSeries(library);

export const seriesEntries = () => [...series.keys()].map((id) => ({ series: id }));

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
export function chartCaptions(id: string) {
  const { overTime, asRevised } = chartsOf(id);
  return {
    overTime: overTime.caption,
    asRevised: asRevised?.caption ?? null,
    size: seriesPictureSize,
  };
}

/** Series of which some date has more than one version: only they have a second reading. */
export const revisedEntries = () =>
  seriesEntries().filter(({ series: id }) => chartsOf(id).asRevised !== null);

/** The newest version of every day, before any paper is known. */
export const overTimeOf = (id: string) => chartsOf(id).overTime;

export function picture(id: string, which: 'overTime' | 'asRevised'): Response {
  const reading = chartsOf(id)[which] ?? error(404, 'No date of this series was revised.');
  return new Response(seriesPicture(reading.scene, reading.caption.alt), {
    headers: { 'content-type': 'image/svg+xml' },
  });
}

export const chartFile = (id: string): Response => json(seriesChartJson(chartsOf(id).data));

export const csvFile = (id: string): Response =>
  new Response(figuresCsv(found(id), edition), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });

export const jsonFile = (id: string): Response => json(figuresJson(found(id), edition));

const json = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'application/json' } });
