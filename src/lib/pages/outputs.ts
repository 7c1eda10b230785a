import { defaultDate } from '#lib/drawing/chart/as-revised.ts';
import { seriesData } from '#lib/drawing/chart/series-data.ts';
import { libraries } from '#lib/server/library.ts';
import { isExport } from '#lib/server/mode.ts';
import { hasBrowser } from '#lib/server/made/browser.js';
import type { Library } from '#lib/records/model.ts';
import { arrivals } from '#lib/views/arrivals.ts';
import { choices } from '#lib/views/changes-page.ts';
import { newestDay, publicationDays } from '#lib/views/days.ts';
import { shownCounters } from '#lib/views/counters.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { knownDaysOf, statesOfMap } from '#lib/views/map-states.ts';
import { allSeries } from '#lib/views/series.ts';
import { emptiedSeries } from '#lib/views/withdrawn.ts';
import { addresses, stateName } from '#lib/wording/addresses.ts';
import { chartDays } from './chart-days.ts';
import { sharedPictures } from './pictured.ts';

/*
 * Every kind of output of the site, each once. A server answers all of these addresses; an export has those of the kinds
 * marked `all` or listed by `exported`. "npm run export -- --list" prints the kinds with their counts.
 */

/** One kind of page or file. */
export interface Kind {
  readonly kind: string;
  /** Why it is there, and where an export has fewer of it, why. */
  readonly reason: string;
  /** Addresses in one situation; `null` for the site itself. */
  readonly addresses: (library: Library) => readonly string[];
  /** What an export has of them. */
  readonly exported: 'all' | 'none' | ((library: Library) => readonly string[]);
}

/** Those that belong to the site and to no situation. */
const ofSite: readonly Omit<Kind, 'exported'>[] = [
  {
    kind: 'front page',
    reason: 'lists the situations; with one situation it is its summary',
    addresses: () => [addresses.home],
  },
  {
    kind: 'pages about the site',
    reason: 'methods, data files, embeds',
    addresses: () => [addresses.methods, addresses.data, addresses.embeds],
  },
  {
    kind: 'files about the data',
    reason: 'schema, catalogue, index of all files, newest revision',
    addresses: () => [
      addresses.figuresSchema,
      addresses.dcat,
      addresses.dcatTurtle,
      addresses.dataIndex,
      addresses.latest,
    ],
  },
];

const days = (library: Library) => publicationDays(library);
const idOf = ({ situation }: Library) => situation.id;

