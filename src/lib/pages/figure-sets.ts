import { error } from '@sveltejs/kit';
import { formats, mediaTypeOf, type Format } from '#lib/downloads/data/file-kinds.ts';
import { datasetLd, type FigureSet } from '#lib/downloads/data/json-ld.ts';
import { figuresXlsx } from '#lib/downloads/data/xlsx.ts';
import { figuresCsv, figuresHxlCsv } from '#lib/downloads/figures-csv.ts';
import { figuresJson } from '#lib/downloads/figures-json.ts';
import { mapCsv, mapJson } from '#lib/downloads/map-file.ts';
import { revision } from '#lib/server/revision.ts';
import { site } from '#lib/server/site.ts';
import { parseDay } from '#lib/values/day.ts';
import { mapSpans } from '#lib/views/map-spans.ts';
import { allSeries } from '#lib/views/series.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { dataTexts } from '#lib/wording/data.ts';
import { sayDay } from '#lib/wording/days.ts';
import { capital, countedText } from '#lib/wording/figures.ts';
import { flowTexts } from '#lib/wording/flows.ts';
import { flowsOf } from './flows.ts';
import { perSituation } from './situations.ts';
import { summariesOf } from './summary.ts';

type Figures = FigureSet['figures'];

const wholeFormats = [...formats, 'parquet'] as const;

/** The sets of figures of a situation that leave as files: the whole, each series, each day, each map. */
export const figureSetsOf = perSituation((library) => {
  const { id, title } = library.situation;
  const edition = { situation: id, site, revision };
  const series = allSeries(library);

  const set = (
    name: string,
    page: string,
    figures: Figures,
    fileOf: (format: string) => string,
    as: readonly Format[] = formats,
  ): FigureSet => ({
    name,
    page,
    figures,
    files: as.map((format) => ({
      address: fileOf(format),
      mediaType: mediaTypeOf(`.${format}`),
    })),
  });

  const whole = () =>
    set(
      dataTexts.whole(title),
      addresses.summary(id),
      library.figures,
      (format) => addresses.figures(id, format),
      wholeFormats,
    );

  function ofSeries(name: string): FigureSet {
    const found = series.get(name) ?? error(404, 'There is no series of this name.');
    return set(
      `${capital(countedText(found))}: ${found.definition.label}`,
      addresses.series(id, name),
      found.figures,
      (format) => addresses.seriesFile(id, name, format),
    );
  }

  function ofDay(text: string): FigureSet {
    const figures = summariesOf(id).shownOn(text);
    const day = parseDay(text);
    return set(
      `${title}: ${dataTexts.shownOn} ${sayDay(day)}`,
      addresses.day(id, day),
      figures,
      (format) => addresses.dayFile(id, day, format),
    );
  }

  function ofMap(name: string): FigureSet {
    const { mapOf, nameOfMap } = flowsOf(id);
    const map = mapOf(name);
    return {
      name: `${flowTexts.heading}: ${nameOfMap(map)}`,
      page: addresses.flowState(id, name, ''),
      // One that stands in several states is one figure.
      figures: [...new Set(mapSpans(library, map).map(({ figure }) => figure))],
      files: [
        { address: addresses.flowCsv(id, name), mediaType: mediaTypeOf('.csv') },
        { address: addresses.flowJson(id, name), mediaType: mediaTypeOf('.json') },
      ],
    };
  }

  /** All states of a map as a file; 404 for a map or a format that there is not. */
  function mapFile(name: string, format: string): Response {
    const spans = mapSpans(library, flowsOf(id).mapOf(name));
    if (format === 'csv') return answer(mapCsv(spans, edition), format);
    if (format === 'json') return answer(mapJson(name, spans, edition), format);
    error(404, 'There is no such file.');
  }

  /** What portals list: the whole, and each series. */
  const listed = (): FigureSet[] => [whole(), ...[...series.keys()].map(ofSeries)];

  const linkedData = (of: FigureSet) => datasetLd(of, edition);

  /** A set as a file; 404 for a format that there is not. */
  async function file({ figures }: FigureSet, format: string): Promise<Response> {
    const isOne = formats.find((one) => one === format) ?? error(404, 'There is no such file.');
    return answer(await written[isOne]({ figures }, edition), format);
  }

  return { edition, whole, ofSeries, ofDay, ofMap, listed, linkedData, file, mapFile };
});

/** A file, with its type by how its name ends. */
function answer(body: string | Uint8Array<ArrayBuffer>, format: string): Response {
  const type = mediaTypeOf(`.${format}`);
  return new Response(body, {
    headers: { 'content-type': type === 'text/csv' ? `${type}; charset=utf-8` : type },
  });
}

const written = {
  csv: figuresCsv,
  'hxl.csv': figuresHxlCsv,
  json: figuresJson,
  // A workbook is bytes, which a response takes in a buffer of its own.
  xlsx: async (...of: Parameters<typeof figuresXlsx>) => new Uint8Array(await figuresXlsx(...of)),
} as const;

/** The same entry in every format. */
export const inEachFormat = <Entry extends object>(entries: readonly Entry[]) =>
  entries.flatMap((entry) => formats.map((format) => ({ ...entry, format: format as string })));
