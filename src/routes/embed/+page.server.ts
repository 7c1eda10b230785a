import { library } from '#lib/server/library.ts';
import { newestDay } from '#lib/views/days.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { flowsSnippet } from '#routes/embed-flows.server.ts';
import { counterSnippet } from '#routes/embeds.server.ts';
import { nameOfMap } from '#routes/flows.server.ts';
import type { PageServerLoad } from './$types';

/** What embeds are, with those of every counter and map. */
export const load: PageServerLoad = () => {
  const { situation } = library;
  const now = { asOf: null, known: newestDay(library), isNow: true };
  return {
    situation: situation.id,
    counters: situation.counters.map(({ id, label }) => ({
      label,
      address: addresses.embedCounter(situation.id, id),
      snippet: counterSnippet(id),
    })),
    maps: situation.maps.map((map) => ({
      label: nameOfMap(map),
      address: addresses.embedFlows(situation.id, map.id, ''),
      snippet: flowsSnippet(map.id, now),
    })),
  };
};
