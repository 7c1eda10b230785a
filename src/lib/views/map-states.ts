import type { Figure, Library, MapPlan, Place } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { countUntil } from './count-until.ts';
import { newestDay, publicationDays } from './days.ts';
import { turnsOf } from './history.ts';
import { lowerFigures, type LowerFigures } from './comparisons.ts';
import { laterFigures, type LaterFigures } from './later-figure.ts';
import { asKnownOn, type Standing } from './known.ts';
import {
  earlierOf,
  mapDays,
  mapFlows,
  mapItems,
  otherRuleBefore,
  othersOf,
  saidElsewhere,
  withoutItem,
  type MapItem,
} from './map-flows.ts';
import { notesOf, type Notes } from './notes.ts';
import { ofLibrary } from './of-library.ts';

/** Earlier values that a flow's story tells; its series' page has all. */
const EARLIER = 3;

/** About which day a map speaks (null: the newest of each flow), and as known on which. */
export interface MapState {
  readonly asOf: Day | null;
  readonly known: Day;
  /** As known today: its address names no day on which it was known, and what it shows may change. */
  readonly isNow: boolean;
}

/** One entry of a map's list with its story. */
export interface MapEntry {
  readonly item: MapItem;
  readonly others: readonly Standing[];
  readonly earlier: readonly Figure[];
  /** The number before it, where another rule counted that. */
  readonly otherRule: Figure | null;
}

/** All that a page says of one state of a map, before it is drawn. */
export interface MapView {
  readonly entries: readonly MapEntry[];
  /** Of numbers that are old on the map's day. */
  readonly later: LaterFigures;
  /** Of the same, those lower than their publisher's number for an earlier day. */
  readonly lower: LowerFigures;
  /** Places of the map of which nothing is known. */
  readonly without: readonly Place[];
  /** What others say of these, by speaker. */
  readonly elsewhere: readonly Standing[];
  /** One place by every map of the situation: why what they count is not one. */
  readonly apart: readonly Figure[];
  readonly notes: Notes;
}

/** By map and, of the days on which it became another, by the day it speaks about: as many as it has states. */
const made = ofLibrary(() => new Map<string, readonly Day[]>());

/** Days of a map, worked out once for each library. */
function once(library: Library, key: string, days: () => readonly Day[]): readonly Day[] {
  const held = made(library).get(key);
  if (held) return held;
  const found = days();
  made(library).set(key, found);
  return found;
}

/** The days about which a map's figures speak, ascending; worked out once. */
export const daysOfMap = (library: Library, map: MapPlan): readonly Day[] =>
  once(library, `${map.id} about`, () => mapDays(library, mapFlows(library, map)));

/** The publication days on which the map of the newest numbers changed, ascending; worked out once. */
export const knownDaysOf = (library: Library, map: MapPlan): readonly Day[] =>
  once(library, `${map.id} known`, () => changesOf(library, map));

function changesOf(library: Library, map: MapPlan): Day[] {
  const flows = mapFlows(library, map);
  // Between these days no series of the map gives another figure for it.
  const turns = new Set(
    flows.flatMap((flow) =>
      [...flow.series, ...flow.beside].flatMap((series) => turnsOf(library, series, null)),
    ),
  );
  const published = publicationDays(library);
  const days = new Set([...turns].flatMap((day) => firstFrom(published, day) ?? []));
  let last = '';
  return [...days].sort().filter((day) => {
    const items = mapItems(asKnownOn(library, day), flows, null);
    const now = items.map(({ standing }) => standing.figure.id).join(' ');
    const changed = now !== last;
    last = now;
    return changed && now !== '';
  });
}

/** The first of `days`, ascending, that is not before `day`. */
function firstFrom(days: readonly Day[], day: Day): Day | undefined {
  const until = countUntil(days, day);
  return days[until - 1] === day ? day : days[until];
}

/**
 * Every state a map has a page for, beside its newest: of each day it speaks about as known now, and its newest numbers
 * as known on the evening of each day on which they changed.
 */
