import { error } from '@sveltejs/kit';
import { formats, mediaTypeOf, mediaTypes, type Format } from '#lib/downloads/data/file-kinds.ts';
import { datasetLd, type FigureSet } from '#lib/downloads/data/json-ld.ts';
import { figureFormats, type FigureFormat } from '#lib/downloads/figure-formats.ts';
import { columns } from '#lib/downloads/data/columns.ts';
import { figureRecord } from '#lib/downloads/figure-record.ts';
import { parquetOf } from '#lib/server/parquet.ts';
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
import { fileIn } from './file-in.ts';
import { flowTexts } from '#lib/wording/flows.ts';
import { flowsOf } from './flows.ts';
import { perSituation } from './situations.ts';
import { summariesOf } from './summary.ts';

type Figures = FigureSet['figures'];

const wholeFormats = [...formats, 'parquet'] as const;
/** Of a part: what every program reads. */
const partFormats = ['csv', 'json'] as const satisfies readonly Format[];

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
    as: readonly Format[] = partFormats,
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
  function mapFile(name: string, format: string): Promise<Response> {
    const spans = mapSpans(library, flowsOf(id).mapOf(name));
    return fileIn(mapFormats, format, (write) => write(name, spans, edition));
  }

  /** What portals list: the whole, and each series. */
  const listed = (): FigureSet[] => [whole(), ...[...series.keys()].map(ofSeries)];

  const linkedData = (of: FigureSet) => datasetLd(of, edition);

  /** A set as a file; 404 for a format in which it is not written. */
  const file = (of: FigureSet, format: string): Promise<Response> => {
    const isIts = of.files.some(({ address }) => address.endsWith(`.${format}`));
    if (!isIts) error(404, 'There is no such file.');
    return fileIn(written, format, (write) => write(of, edition));
  };

  return { edition, whole, ofSeries, ofDay, ofMap, listed, linkedData, file, mapFile };
});

const mapFormats = {
  csv: {
    type: `${mediaTypes['csv'] ?? ''}; charset=utf-8`,
    write: (_name: string, ...of: Parameters<typeof mapCsv>) => mapCsv(...of),
  },
  json: { type: mediaTypes['json'] ?? '', write: mapJson },
};

const written: Readonly<Record<string, FigureFormat>> = {
  ...figureFormats,
  parquet: {
    type: mediaTypes['parquet'] ?? '',
    write: ({ figures }, edition) => {
      const records = figures.map((figure) => figureRecord(figure, edition));
      return parquetOf(records, columns, edition.revision);
    },
  },
};
