import type { Day } from '#lib/values/day.ts';

/** Addresses below the site's base. They never change once published. */
const situation = (id: string): string => `/${id}/`;

export const addresses = {
  home: '/',
  methods: '/methods/',
  summary: situation,
  day: (id: string, day: Day): string => `/${id}/on/${day}/`,
  days: (id: string): string => `/${id}/on/`,
  /** A place of arrival, by its name (`slugOf`). */
  arrival: (id: string, slug: string): string => `/${id}/to/${slug}/`,
  /** Names of places, publishers and measures to look for. */
  names: (id: string): string => `/${id}/find/`,
  allSeries: (id: string): string => `/${id}/series/`,
  series: (id: string, series: string): string => `/${id}/series/${series}/`,
  seriesCsv: (id: string, series: string): string => `/data/${id}/series/${series}.csv`,
  seriesJson: (id: string, series: string): string => `/data/${id}/series/${series}.json`,
  changes: (id: string): string => `/${id}/changes/`,
  changesOf: (id: string, measure: string | null, publisher: string | null): string =>
    `/${id}/changes/${measure === null ? '' : `measure/${measure}/`}${publisher === null ? '' : `publisher/${publisher}/`}`,
  changesAtom: (id: string): string => `/${id}/changes.xml`,
  changesFeed: (id: string): string => `/${id}/changes.json`,
  /** What changed of one publisher's figures; `format` is `xml` (Atom) or `json`. */
  publisherFeed: (id: string, publisher: string, format: string): string =>
    `/${id}/changes/publisher/${publisher}/changes.${format}`,
  seriesOverTime: (id: string, series: string): string => `/${id}/series/${series}/over-time.svg`,
  seriesAsRevised: (id: string, series: string): string => `/${id}/series/${series}/as-revised.svg`,
  seriesChart: (id: string, series: string): string => `/data/${id}/series/${series}.chart.json`,
  sources: (id: string): string => `/${id}/sources/`,
  source: (id: string, source: string): string => `/${id}/sources/${source}/`,
  caveats: (id: string): string => `/${id}/caveats/`,
  figuresCsv: (id: string): string => `/data/${id}/figures.csv`,
  figuresJson: (id: string): string => `/data/${id}/figures.json`,
  /** What the data files are, and what each column holds. */
  data: '/data/',
  /** Every file below /data/, with its size and hash. */
  dataIndex: '/data/index.json',
  /** Of each situation the newest data revision and where its files stay as they are. */
  latest: '/data/latest.json',
  dcat: '/data/dcat.jsonld',
  dcatTurtle: '/data/dcat.ttl',
  figuresSchema: '/data/schemas/figures.schema.json',
  /** Files of the whole; `format` is how the name ends. */
  figures: (id: string, format: string): string => `/data/${id}/figures.${format}`,
  /** Of one series, of a day as its page shows it. */
  seriesFile: (id: string, series: string, format: string): string =>
    `/data/${id}/series/${series}.${format}`,
  dayFile: (id: string, day: Day, format: string): string => `/data/${id}/days/${day}.${format}`,
  dataPackage: (id: string): string => `/data/${id}/datapackage.json`,
  /** All publications for reference managers; `format` is how the name ends. */
  sourcesFile: (id: string, format: string): string => `/data/${id}/sources.${format}`,
  /** The archive in which the files of one data revision stay as they are. */
  archive: (id: string, name: string): string => `/data/${id}/revisions/${name}.zip`,
  /** All figures of a table, those without pages too; `format` is `parquet` or `csv.gz`. */
  table: (id: string, source: string, format: string): string =>
    `/data/${id}/tables/${source}.${format}`,
  daysJson: (id: string): string => `/data/${id}/days.json`,
  chartPicture: (id: string, day: Day): string => `/${id}/on/${day}/crossings.svg`,
  flows: (id: string): string => `/${id}/flows/`,
  /** `state` is what `stateName` gives; empty for the newest. */
  flowState: (id: string, map: string, state: string): string =>
    `/${id}/flows/${map}/${state === '' ? '' : `${state}/`}`,
  /** All states of a map. */
  flowCsv: (id: string, map: string): string => `/data/${id}/flows/${map}.csv`,
  flowJson: (id: string, map: string): string => `/data/${id}/flows/${map}.json`,
  flowSvg: (id: string, map: string, state: string): string =>
    `/data/${id}/flows/${map}/${state}.svg`,
  /** One figure, for good: what a quote names. */
  figure: (id: string, figure: string): string => `/${id}/figures/${figure}/`,
  /** Of a page, a series or a source; `format` is how the file's name ends. */
  cite: (id: string, kind: string, name: string, format: string): string =>
    `/data/${id}/cite/${kind}/${name}.${format}`,
  /** The sheets to print; of the newest day without `day`. */
  print: (id: string, day: Day | null): string =>
    `/${id}/print/${day === null ? '' : `on/${day}/`}`,
  printDays: (id: string): string => `/${id}/print/on/`,
  /** The sheets of a day as a file, where there is a Chromium. */
  paper: (id: string, day: Day): string => `/${id}/print/on/${day}/${id}-${day}.pdf`,
  embeds: '/embed/',
  /** One figure for another site: it stays as it is. */
  embedFigure: (id: string, figure: string): string => `/embed/${id}/figures/${figure}/`,
  /** What stands newest in a series: it follows. */
  embedSeries: (id: string, series: string): string => `/embed/${id}/series/${series}/`,
  /** The newest headline of a counter: it follows. */
  embedCounter: (id: string, counter: string): string => `/embed/${id}/counters/${counter}/`,
  /** A series' chart as known on a day; without `known` it follows. */
  embedChart: (id: string, series: string, known: Day | null): string =>
    `/embed/${id}/charts/${series}/${known === null ? '' : `known-${known}/`}`,
  /** A map; an empty `state` follows. */
  embedFlows: (id: string, map: string, state: string): string =>
    `/embed/${id}/flows/${map}/${state === '' ? '' : `${state}/`}`,
  /** What a program that makes frames asks about an embed, by its address as written. */
  oembed: (embed: string): string => `/oembed?url=${encodeURIComponent(embed)}`,
  /** What fits the frames of a page that embeds. */
  embedScript: '/embed/frame.js',
  /** Pictures to share, without what they are: `.wide.png`, `.square.png`, `.wide.svg`, `.square.svg`. */
  shareFigure: (id: string, figure: string): string => `/share/${id}/figures/${figure}`,
  shareChart: (id: string, series: string): string => `/share/${id}/series/${series}`,
  shareFlows: (id: string, map: string): string => `/share/${id}/flows/${map}`,
  chartJson: (id: string): string => `/data/${id}/crossings.json`,
} as const;

/**
 * The state of a map as part of its address: the day it is about, as known now, or the day on which its newest numbers
 * were known. Null for both is the newest state.
 */
export function stateName(asOf: Day | null, known: Day | null): string {
  return known === null ? (asOf ?? '') : `known-${known}`;
}
