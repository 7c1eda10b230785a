import { error } from '@sveltejs/kit';
import { drawMap, type Shape } from '#lib/drawing/flows/map.ts';
import { layoutOf, planned, type Layout } from '#lib/drawing/flows/plan.ts';
import { legendRoom } from '#lib/drawing/flow-legend.ts';
import { baseMap } from '#lib/drawing/base-map.ts';
import { projectionOf } from '#lib/drawing/projection.ts';
import { library } from '#lib/server/library.ts';
import type { Day } from '#lib/values/day.ts';
import { newestDay, publicationDays } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import {
  earlierOf,
  mapDays,
  mapFlows,
  mapItems,
  othersOf,
  type MapItem,
} from '#lib/views/map-flows.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { notesOf } from '#lib/views/notes.ts';

const { situation } = library;
/** The paper of all maps yet: the situation's first frame. */
const frame = situation.frames[0] ?? error(404, 'There is no map.');
type MapPlan = (typeof situation.maps)[number];
const newest = newestDay(library);
const KNOWN = 'known-';
/** Earlier values that a flow's story tells; its series' page has all. */
const EARLIER = 3;

const layouts = new Map<string, Layout>();

/** A registration is no person counted: it is drawn as a ring, so that the two never look alike. */
const shapeOf = ({ measures }: MapPlan): Shape =>
  measures.every(({ drawnAs }) => drawnAs === 'arrow')
    ? 'arrow'
    : measures.some(({ id }) => id === 'temporary_protection')
      ? 'ring'
      : 'circle';

function layout(map: MapPlan): Layout {
  const made = layouts.get(map.id);
  if (made) return made;
  const drawnAs = shapeOf(map) === 'arrow' ? 'arrow' : 'circle';
  const project = projectionOf(frame);
  const plans = planned(library, mapFlows(library, map), drawnAs);
  const fresh = layoutOf(plans, drawnAs, frame, ([lon, lat]) => project([lon, lat]), [
    legendRoom(drawnAs, frame.height),
  ]);
  layouts.set(map.id, fresh);
  return fresh;
}

/** A state of a map: about which day, and as known on which. */
interface State {
  readonly name: string;
  readonly asOf: Day | null;
  readonly known: Day;
}

const states = new Map<string, { readonly days: Day[]; readonly known: Day[] }>();

/** The days about which the map speaks, and those on which what it shows became something else. */
function statesOf(map: MapPlan): { readonly days: Day[]; readonly known: Day[] } {
  const held = states.get(map.id);
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
  const found = { days: mapDays(library, flows), known };
  states.set(map.id, found);
  return found;
}

const mapOf = (id: string): MapPlan =>
  situation.maps.find((map) => map.id === id) ?? error(404, 'There is no map of this name.');

function stateOf(map: MapPlan, name: string | null): State {
  if (name === null) return { name: '', asOf: null, known: newest };
  const { days, known } = statesOf(map);
  const isKnown = name.startsWith(KNOWN);
  const text = isKnown ? name.slice(KNOWN.length) : name;
  const day = (isKnown ? known : days).find((one) => one === text);
  if (!day) error(404, 'The map has no such day.');
  return isKnown ? { name, asOf: null, known: day } : { name, asOf: day, known: newest };
}

export const mapEntries = () => situation.maps.map(({ id }) => ({ map: id }));

export const stateEntries = () =>
  situation.maps.flatMap((map) => {
    const { days, known } = statesOf(map);
    return [...days, ...known.map((day) => `${KNOWN}${day}`)].map((state) => ({
      map: map.id,
      state,
    }));
  });

function itemsOf(map: MapPlan, { asOf, known }: State): MapItem[] {
  return mapItems(asKnownOn(library, known), mapFlows(library, map), asOf);
}

/** The figures of a state, as its files have them. */
export function stateFigures(id: string, name: string) {
  const map = mapOf(id);
  const ids = new Set(itemsOf(map, stateOf(map, name)).map(({ standing }) => standing.figure.id));
  // With every caveat known today: a file travels without the page that says as known on which day it is.
  return library.figures.filter((figure) => ids.has(figure.id));
}

/** All that one page of the flow map shows; without `name` the newest state. */
export function flowsPage(id: string, name: string | null) {
  const map = mapOf(id);
  const state = stateOf(map, name);
  const known = asKnownOn(library, state.known);
  const items = itemsOf(map, state);
  const { days, known: knownDays } = statesOf(map);
  const entries = items.map((item) => ({
    item,
    others: othersOf(library, known, item, state.asOf),
    earlier: earlierOf(library, item.standing.figure, state.known, EARLIER),
  }));
  const first = map.places[0];
  // The same place by every measure, as this state has it: why the three are not one.
  const apart = situation.maps.flatMap((other) => {
    const flows = mapFlows(library, other).filter(
      ({ direction, place }) => direction === 'out' && place.id === first?.id,
    );
    return mapItems(known, flows, state.asOf)
      .filter(({ isBeside }) => !isBeside)
      .slice(0, 1);
  });
  const figures = [
    ...entries.flatMap(({ item, others, earlier }) => [
      item.standing.figure,
      ...item.standing.alsoSaid,
      ...others.map(({ figure }) => figure),
      ...earlier,
    ]),
    ...apart.map(({ standing }) => standing.figure),
  ];
  const drawn = drawMap(items, shapeOf(map), layout(map), state.asOf);
  return {
    situation: situation.id,
    title: situation.title,
    country: situation.country,
    maps: situation.maps.map((one) => ({ id: one.id, label: one.label })),
    map: { id: map.id, label: map.label },
    first: map.id === situation.maps[0]?.id,
    state,
    drawn,
    base: baseMap(situation, frame),
    own:
      name === null
        ? addresses.flowMap(situation.id, map.id)
        : addresses.flowState(situation.id, map.id, name),
    entries,
    apart: apart.map(({ standing }) => standing.figure),
    notes: notesOf(figures),
    days,
    knownDays,
  };
}
