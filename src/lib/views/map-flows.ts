import type { Figure, Library, MapPlan, Place } from '#lib/records/model.ts';
import {
  dayNumber,
  isMonth,
  lastDayOf,
  sortKey,
  type Day,
  type DayOrMonth,
} from '#lib/values/day.ts';
import { knowing } from './knowing.ts';
import { knownFrom, saidOn } from './vintage.ts';
import { daysFrom } from './counters.ts';
import { ofLibrary } from './of-library.ts';
import { allSeries, neighbouringSeries } from './series.ts';
import { isRival } from './unlike.ts';
import type { Known, Standing } from './known.ts';

/** `out`: from where the situation is; `back`: to it; `onward`: between two other places. */
export type Direction = 'out' | 'back' | 'onward';

/** A way on a map, whatever its number: the same on every day. */
export interface MapFlow {
  /** `POL` for what goes there from the situation's country; else `POL-UKR`. Unique on its map. */
  readonly key: string;
  readonly origin: Place;
  readonly place: Place;
  readonly direction: Direction;
  /** Series by the map's rules, in the order in which ties of one day are decided. */
  readonly series: readonly string[];
  /** Series by rules that are only ever shown beside another. */
  readonly beside: readonly string[];
}

/** One item of a map on a day: a flow or stock with the figure that stands for it. */
export interface MapItem {
  /** The flow's, for another rule's number followed by that rule; unique on the map. */
  readonly key: string;
  readonly flow: MapFlow;
  readonly standing: Standing;
  /** Another rule's number for the same place and day, shown beside the first and never added. */
  readonly isBeside: boolean;
}

/** By id of a map. */
const made = ofLibrary(() => new Map<string, readonly MapFlow[]>());

/**
 * The flows of a map, in the order of its places: to each place, then on from it; after all of these, back from
 * each. They follow from the series there are; worked out once.
 */
export function mapFlows(library: Library, map: MapPlan): readonly MapFlow[] {
  const held = made(library).get(map.id);
  if (held) return held;
  const flows = flowsIn(library, map);
  made(library).set(map.id, flows);
  return flows;
}

/**
 * What a map shows: of each flow the figure of the latest day not after `asOf`, as known on the day of `known`. An
 * amount of a period of its own (one day's crossings) stands on its own day only: it is no state that lasts.
 */
export function mapItems(known: Known, flows: readonly MapFlow[], asOf: Day | null): MapItem[] {
  return flows.flatMap((flow) =>
    itemsOfFlow(flow, (series) => latestNotAfter(known, series, asOf)),
  );
}

/**
 * What the situation's first map says of ways out of its country, by its rules alone: the newest of each. This is the
 * map of a summary; what goes back, onward or is counted by another rule has the map's own pages.
 */
export function waysOut(library: Library, known: Known): MapItem[] {
  const [map] = library.situation.maps;
  if (map === undefined) return [];
  const out = mapFlows(library, map).filter(({ direction }) => direction === 'out');
  return mapItems(known, out, null).filter(({ isBeside }) => !isBeside);
}

/**
 * What one publication alone would draw on a map: of each flow the latest day among these figures. An amount of a
 * period of its own is left out, as it is on the newest state of a map.
 */
export function itemsAmong(figures: readonly Figure[], flows: readonly MapFlow[]): MapItem[] {
  const latest = new Map<string, Figure>();
  for (const figure of figures) {
    const before = latest.get(figure.series);
    if (figure.definition.statistic === 'flow') continue;
    if (before && sortKey(before.asOf) >= sortKey(figure.asOf)) continue;
    latest.set(figure.series, figure);
  }
  if (latest.size === 0) return [];
  return flows.flatMap((flow) =>
    itemsOfFlow(flow, (series) => {
      const figure = latest.get(series);
      return figure ? { figure, alsoSaid: [] } : null;
    }),
  );
}

/** The latest of a flow's series, what leads first, and beside it what other rules say of the same day. */
function itemsOfFlow(flow: MapFlow, standingOf: (series: string) => Standing | null): MapItem[] {
  const own = flow.series.flatMap((series) => standingOf(series) ?? []);
  const main = latest(own, ({ figure }) => figure.asOf);
  if (!main) return [];
  const others = [...own, ...flow.beside.flatMap((series) => standingOf(series) ?? [])].filter(
    (standing) => standing !== main && standing.figure.asOf === main.figure.asOf,
  );
  return [
    { key: flow.key, flow, standing: main, isBeside: false },
    ...others.map((standing) => ({
      key: `${flow.key}-${standing.figure.definition.id}`,
      flow,
      standing,
      isBeside: true,
    })),
  ];
}

/** The days about which a map's figures speak; months are left out: a map shows a state of a day. */
export function mapDays(library: Library, flows: readonly MapFlow[]): Day[] {
  const series = new Set(flows.flatMap((flow) => [...flow.series, ...flow.beside]));
  const days = library.figures
    .filter((figure) => series.has(figure.series))
    .flatMap(({ asOf }) => (isMonth(asOf) ? [] : [asOf]));
  return [...new Set(days)].sort();
}

/** What other publishers say of the same flow near the same day, by speaker, never by size. */
export function othersOf(
  library: Library,
  known: Known,
  { standing: { figure } }: MapItem,
  asOf: Day | null,
): Standing[] {
  return rivals(library, known, [figure.series], asOf, (other) =>
    Math.abs(daysFrom(other, figure)),
  );
}

