import { error } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { chartCaptions } from '#routes/series-chart.server.ts';
import { notesOf } from '#lib/views/notes.ts';
import { allSeries, neighbouringSeries } from '#lib/views/series.ts';
import { vintagesOf } from '#lib/views/vintages.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

const series = allSeries(library);

export const entries: EntryGenerator = () => [...series.keys()].map((id) => ({ series: id }));

export const load: PageServerLoad = ({ params }) => {
  const found = series.get(params.series) ?? error(404, 'There is no series of this name.');
  return {
    situation: library.situation.id,
    series: found,
    rows: vintagesOf(library, found),
    notes: notesOf(found.figures),
    charts: chartCaptions(found.id),
    beside: neighbouringSeries(library, found),
  };
};
