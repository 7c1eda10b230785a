import type { Day } from '#lib/values/day.ts';

/** Addresses below the site's base. They never change once published. */
const situation = (id: string): string => `/${id}/`;

export const addresses = {
  home: '/',
  methods: '/methods/',
  summary: situation,
  day: (id: string, day: Day): string => `/${id}/on/${day}/`,
  days: (id: string): string => `/${id}/on/`,
  allSeries: (id: string): string => `/${id}/series/`,
  series: (id: string, series: string): string => `/${id}/series/${series}/`,
  seriesCsv: (id: string, series: string): string => `/data/${id}/series/${series}.csv`,
  seriesJson: (id: string, series: string): string => `/data/${id}/series/${series}.json`,
  seriesAtom: (id: string, series: string): string => `/${id}/series/${series}/changes.xml`,
  seriesFeed: (id: string, series: string): string => `/${id}/series/${series}/changes.json`,
  changes: (id: string): string => `/${id}/changes/`,
  changesOf: (id: string, measure: string | null, publisher: string | null): string =>
    `/${id}/changes/${measure === null ? '' : `measure/${measure}/`}${publisher === null ? '' : `publisher/${publisher}/`}`,
  changesAtom: (id: string): string => `/${id}/changes.xml`,
  changesFeed: (id: string): string => `/${id}/changes.json`,
  seriesOverTime: (id: string, series: string): string => `/${id}/series/${series}/over-time.svg`,
  seriesAsRevised: (id: string, series: string): string => `/${id}/series/${series}/as-revised.svg`,
  seriesChart: (id: string, series: string): string => `/data/${id}/series/${series}.chart.json`,
  sources: (id: string): string => `/${id}/sources/`,
  source: (id: string, source: string): string => `/${id}/sources/${source}/`,
  caveats: (id: string): string => `/${id}/caveats/`,
  figuresCsv: (id: string): string => `/data/${id}/figures.csv`,
  figuresJson: (id: string): string => `/data/${id}/figures.json`,
  daysJson: (id: string): string => `/data/${id}/days.json`,
  chartPicture: (id: string, day: Day): string => `/${id}/on/${day}/crossings.svg`,
  flows: (id: string): string => `/${id}/flows/`,
  /** `state` is what `stateName` gives; empty for the newest. */
  flowState: (id: string, map: string, state: string): string =>
    `/${id}/flows/${map}/${state === '' ? '' : `${state}/`}`,
  flowCsv: (id: string, map: string, state: string): string =>
    `/data/${id}/flows/${map}/${state}.csv`,
  flowJson: (id: string, map: string, state: string): string =>
    `/data/${id}/flows/${map}/${state}.json`,
  flowSvg: (id: string, map: string, state: string): string =>
    `/data/${id}/flows/${map}/${state}.svg`,
  chartJson: (id: string): string => `/data/${id}/crossings.json`,
} as const;

/**
 * The state of a map as part of its address: what it speaks about and, where that is not today, as known on which day;
 * never the one taken for the other.
 */
export function stateName(asOf: Day | null, known: Day | null): string {
  if (known === null) return asOf ?? '';
  return `${asOf === null ? '' : `${asOf}-`}known-${known}`;
}
