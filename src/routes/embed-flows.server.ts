import { library } from '#lib/server/library.ts';
import { knownDaysOf } from '#lib/views/map-states.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { embedTexts, type Framed } from '#lib/wording/embeds.ts';
import { flowTexts, stateTitle } from '#lib/wording/flows.ts';
import { frameOf, framed } from '#routes/embeds.server.ts';
import { drawnState, nameOfMap } from '#routes/flows.server.ts';

const { situation } = library;

/** A state of a map; without `name` the newest, which follows. */
export function flowsEmbed(id: string, name: string | null) {
  const { map, state, items, without, drawn, base, own } = drawnState(id, name);
  const keeps =
    name === null ? embedTexts.followsMap : state.isNow ? embedTexts.mapNow : embedTexts.frozenMap;
  const last = knownDaysOf(library, map, state.asOf).at(-1);
  const ids = new Set(items.map(({ standing }) => standing.figure.id));
  const changed = !state.isNow && last !== undefined && last > state.known;
  const corrected =
    !state.isNow &&
    library.corrections.some(({ thing, day }) => ids.has(thing) && day > state.known);
  const heading = `${flowTexts.heading}: ${nameOfMap(map)}`;
  return {
    situation: situation.id,
    frame: frameOf(
      `${heading}, ${stateTitle(state)}. ${situation.title}`,
      own,
      name === null ? addresses.embedFlows(situation.id, id, '') : null,
      keeps,
      state.known,
    ),
    heading,
    state,
    drawn,
    base,
    items,
    without,
    since:
      changed || corrected
        ? {
            changed,
            corrected,
            following: addresses.embedFlows(situation.id, id, state.asOf ?? ''),
          }
        : null,
  };
}

/** One state of a map to be copied; an empty `name` follows. */
export function framedFlows(id: string, name: string): Framed {
  const { map, state } = drawnState(id, name === '' ? null : name);
  return framed(
    addresses.embedFlows(situation.id, id, name),
    `${flowTexts.heading}: ${nameOfMap(map)}, ${stateTitle(state)}`,
    'map',
  );
}
