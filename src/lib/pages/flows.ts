import { error } from '@sveltejs/kit';
import { groundOf } from '#lib/drawing/base-map.ts';
import { layoutFor, shapeOf } from '#lib/drawing/flows/layouts.ts';
import { drawMap } from '#lib/drawing/flows/map.ts';
import { newestDay } from '#lib/views/days.ts';
import {
  counterpart,
  daysOfMap,
  itemsOf,
  knownDaysOf,
  mapView,
  statesOfMap,
  type MapState,
} from '#lib/views/map-states.ts';
import { withoutItem } from '#lib/views/map-flows.ts';
import { notesOf } from '#lib/views/notes.ts';
import { flowTexts, stateFilter, stateTitle } from '#lib/wording/flows.ts';
import { addresses, stateName } from '#lib/wording/addresses.ts';
import { oembedOf } from './embeds.ts';
import { isOffered } from './outputs.ts';
import { perSituation, type Library } from './situations.ts';
import { written } from './written.ts';

type MapPlan = Library['situation']['maps'][number];

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly isOwn: boolean;
}

/** The maps of a situation and their states. */
export const flowsOf = perSituation((library) => {
  const { situation } = library;
  const newest = newestDay(library);

  /** The map of this name, or 404. */
  const mapOf = (id: string): MapPlan =>
    situation.maps.find((map) => map.id === id) ?? error(404, 'There is no map of this name.');

  const named = new Map<string, Map<string, MapState>>();

  /** The states of a map by the names they have in addresses; worked out once. */
  function statesOf(map: MapPlan): Map<string, MapState> {
    const held =
      named.get(map.id) ??
      new Map([...statesOfMap(library, map)].map((state) => [nameOf(state), state]));
    named.set(map.id, held);
    return held;
  }

  const stateOf = (map: MapPlan, name: string): MapState =>
    statesOf(map).get(name) ?? error(404, 'The map has no such day.');

  const nameOf = ({ asOf, known, isNow }: MapState) => stateName(asOf, isNow ? null : known);

  const mapNames = () => situation.maps.map(({ id }) => ({ map: id }));

  const stateNames = () =>
    situation.maps.flatMap((map) =>
      [...statesOf(map).keys()].map((state) => ({ map: map.id, state })),
    );

  /** The newest state has no picture of its own: it is what it became last. */
  const newestState = (map: MapPlan): string =>
    stateName(null, knownDaysOf(library, map).at(-1) ?? null);

  /** What a state's picture, its embed and its page all show. */
  function drawnState(id: string, name: string | null) {
    const map = mapOf(id);
    const state = name === null ? { asOf: null, known: newest, isNow: true } : stateOf(map, name);
    const items = itemsOf(library, map, state);
    return {
      map,
      state,
      items,
      without: withoutItem(map, items),
      drawn: drawMap(items, shapeOf(map), layoutFor(library, map), state.asOf),
      base: groundOf(library, map.frame),
      own: addresses.flowState(situation.id, map.id, nameOf(state)),
    };
  }

  type DrawnState = ReturnType<typeof drawnState>;

  /** A state as a picture that can leave the site. */
  const pictureOf = (id: string, name: string) => pictureOfState(drawnState(id, name));

  /** What a picture says of a state that was drawn. */
  function pictureOfState({ map, state, items, without, drawn, base, own }: DrawnState) {
    return {
      title: `${flowTexts.heading}: ${nameOfMap(map)}`,
      subtitle: `${situation.title}: ${stateTitle({ ...state, isNow: false })}`,
      drawn,
      base,
      items,
      without,
      notes: notesOf(items.map(({ standing }) => standing.figure)),
      address: written(own),
      known: state.known,
    };
  }

  /** Where the picture of a map's newest state lies, as written, without its ending. */
  const mapImage = (map: string): string => written(addresses.shareFlows(situation.id, map));

  /** All that one page of the flow map shows; without `name` the newest state. */
  function flowsPage(id: string, name: string | null) {
    const { map, state, drawn, base, own } = drawnState(id, name);
    const view = mapView(library, map, state);
    const svg = addresses.flowSvg(situation.id, map.id, name ?? newestState(map));
    return {
      situation: situation.id,
      title: situation.title,
      maps: mapsFor(map),
      frames: framesFor(map),
      map: { id: map.id, label: map.label, name: nameOfMap(map) },
      first: map.id === situation.maps[0]?.id,
      state,
      drawn,
      base,
      own,
      share:
        name === null
          ? {
              // The first map has a shorter address too, and is one page.
              url: written(map.id === situation.maps[0]?.id ? addresses.flows(situation.id) : own),
              image: mapImage(map.id),
            }
          : null,
      picture: isOffered(svg) ? svg : null,
      oembed: oembedOf(addresses.embedFlows(situation.id, map.id, '')),
      filter: stateFilter(state),
      allDays:
        name === null ? { now: daysOfMap(library, map), evening: knownDaysOf(library, map) } : null,
      days: state.isNow ? daysOfMap(library, map) : knownDaysOf(library, map),
      counterpart: counterpart(library, map, state),
      ...view,
    };
  }

  /** With its frame, where the same is drawn on several. */
  const nameOfMap = (map: MapPlan): string =>
    framesFor(map).length > 1 ? `${map.label}, ${map.frame.label}` : map.label;

  /** Of each measure one map, on the same frame where there is one. */
  function mapsFor({ label, frame }: MapPlan): Choice[] {
    const labels = [...new Set(situation.maps.map((map) => map.label))];
    return labels.flatMap((one) => {
      const alike = situation.maps.filter((map) => map.label === one);
      const map = alike.find((other) => other.frame === frame) ?? alike[0];
      return map ? [{ id: map.id, label: one, isOwn: one === label }] : [];
    });
  }

  /** The same measure on other frames; one of them its own. */
  function framesFor({ id, label }: MapPlan): Choice[] {
    return situation.maps
      .filter((map) => map.label === label)
      .map((map) => ({ id: map.id, label: map.frame.label, isOwn: map.id === id }));
  }

  return {
    mapOf,
    drawnState,
    pictureOf,
    pictureOfState,
    mapImage,
    flowsPage,
    nameOfMap,
    mapNames,
    stateNames,
  };
});
