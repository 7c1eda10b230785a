import { error } from '@sveltejs/kit';
import { firstBaseMap } from '#lib/drawing/base-map.ts';
import { flowMap } from '#lib/drawing/flow-map.ts';
import { library } from '#lib/server/library.ts';
import { flowsAmong } from '#lib/views/flows.ts';
import { notesOf } from '#lib/views/notes.ts';
import { figuresOf } from '#lib/views/sources.ts';
import { withdrawnOf } from '#lib/views/withdrawn.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

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
    base: firstBaseMap(library.situation),
    map: flowMap(flowsAmong(library, figures)),
    notes: notesOf(figures, [source]),
    withdrawn: withdrawnOf(library, { source: source.id }),
  };
};