/** Those of each situation. */
const ofSituation: readonly Kind[] = [
  {
    kind: 'summary',
    reason: 'the newest state, and its sheets to print',
    addresses: (of) => [addresses.summary(idOf(of)), addresses.print(idOf(of), null)],
    exported: 'all',
  },
  {
    kind: 'lists',
    reason: 'days, series, sources, caveats, names to look for',
    addresses: (of) => [
      addresses.days(idOf(of)),
      addresses.allSeries(idOf(of)),
      addresses.sources(idOf(of)),
      addresses.caveats(idOf(of)),
      addresses.names(idOf(of)),
    ],
    exported: 'all',
  },
  {
    kind: 'place of arrival',
    reason: 'what each map counts of one place, side by side, with why they differ',
    addresses: (of) => [...arrivals(of).keys()].map((slug) => addresses.arrival(idOf(of), slug)),
    exported: 'all',
  },
  {
    kind: 'summary of a day',
    reason: 'what could be known on that day, for each day on which a source was published',
    addresses: (of) => days(of).map((day) => addresses.day(idOf(of), day)),
    exported: 'all',
  },
  {
    kind: 'chart of a day',
    reason: 'the picture in that summary',
    addresses: (of) => days(of).map((day) => addresses.chartPicture(idOf(of), day)),
    exported: 'all',
  },
  {
    kind: 'sheets of a day',
    reason: 'the same summary to print, in parts to choose; an export has the newest only',
    addresses: (of) => [
      addresses.printDays(idOf(of)),
      ...days(of).map((day) => addresses.print(idOf(of), day)),
    ],
    exported: 'none',
  },
  {
    kind: 'sheets as PDF',
    reason: 'made by a Chromium when asked for; an export has the newest',
    addresses: (of) => (hasBrowser() ? days(of).map((day) => addresses.paper(idOf(of), day)) : []),
    exported: (of) => (hasBrowser() ? [addresses.paper(idOf(of), newestDay(of))] : []),
  },
  {
    kind: 'map',
    reason: 'the newest numbers of each map',
    addresses: (of) => [
      ...(of.situation.maps.length > 0 ? [addresses.flows(idOf(of))] : []),
      ...of.situation.maps.map(({ id }) => addresses.flowState(idOf(of), id, '')),
    ],
    exported: 'all',
  },
  {
    kind: 'map of a day',
    reason: 'as known that evening, and as known now',
    addresses: (of) => states(of, (map, state) => addresses.flowState(idOf(of), map, state)),
    exported: 'all',
  },
  {
    kind: 'map of a day as SVG',
    reason: 'to be taken elsewhere; an export has the maps as PNG',
    addresses: (of) => states(of, (map, state) => addresses.flowSvg(idOf(of), map, state)),
    exported: 'none',
  },
  {
    kind: 'series',
    reason: 'every value of a series; an emptied one keeps its page',
    addresses: (of) =>
      [...allSeries(of).keys(), ...emptiedSeries(of)].map((id) => addresses.series(idOf(of), id)),
    exported: 'all',
  },
  {
    kind: 'chart of a series',
    reason: 'over time, and as revised where something was',
    addresses: (of) =>
      [...allSeries(of).values()].flatMap((series) => [
        addresses.seriesOverTime(idOf(of), series.id),
        ...(defaultDate(seriesData(of, series))
          ? [addresses.seriesAsRevised(idOf(of), series.id)]
          : []),
      ]),
    exported: 'all',
  },
  {
    kind: 'source',
    reason: 'each publication with the figures taken from it',
    addresses: (of) => of.sources.map(({ id }) => addresses.source(idOf(of), id)),
    exported: 'all',
  },
  {
    kind: 'figure',
    reason: 'the permanent address of a number; a withdrawn one keeps it',
    addresses: (of) => everyFigure(of).map((id) => addresses.figure(idOf(of), id)),
    exported: 'all',
  },
  {
    kind: 'changes',
    reason:
      'the list of changes, whole and by measure and publisher; an export has it by one of both',
    addresses: (of) => [
      addresses.changes(idOf(of)),
      ...choices(of).map(({ measure, publisher }) =>
        addresses.changesOf(idOf(of), measure, publisher),
      ),
    ],
    exported: (of) => [
      addresses.changes(idOf(of)),
      ...choices(of).flatMap(({ measure, publisher }) =>
        measure === null || publisher === null
          ? [addresses.changesOf(idOf(of), measure, publisher)]
          : [],
      ),
    ],
  },
  {
    kind: 'feeds',
    reason: 'the same to be followed: of the situation, and of each publisher',
    addresses: (of) => [
      addresses.changesAtom(idOf(of)),
      addresses.changesFeed(idOf(of)),
      ...choices(of).flatMap(({ measure, publisher }) =>
        measure === null && publisher !== null
          ? ['xml', 'json'].map((format) => addresses.publisherFeed(idOf(of), publisher, format))
          : [],
      ),
    ],
    exported: 'all',
  },
  {
    kind: 'data of the whole',
    reason: 'figures in five formats, descriptor, publications, days, the chart of the summary',
    addresses: (of) => [
      ...['csv', 'hxl.csv', 'json', 'xlsx', 'parquet'].map((format) =>
        addresses.figures(idOf(of), format),
      ),
      addresses.dataPackage(idOf(of)),
      ...['csl.json', 'bib', 'ris'].map((format) => addresses.sourcesFile(idOf(of), format)),
      addresses.daysJson(idOf(of)),
      addresses.chartJson(idOf(of)),
    ],
    exported: 'all',
  },
  {
    kind: 'data of a series',
    reason: 'CSV and JSON, and what the page draws its chart from',
    addresses: (of) =>
      [...allSeries(of).keys()].flatMap((id) => [
        addresses.seriesCsv(idOf(of), id),
        addresses.seriesJson(idOf(of), id),
        addresses.seriesChart(idOf(of), id),
      ]),
    exported: 'all',
  },
  {
    kind: 'data of a map',
    reason: 'CSV and JSON with the days between which each row was known',
    addresses: (of) =>
      of.situation.maps.flatMap(({ id }) => [
        addresses.flowCsv(idOf(of), id),
        addresses.flowJson(idOf(of), id),
      ]),
    exported: 'all',
  },
  {
    kind: 'data of a day',
    reason: 'CSV and JSON of what its summary shows; in an export figures.csv has the days',
    addresses: (of) =>
      days(of).flatMap((day) =>
        ['csv', 'json'].map((format) => addresses.dayFile(idOf(of), day, format)),
      ),
    exported: 'none',
  },
  {
    kind: 'tables',
    reason: 'all rows of each table of figures',
    addresses: (of) =>
      of.tables.flatMap(({ source }) =>
        ['parquet', 'csv.gz'].map((format) => addresses.table(idOf(of), source.id, format)),
      ),
    exported: 'all',
  },
  {
    kind: 'citations',
    reason:
      'each page, series, source and figure for a reference manager; the texts are in the pages too',
    addresses: (of) =>
      cited(of).flatMap(({ kind, id }) =>
        ['txt', 'bib', 'ris', 'csl.json'].map((format) =>
          addresses.cite(idOf(of), kind, id, format),
        ),
      ),
    exported: 'none',
  },
  {
    kind: 'embeds that follow',
    reason: 'counters, series and maps for other sites, always the newest',
    addresses: (of) => [
      ...of.situation.counters.map(({ id }) => addresses.embedCounter(idOf(of), id)),
      ...[...allSeries(of).keys(), ...emptiedSeries(of)].map((id) =>
        addresses.embedSeries(idOf(of), id),
      ),
      ...of.situation.maps.map(({ id }) => addresses.embedFlows(idOf(of), id, '')),
    ],
    exported: 'all',
  },
  {
    kind: 'charts to embed',
    reason: 'of each series, always the newest; an export has their pictures',
    addresses: (of) =>
      [...allSeries(of).keys()].map((id) => addresses.embedChart(idOf(of), id, null)),
    exported: 'none',
  },
  {
    kind: 'embeds that stay',
    reason: 'figures, charts and maps as known on a day; an export has those of the newest day',
    addresses: (of) => [
      ...everyFigure(of).map((id) => addresses.embedFigure(idOf(of), id)),
      ...[...allSeries(of).values()].flatMap((series) =>
        chartDays(of, series).map((day) => addresses.embedChart(idOf(of), series.id, day)),
      ),
      ...states(of, (map, state) => addresses.embedFlows(idOf(of), map, state)),
    ],
    exported: frozenNow,
  },
  {
    kind: 'pictures to share',
    reason:
      'every figure, chart and map as PNG and SVG; an export has one PNG for each shared page',
    addresses: (of) =>
      [
        ...of.figures.map(({ id }) => addresses.shareFigure(idOf(of), id)),
        ...sharedPictures(of).filter((picture) => !picture.includes('/figures/')),
      ].flatMap((picture) =>
        ['wide.png', 'square.png', 'wide.svg', 'square.svg'].map((end) => `${picture}.${end}`),
      ),
    exported: (of) => sharedPictures(of).map((picture) => `${picture}.wide.png`),
  },
];

