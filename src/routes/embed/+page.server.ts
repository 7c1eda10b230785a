import { libraries } from '#lib/server/library.ts';
import { newestDay } from '#lib/views/days.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { embedFlowsOf } from '#lib/pages/embed-flows.ts';
import { embedsOf } from '#lib/pages/embeds.ts';
import { flowsOf } from '#lib/pages/flows.ts';
import { isExport } from '#lib/server/mode.ts';
import { onlySituation } from '#lib/pages/situations.ts';
import type { PageServerLoad } from './$types';

/** What embeds are, with those of every counter and map. */
export const load: PageServerLoad = () => ({
  mode: isExport ? ('export' as const) : ('server' as const),
  situation: onlySituation,
  situations: libraries.map((library) => {
    const { situation } = library;
    const now = { asOf: null, known: newestDay(library), isNow: true };
    return {
      id: situation.id,
      title: situation.title,
      counters: situation.counters.map(({ id, label }) => ({
        label,
        address: addresses.embedCounter(situation.id, id),
        snippet: embedsOf(situation.id).counterSnippet(id),
      })),
      maps: situation.maps.map((map) => ({
        label: flowsOf(situation.id).nameOfMap(map),
        address: addresses.embedFlows(situation.id, map.id, ''),
        snippet: embedFlowsOf(situation.id).flowsSnippet(map.id, now),
      })),
    };
  }),
});
