import type { Day } from '#lib/values/day.ts';
import { newestDay } from '#lib/views/days.ts';
import { counterpart, knownDaysOf, type MapState } from '#lib/views/map-states.ts';
import { addresses, stateName } from '#lib/wording/addresses.ts';
import { embedTexts, type Framed } from '#lib/wording/embeds.ts';
import { flowTexts, stateTitle } from '#lib/wording/flows.ts';
import { embedsOf, framed, snippet } from './embeds.ts';
import { flowsOf } from './flows.ts';
import { perSituation } from './situations.ts';

/** The maps of a situation for other sites. */
export const embedFlowsOf = perSituation((library) => {
  const { situation } = library;
  const newest = newestDay(library);
  const { frameOf } = embedsOf(situation.id);
  const { drawnState, mapOf, nameOfMap } = flowsOf(situation.id);

  /** A state of a map; without `name` the newest, which follows. */
  function flowsEmbed(id: string, name: string | null) {
    const { map, state, items, without, drawn, base, own } = drawnState(id, name);
    const keeps =
      name === null
        ? embedTexts.followsMap
        : state.isNow
          ? embedTexts.mapNow
          : embedTexts.frozenMap;
    const last = knownDaysOf(library, map).at(-1);
    const ids = new Set(items.map(({ standing }) => standing.figure.id));
    const changed = !state.isNow && last !== undefined && last > state.known;
    const corrected =
      !state.isNow &&
      library.corrections.some(({ thing, day }) => ids.has(thing) && day > state.known);
    // The first map's newest state is found under the address of all maps.
    const isFirst = name === null && id === situation.maps[0]?.id;
    const heading = `${flowTexts.heading}: ${nameOfMap(map)}`;
    return {
      situation: situation.id,
      frame: frameOf(
        `${heading}, ${stateTitle(state)}. ${situation.title}`,
        isFirst ? addresses.flows(situation.id) : own,
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
              following: addresses.embedFlows(situation.id, id, ''),
            }
          : null,
    };
  }

  /** A map in its frame, about a day or the newest numbers; without `known` it follows. */
  function framedFlows(id: string, asOf: Day | null = null, known: Day | null = null): Framed {
    const state = { asOf, known: known ?? newest, isNow: known === null };
    return framed(
      addresses.embedFlows(situation.id, id, stateName(asOf, known)),
      `${flowTexts.heading}: ${nameOfMap(mapOf(id))}, ${stateTitle(state)}`,
      'map',
    );
  }

  /**
   * A state of a map to be copied: as it will be known and, where there is such a state of the same day, as it was known
   * that evening for good. Another day's would be another map than the page shows.
   */
  function flowsSnippet(id: string, state: MapState) {
    const { asOf } = state;
    const { evening } = counterpart(library, mapOf(id), state);
    const frozen = asOf === null || asOf === evening ? evening : null;
    return snippet(frozen && framedFlows(id, null, frozen), framedFlows(id, asOf));
  }

  /** A state by its name in addresses, in its frame; null follows. */
  function framedState(id: string, name: string | null): Framed {
    if (name === null) return framedFlows(id);
    const { state } = drawnState(id, name);
    return framedFlows(id, state.asOf, state.isNow ? null : state.known);
  }

  return { flowsEmbed, flowsSnippet, framedState };
});