/** What other publishers say near the day of a flow of which the map's own rules know nothing. */
export function saidElsewhere(
  library: Library,
  known: Known,
  { series }: MapFlow,
  asOf: Day | null,
): Standing[] {
  const day = dayNumber(asOf ?? known.day);
  return rivals(library, known, series, asOf, (other) => day - dayNumber(lastDayOf(other.asOf)));
}

/** Others on what these series are about, not farther off than a claim may be; no copy's slip is among them. */
function rivals(
  library: Library,
  known: Known,
  series: readonly string[],
  asOf: Day | null,
  daysApart: (other: Figure) => number,
): Standing[] {
  const ids = series.flatMap((id) => {
    const own = allSeries(library).get(id);
    return own ? neighbouringSeries(library, own).publishers.map((other) => other.id) : [];
  });
  return [...new Set(ids)].flatMap((id) => {
    const standing = latestNotAfter(known, id, asOf);
    if (!standing || !isRival(standing.figure)) return [];
    return daysApart(standing.figure) <= library.situation.claimsWithinDays ? [standing] : [];
  });
}

/** The last `most` values that its publisher gave for the same days before, as known on `day`, the latest first. */
export function earlierOf(library: Library, figure: Figure, day: Day, most: number): Figure[] {
  const said = saidOn(figure.source);
  return (allSeries(library).get(figure.series)?.figures ?? [])
    .filter(
      (other) =>
        other.id !== figure.id &&
        other.asOf === figure.asOf &&
        other.periodStart === figure.periodStart &&
        knownFrom(other.source) <= day &&
        saidOn(other.source) !== '' &&
        saidOn(other.source) < said,
    )
    .sort((a, b) => (saidOn(a.source) < saidOn(b.source) ? 1 : -1))
    .slice(0, most)
    .map((other) => knowing(other, day));
}

/** The number of the same flow before this one, where it was counted by another rule: what lies between is no change. */
export function otherRuleBefore(
  known: Known,
  { flow, standing, isBeside }: MapItem,
): Figure | null {
  if (isBeside) return null;
  const { figure } = standing;
  const earlier = flow.series
    .flatMap((series) => known.standing(series).map((one) => one.figure))
    .filter((one) => sortKey(one.asOf) < sortKey(figure.asOf));
  const before = latest(earlier, ({ asOf }) => asOf);
  return before && before.series !== figure.series ? before : null;
}

/** Places of a map of which nothing is known: not nobody, and the page says so. */
export function withoutItem({ frame }: MapPlan, items: readonly MapItem[]): Place[] {
  const shown = new Set(
    items.filter(({ flow }) => flow.direction === 'out').map(({ flow }) => flow.place.id),
  );
  return frame.places.filter(({ id }) => !shown.has(id));
}

/** The one that speaks about the latest day, ties to the earlier in the list. */
function latest<One>(all: readonly One[], asOf: (one: One) => DayOrMonth): One | null {
  return all.reduce<One | null>(
    (last, one) => (last && sortKey(asOf(last)) >= sortKey(asOf(one)) ? last : one),
    null,
  );
}

function latestNotAfter(known: Known, series: string, asOf: Day | null): Standing | null {
  const standing = asOf === null ? known.latest([series]) : known.notAfter(series, asOf);
  if (!standing) return null;
  const { figure } = standing;
  if (figure.definition.statistic === 'flow' && figure.asOf !== asOf) return null;
  return standing;
}

function flowsIn(library: Library, map: MapPlan): MapFlow[] {
  const home = library.situation.country;
  const places = new Set(map.frame.places.map(({ id }) => id));
  const within = ({ id, at }: Place) => at !== null && (id === home.id || places.has(id));
  const groups = new Map<string, { first: Figure; series: { id: string; rank: number }[] }>();
  const rank = ({ definition }: Figure) =>
    [...map.rules, ...map.beside].findIndex(({ id }) => id === definition.id);
  for (const { id, figures } of allSeries(library).values()) {
    const first = figures[0];
    if (!first || rank(first) < 0 || !map.measures.some((one) => one.id === first.measure.id))
      continue;
    if (!within(first.origin) || !within(first.place)) continue;
    const key = keyOf(first, home);
    const group = groups.get(key) ?? { first, series: [] };
    groups.set(key, group);
    group.series.push({ id, rank: rank(first) });
  }
  const order = (id: string) => map.frame.places.findIndex((place) => place.id === id);
  // What goes back is a picture of its own, after all that goes out.
  const turn = { out: 0, onward: 1, back: 4 * map.frame.places.length } as const;
  return [...groups]
    .map(([key, { first, series }]): MapFlow => {
      const sorted = series.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
      return {
        key,
        origin: first.origin,
        place: first.place,
        direction: directionOf(first, home),
        series: sorted.filter((one) => one.rank < map.rules.length).map(({ id }) => id),
        beside: sorted.filter((one) => one.rank >= map.rules.length).map(({ id }) => id),
      };
    })
    .sort((a, b) => {
      const of = ({ direction, origin, place }: MapFlow) =>
        order(direction === 'out' ? place.id : origin.id) * 4 + turn[direction];
      return of(a) - of(b) || (a.key < b.key ? -1 : 1);
    });
}

function keyOf({ origin, place }: Figure, home: Place): string {
  return origin.id === home.id ? place.id : `${origin.id}-${place.id}`;
}

function directionOf({ origin, place }: Figure, home: Place): Direction {
  if (origin.id === home.id) return 'out';
  return place.id === home.id ? 'back' : 'onward';
}
