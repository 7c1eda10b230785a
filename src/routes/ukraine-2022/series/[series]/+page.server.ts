import { error } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { newestDay } from '#lib/views/days.ts';
import { seriesLife } from '#lib/views/series-page.ts';
import { allSeries } from '#lib/views/series.ts';
import { emptiedSeries, withdrawnOf } from '#lib/views/withdrawn.ts';
import { chartCaptions } from '#routes/series-chart.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

const series = allSeries(library);

/** A series of which every figure was withdrawn keeps its address. */
export const entries: EntryGenerator = () =>
  [...series.keys(), ...emptiedSeries(library)].map((id) => ({ series: id }));

export const load: PageServerLoad = ({ params }) => {
  const found = series.get(params.series);
  const withdrawn = withdrawnOf(library, { series: params.series });
  if (!found && withdrawn.length === 0) error(404, 'There is no series of this name.');
  return {
    situation: library.situation.id,
    newest: newestDay(library),
    withdrawn,
    life: found ? { ...seriesLife(library, found), charts: chartCaptions(found.id) } : null,
  };
};
