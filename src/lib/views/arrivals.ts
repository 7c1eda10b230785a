import type { Figure, Library, Place } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { slugOf } from '#lib/values/slug.ts';
import { lowerFigures, type LowerFigures } from './comparisons.ts';
import { counterOf } from './counter-blocks.ts';
import { asKnownOn } from './known.ts';
import { laterFigures, type LaterFigures } from './later-figure.ts';
import { mapFlows, mapItems, othersOf, type MapFlow, type MapItem } from './map-flows.ts';
import { notesOf, type Notes } from './notes.ts';
import { ofLibrary } from './of-library.ts';
import { allSeries, type Series } from './series.ts';
import type { ShownCounter } from './summary.ts';

/**
 * The places of arrival of a situation by their names in addresses: those that one of its maps shows something about.
 * Of two places of one name the second has its id behind it.
 */
export const arrivals = ofLibrary((library): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>();
  const ids = new Set<string>();
  for (const { place } of library.situation.maps.flatMap((map) => outOf(library, map))) {
    if (ids.has(place.id)) continue;
    ids.add(place.id);
    const slug = slugOf(place.label);
    places.set(places.has(slug) ? `${slug}-${slugOf(place.id)}` : slug, place);
  }
  return places;
});

const outOf = (library: Library, map: Library['situation']['maps'][number]): MapFlow[] =>
  mapFlows(library, map).filter(({ direction }) => direction === 'out');

/** What one map counts of a place. */
export interface Arrived {
  /** Of the map that shows it, and its label: "Border crossings". */
  readonly map: string;
  readonly label: string;
  readonly counter: ShownCounter;
  readonly item: MapItem;
  /** What goes back from there by the same map; null where nothing does. */
  readonly back: ShownCounter | null;
}

/** All that the page of a place of arrival says before it is drawn. */
export interface Arrival {
  readonly place: Place;
  /** One for each thing that the maps count, in their order. */
  readonly counted: readonly Arrived[];
  /** Every series about the place. */
  readonly series: readonly Series[];
  readonly later: LaterFigures;
  readonly lower: LowerFigures;
  readonly notes: Notes;
}

/** What is known on a day of one place of arrival, side by side: never added, since each counts something else. */
export function arrivalIn(library: Library, place: Place, day: Day): Arrival {
  const known = asKnownOn(library, day);
  const counted = library.situation.maps.flatMap((map): Arrived[] => {
    const flows = mapFlows(library, map);
    const [item] = mapItems(
      known,
      flows.filter((flow) => flow.direction === 'out' && flow.place.id === place.id),
      null,
    );
    const [back] = mapItems(
      known,
      flows.filter((flow) => flow.direction === 'back' && flow.origin.id === place.id),
      null,
    );
    if (!item) return [];
    const id = `${map.id}-${item.key}`;
    const others = othersOf(library, known, item, null);
    return [
      {
        map: map.id,
        label: map.label,
        counter: counterOf(id, map.label, item.standing, others),
        item,
        back: back ? counterOf(`${id}-back`, map.label, back.standing) : null,
      },
    ];
  });
  // Maps on two frames say the same.
  const once = [...new Map(counted.map((one) => [one.item.standing.figure.id, one])).values()];
  const shown = once.flatMap(({ counter, back }) => [counter, ...(back ? [back] : [])]);
  const headlines = shown.flatMap(({ headline }) => headline?.figure ?? []);
  const later = laterFigures(library, known, headlines, null);
  const lower = lowerFigures(known, headlines, library.situation.claimsWithinDays, null);
  const beside: Figure[] = [
    ...[...later.values()].flatMap((figure) => figure ?? []),
    ...[...lower.values()].map(({ other }) => other),
  ];
  return {
    place,
    counted: once,
    series: [...allSeries(library).values()].filter(
      (one) => one.place.id === place.id || one.origin.id === place.id,
    ),
    later,
    lower,
    notes: notesOf([
      ...shown.flatMap(({ headline, claims }) => [
        ...(headline ? [headline.figure, ...headline.alsoSaid] : []),
        ...claims.map(({ figure }) => figure),
      ]),
      ...beside,
    ]),
  };
}
