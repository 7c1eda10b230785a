import { error } from '@sveltejs/kit';
import { baseMap } from '#lib/drawing/base-map.ts';
import { layoutFor, shapeOf } from '#lib/drawing/flows/layouts.ts';
import { drawMap } from '#lib/drawing/flows/map.ts';
import { library } from '#lib/server/library.ts';
import { newestDay } from '#lib/views/days.ts';
import { daysOfMap, itemsOf, mapView, type MapState } from '#lib/views/map-states.ts';
import { addresses, knownState } from '#lib/wording/addresses.ts';

const { situation } = library;
type MapPlan = (typeof situation.maps)[number];
const newest = newestDay(library);

const mapOf = (id: string): MapPlan =>
  situation.maps.find((map) => map.id === id) ?? error(404, 'There is no map of this name.');

/** The states of a map by the names they have in addresses. */
function statesOf(map: MapPlan): Map<string, MapState> {
  const { asOf, known } = daysOfMap(library, map);
  return new Map([
    ...asOf.map((day): [string, MapState] => [day, { asOf: day, known: newest }]),
    ...known.map((day): [string, MapState] => [knownState(day), { asOf: null, known: day }]),
  ]);
}

const stateOf = (map: MapPlan, name: string): MapState =>
  statesOf(map).get(name) ?? error(404, 'The map has no such day.');

export const mapEntries = () => situation.maps.map(({ id }) => ({ map: id }));

export const stateEntries = () =>
  situation.maps.flatMap((map) =>
    [...statesOf(map).keys()].map((state) => ({ map: map.id, state })),
  );

/** The figures of a state, as its files have them. */
export function stateFigures(id: string, name: string) {
  const map = mapOf(id);
  const items = itemsOf(library, map, stateOf(map, name));
  const ids = new Set(items.map(({ standing }) => standing.figure.id));
  // With every caveat known today: a file travels without the page that says as known on which day it is.
  return library.figures.filter((figure) => ids.has(figure.id));
}

/** All that one page of the flow map shows; without `name` the newest state. */
export function flowsPage(id: string, name: string | null) {
  const map = mapOf(id);
  // The paper of all maps yet is the situation's first frame.
  const frame = situation.frames[0] ?? error(404, 'There is no map.');
  const state: MapState = name === null ? { asOf: null, known: newest } : stateOf(map, name);
  const view = mapView(library, map, state);
  const items = view.entries.map(({ item }) => item);
  return {
    situation: situation.id,
    title: situation.title,
    maps: situation.maps.map((one) => ({ id: one.id, label: one.label })),
    map: { id: map.id, label: map.label },
    first: map.id === situation.maps[0]?.id,
    state: { name: name ?? '', ...state },
    drawn: drawMap(items, shapeOf(map), layoutFor(library, map, frame), state.asOf),
    base: baseMap(situation, frame),
    own:
      name === null
        ? addresses.flowMap(situation.id, map.id)
        : addresses.flowState(situation.id, map.id, name),
    days: daysOfMap(library, map),
    ...view,
  };
}
