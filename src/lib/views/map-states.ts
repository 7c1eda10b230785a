import type { Figure, Library, MapPlan } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { newestDay, publicationDays } from './days.ts';
import { asKnownOn, type Known, type Standing } from './known.ts';
import {
  earlierOf,
  itemsAmong,
  mapDays,
  mapFlows,
  mapItems,
  othersOf,
  type MapItem,
} from './map-flows.ts';
import { notesOf, type Notes } from './notes.ts';
import { figuresOf } from './sources.ts';

/** Earlier values that a flow's story tells; its series' page has all. */
const EARLIER = 3;

/** About which day a map speaks (null: the newest of each flow), and as known on which. */
export interface MapState {
  readonly asOf: Day | null;
  readonly known: Day;
}

export interface MapDays {
  /** About which the map's figures speak. */
  readonly asOf: readonly Day[];
  /** On which what its newest state shows became something else. */
  readonly known: readonly Day[];
}

/** One entry of a map's list with its story. */
export interface MapEntry {
  readonly item: MapItem;
  readonly others: readonly Standing[];
  readonly earlier: readonly Figure[];
}

/** All that a page says of one state of a map, before it is drawn. */
export interface MapView {
  readonly entries: readonly MapEntry[];
  /** The map's first place by every map of the situation: why what they count is not one. */
  readonly apart: readonly Figure[];
  readonly notes: Notes;
}

const days = new WeakMap<MapPlan, MapDays>();

/** Both rows of days, ascending; worked out once. */
export function daysOfMap(library: Library, map: MapPlan): MapDays {
  const held = days.get(map);
  if (held) return held;
  const flows = mapFlows(library, map);
  let last = '';
  const known = publicationDays(library).filter((day) => {
    const items = mapItems(asKnownOn(library, day), flows, null);
    const now = items.map(({ standing }) => standing.figure.id).join(' ');
    const changed = now !== last;
    last = now;
    return changed && now !== '';
  });
  const found = { asOf: mapDays(library, flows), known };
  days.set(map, found);
  return found;
}

export function itemsOf(library: Library, map: MapPlan, { asOf, known }: MapState): MapItem[] {
  return mapItems(asKnownOn(library, known), mapFlows(library, map), asOf);
}

/** The items of every state a map has a page for, and of every publication that draws it alone. */
export function* itemsOfAll(library: Library, map: MapPlan): Generator<MapItem[]> {
  const newest = newestDay(library);
  const { asOf, known } = daysOfMap(library, map);
  yield itemsOf(library, map, { asOf: null, known: newest });
  for (const day of asOf) yield itemsOf(library, map, { asOf: day, known: newest });
  for (const day of known) yield itemsOf(library, map, { asOf: null, known: day });
  const flows = mapFlows(library, map);
  for (const source of library.sources) yield itemsAmong(figuresOf(library, source), flows);
}

export function mapView(library: Library, map: MapPlan, state: MapState): MapView {
  const known = asKnownOn(library, state.known);
  const entries = itemsOf(library, map, state).map((item) => ({
    item,
    others: othersOf(library, known, item, state.asOf),
    earlier: earlierOf(library, item.standing.figure, state.known, EARLIER),
  }));
  const apart = firstPlace(library, map, known, state.asOf);
  return {
    entries,
    apart,
    notes: notesOf([
      ...entries.flatMap(({ item: { standing }, others, earlier }) => [
        standing.figure,
        ...standing.alsoSaid,
        ...others.map(({ figure }) => figure),
        ...earlier,
      ]),
      ...apart,
    ]),
  };
}

function firstPlace(
  library: Library,
  { places: [first] }: MapPlan,
  known: Known,
  asOf: Day | null,
): Figure[] {
  return library.situation.maps.flatMap((map) => {
    const flows = mapFlows(library, map).filter(
      ({ direction, place }) => direction === 'out' && place.id === first?.id,
    );
    const [item] = mapItems(known, flows, asOf);
    return item ? [item.standing.figure] : [];
  });
}
