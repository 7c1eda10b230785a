import { error } from '@sveltejs/kit';
import { itemsAmong, mapFlows } from '#lib/views/map-flows.ts';
import { notesOf } from '#lib/views/notes.ts';
import { figuresOf } from '#lib/views/sources.ts';
import { withdrawnOf } from '#lib/views/withdrawn.ts';
import { citationsOf } from '#lib/pages/cited.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { mapWords } from '#lib/wording/map-words.ts';
import { texts } from '#lib/wording/texts.ts';
import { firstMap } from '#lib/pages/first-map.ts';
import { written } from '#lib/pages/written.ts';
import { perSituation } from '#lib/pages/situations.ts';
import type { PageServerLoad } from './$types';

const foundIn = perSituation((library) => {
  const [map] = library.situation.maps;
  return {
    library,
    flows: map ? mapFlows(library, map) : [],
    sources: new Map(library.sources.map((source) => [source.id, source])),
  };
});

export const load: PageServerLoad = ({ params }) => {
  const { library, flows, sources } = foundIn(params.situation);
  const source = sources.get(params.source) ?? error(404, 'There is no source of this name.');
  const figures = figuresOf(library, source);
  return {
    situation: library.situation.id,
    source,
    figures,
    events: library.events.filter((event) => event.source.id === source.id),
    map: firstMap(library, itemsAmong(figures, flows)),
    words: mapWords(library),
    notes: notesOf(figures, [source]),
    withdrawn: withdrawnOf(library, { source: source.id }),
    table: library.tables.some((table) => table.source.id === source.id)
      ? Object.entries(texts.sourcePage.tableFormats).map(([format, label]) => ({
          label,
          address: addresses.table(library.situation.id, source.id, format),
        }))
      : [],
    cited: citationsOf(params.situation).cited('sources', source.id),
    url: written(addresses.source(library.situation.id, source.id)),
  };
};
