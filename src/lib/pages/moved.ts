import { libraries } from '#lib/server/library.ts';
import { site } from '#lib/server/site.ts';
import { allSeries } from '#lib/views/series.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { chartDays } from './chart-days.ts';

const DAY = String.raw`\d{4}-\d\d-\d\d`;

/** An address that the site once had, as a pattern, and what took its place, made from what the pattern's groups found. */
type Moved = readonly [pattern: RegExp, to: (...found: string[]) => string | null];

/*
 * Every address that was published and is gone. What had a file or a page for each of two days is read in the page of the
 * one day; what had a file in five formats has the two that every program reads.
 */
const moves: readonly Moved[] = [
  [
    new RegExp(`^((?:/embed)?/[^/]+/flows/[^/]+/${DAY})-known-${DAY}/$`),
    (state) => `${state ?? ''}/`,
  ],
  [
    new RegExp(`^(/data/[^/]+/flows/[^/]+/${DAY})-known-${DAY}\\.svg$`),
    (state) => `${state ?? ''}.svg`,
  ],
  [
    /^(\/data\/[^/]+\/flows\/[^/]+)\/[^/]+\.(?:hxl\.csv|(csv|json|xlsx))$/,
    (map = '', format) => `${map}.${format === 'json' ? 'json' : 'csv'}`,
  ],
  [
    new RegExp(`^(/data/[^/]+/days/${DAY})\\.(?:hxl\\.csv|xlsx|(jsonld))$`),
    (day = '', json) => `${day}.${json ? 'json' : 'csv'}`,
  ],
  [/^(\/data\/[^/]+\/series\/[^/]+)\.(?:hxl\.csv|xlsx)$/, (series) => `${series ?? ''}.csv`],
  [
    /^\/([^/]+)\/series\/([^/]+)\/changes\.(xml|json)$/,
    (situation = '', series = '', format = '') => feedOf(situation, series, format),
  ],
  [
    new RegExp(`^/embed/([^/]+)/charts/([^/]+)/known-(${DAY})/$`),
    (situation = '', series = '', day = '') => chartKnownOn(situation, series, day),
  ],
  [/^(\/embed\/.+\/)oembed\.json$/, (embed = '') => addresses.oembed(`${site ?? ''}${embed}`)],
  [/^(\/data\/[^/]+\/revisions\/[^/]+)\/.+$/, (revision) => `${revision ?? ''}.zip`],
];

/** The feed of a series became that of its publisher. */
function feedOf(situation: string, series: string, format: string): string | null {
  const library = libraries.find((one) => one.situation.id === situation);
  const figure = library?.figures.find((one) => one.series === series);
  return figure ? addresses.publisherFeed(situation, figure.definition.publisher.id, format) : null;
}

/** A day on which a chart no longer became another, since we know better when its figures came out: the chart as it was then. */
function chartKnownOn(situation: string, id: string, day: string): string | null {
  const library = libraries.find((one) => one.situation.id === situation);
  const series = library && allSeries(library).get(id);
  if (!series) return null;
  const days = chartDays(library, series);
  const before = days.findLast((one) => one < day);
  return before === undefined || days.some((one) => one === day)
    ? null
    : addresses.embedChart(situation, id, before);
}

/** What took the place of an address that was published and is gone; null for one that never was. */
export function movedTo(path: string): string | null {
  for (const [pattern, to] of moves) {
    const found = pattern.exec(path);
    if (found) return to(...found.slice(1));
  }
  return null;
}
