import { error } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { seriesLife } from '#lib/views/series-page.ts';
import { allSeries } from '#lib/views/series.ts';
import { emptiedSeries, withdrawnOf } from '#lib/views/withdrawn.ts';
import { chartSnippet } from '#routes/embed-charts.server.ts';
import { seriesSnippet } from '#routes/embeds.server.ts';
import { chartCaptions } from '#routes/series-chart.server.ts';
import { cited } from '#routes/cited.server.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { readAt, written } from '#routes/read-at.server.ts';
import { seriesImage } from '#routes/share.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

const series = allSeries(library);

/** A series of which every figure was withdrawn keeps its address. */
export const entries: EntryGenerator = () =>
  [...series.keys(), ...emptiedSeries(library)].map((id) => ({ series: id }));

export const load: PageServerLoad = ({ params }) => {
  const found = series.get(params.series);
  const withdrawn = withdrawnOf(library, { series: params.series });
  if (!found && withdrawn.length === 0) error(404, 'There is no series of this name.');
  const life = found ? seriesLife(library, found) : null;
  return {
    situation: library.situation.id,
    withdrawn,
    life: life && {
      ...life,
      charts: chartCaptions(life.series.id),
      read: life.latest && readAt(life.latest),
      cited: cited('series', life.series.id),
      embeds: { figure: seriesSnippet(life.series.id), chart: chartSnippet(life.series.id) },
      share: {
        url: written(addresses.series(library.situation.id, life.series.id)),
        image: seriesImage(life.series.id),
      },
    },
  };
};