/** Each state that a map has a page for, by the name that it has in addresses. */
function states(of: Library, address: (map: string, state: string) => string): string[] {
  return of.situation.maps.flatMap((map) =>
    [...statesOfMap(of, map)].map(({ asOf, known, isNow }) =>
      address(map.id, stateName(asOf, isNow ? null : known)),
    ),
  );
}

const everyFigure = ({ figures, withdrawn }: Library): string[] => [
  ...figures.map(({ id }) => id),
  ...withdrawn.map(({ figure }) => figure.id),
];

function cited(of: Library): { kind: string; id: string }[] {
  return [
    ...['summary', 'flows', 'changes', 'caveats', 'methods'].map((id) => ({ kind: 'pages', id })),
    ...[...allSeries(of).keys()].map((id) => ({ kind: 'series', id })),
    ...of.sources.map(({ id }) => ({ kind: 'sources', id })),
    ...of.figures.map(({ id }) => ({ kind: 'figures', id })),
  ];
}

/** Of the embeds that stay: what each counter, series and map that follows shows on the newest day. */
function frozenNow(of: Library): string[] {
  const known = asKnownOn(of, newestDay(of));
  const figures = [
    ...shownCounters(of, known).flatMap(({ headline }) => headline ?? []),
    ...[...allSeries(of).keys()].flatMap((id) => known.latest([id]) ?? []),
  ];
  return [
    ...new Set(figures.map(({ figure }) => addresses.embedFigure(idOf(of), figure.id))),
    ...of.situation.maps.flatMap((map) => {
      const last = knownDaysOf(of, map).at(-1);
      return last ? [addresses.embedFlows(idOf(of), map.id, stateName(null, last))] : [];
    }),
  ];
}

/** Every kind with its addresses, in all situations: those that the server answers, and those that an export has. */
export function outputs(): (Pick<Kind, 'kind' | 'reason'> & {
  readonly addresses: readonly string[];
  readonly exported: readonly string[];
})[] {
  const everywhere = (of: (library: Library) => readonly string[]) => libraries.flatMap(of);
  return [
    ...ofSite.map(({ kind, reason, addresses: of }) => {
      const all = of(libraries[0]);
      return { kind, reason, addresses: all, exported: all };
    }),
    ...ofSituation.map(({ kind, reason, addresses: of, exported }) => {
      const all = everywhere(of);
      const has = exported === 'all' ? all : exported === 'none' ? [] : everywhere(exported);
      return { kind, reason, addresses: all, exported: has };
    }),
  ];
}

let held: ReadonlySet<string> | null = null;

/** Whether this copy of the site has an address: an export names nothing that it lacks. */
export function isOffered(address: string): boolean {
  if (!isExport) return hasBrowser() || !address.endsWith('.pdf');
  held ??= new Set(outputs().flatMap(({ exported }) => exported));
  return held.has(address);
}
