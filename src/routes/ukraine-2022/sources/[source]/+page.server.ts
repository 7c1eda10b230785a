import { error } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { itemsAmong, mapFlows } from '#lib/views/map-flows.ts';
import { notesOf } from '#lib/views/notes.ts';
import { figuresOf } from '#lib/views/sources.ts';
import { withdrawnOf } from '#lib/views/withdrawn.ts';
import { cited } from '#routes/cited.server.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { firstMap } from '#routes/first-map.server.ts';
import { written } from '#routes/read-at.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

const [map] = library.situation.maps;
const flows = map ? mapFlows(library, map) : [];
const sources = new Map(library.sources.map((source) => [source.id, source]));

export const entries: EntryGenerator = () => [...sources.keys()].map((source) => ({ source }));

export const load: PageServerLoad = ({ params }) => {
  const source = sources.get(params.source) ?? error(404, 'There is no source of this name.');
  const figures = figuresOf(library, source);
  return {
    situation: library.situation.id,
    source,
    figures,
    events: library.events.filter((event) => event.source.id === source.id),
    map: firstMap(itemsAmong(figures, flows)),
    notes: notesOf(figures, [source]),
    withdrawn: withdrawnOf(library, { source: source.id }),
    cited: cited('sources', source.id),
    url: written(addresses.source(library.situation.id, source.id)),
  };
};