export function* statesOfMap(library: Library, map: MapPlan): Generator<MapState> {
  const newest = newestDay(library);
  for (const asOf of daysOfMap(library, map)) yield { asOf, known: newest, isNow: true };
  for (const known of knownDaysOf(library, map)) yield { asOf: null, known, isNow: false };
}

/** Of one map the day in the other way of reading it; null where the map has none. */
export interface Counterpart {
  /** As known on the evening of this day. */
  readonly evening: Day | null;
  /** About this day, as known now. */
  readonly now: Day | null;
}

/**
 * The same day in both ways of reading a map: of the state itself its own day, in the other way the latest day that is
 * not later, or the first. The newest numbers are read as known now, and their evening is the last.
 */
export function counterpart(
  library: Library,
  map: MapPlan,
  { asOf, known, isNow }: MapState,
): Counterpart {
  const nearest = (days: readonly Day[], day: Day) =>
    days.findLast((one) => one <= day) ?? days[0] ?? null;
  const evenings = knownDaysOf(library, map);
  if (!isNow) return { evening: known, now: nearest(daysOfMap(library, map), known) };
  return { evening: nearest(evenings, asOf ?? known), now: asOf };
}

export function itemsOf(library: Library, map: MapPlan, { asOf, known }: MapState): MapItem[] {
  return mapItems(asKnownOn(library, known), mapFlows(library, map), asOf);
}

export function mapView(library: Library, map: MapPlan, state: MapState): MapView {
  const known = asKnownOn(library, state.known);
  const entries = itemsOf(library, map, state).map((item) => ({
    item,
    others: othersOf(library, known, item, state.asOf),
    earlier: earlierOf(library, item.standing.figure, state.known, EARLIER),
    otherRule: otherRuleBefore(known, item),
  }));
  const apart = apartOf(library, map, state);
  const later = laterFigures(
    library,
    known,
    entries.map(({ item }) => item.standing.figure),
    state.asOf,
  );
  const lower = lowerFigures(
    known,
    entries.map(({ item }) => item.standing.figure),
    library.situation.claimsWithinDays,
    state.asOf,
  );
  const without = withoutItem(
    map,
    entries.map(({ item }) => item),
  );
  const elsewhere = mapFlows(library, map)
    .filter(
      ({ direction, place }) => direction === 'out' && without.some(({ id }) => id === place.id),
    )
    .flatMap((flow) => saidElsewhere(library, known, flow, state.asOf));
  return {
    entries,
    later,
    lower,
    without,
    elsewhere,
    apart,
    notes: notesOf([
      ...entries.flatMap(({ item: { standing }, others, earlier, otherRule }) => [
        standing.figure,
        ...standing.alsoSaid,
        ...others.map(({ figure }) => figure),
        ...earlier,
        ...(otherRule ? [otherRule] : []),
      ]),
      ...elsewhere.map(({ figure }) => figure),
      ...apart,
      ...[...later.values()].flatMap((figure) => figure ?? []),
      ...[...lower.values()].map(({ other }) => other),
    ]),
  };
}

/**
 * What the situation's maps say of one place: of the example the seeds name, where it was known by then, else of the
 * map's first place in this very state.
 */
function apartOf(library: Library, { frame }: MapPlan, state: MapState): Figure[] {
  const { apart, maps } = library.situation;
  const known = asKnownOn(library, state.known);
  const of = (place: Place, asOf: Day | null) => {
    const said = maps.flatMap((map) => {
      const flows = mapFlows(library, map).filter(
        (flow) => flow.direction === 'out' && flow.place.id === place.id,
      );
      return mapItems(known, flows, asOf)
        .slice(0, 1)
        .map(({ standing }) => standing.figure);
    });
    // Maps on two frames say the same.
    return [...new Map(said.map((figure) => [figure.id, figure])).values()];
  };
  for (const { place, asOf } of apart) {
    const figures = of(place, asOf).filter((figure) => figure.asOf === asOf);
    if (figures.length > 1) return figures;
  }
  const [first] = frame.places;
  return first ? of(first, state.asOf) : [];
}
