import { error } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { newestDay } from '#lib/views/days.ts';
import { seriesLife } from '#lib/views/series-page.ts';
import { allSeries } from '#lib/views/series.ts';
import { chartCaptions } from '#routes/series-chart.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

const series = allSeries(library);

export const entries: EntryGenerator = () => [...series.keys()].map((id) => ({ series: id }));

export const load: PageServerLoad = ({ params }) => ({
  situation: library.situation.id,
  newest: newestDay(library),
  charts: chartCaptions(params.series),
  ...seriesLife(
    library,
    series.get(params.series) ?? error(404, 'There is no series of this name.'),
  ),
});
