import { error } from '@sveltejs/kit';
import { seriesLife } from '#lib/views/series-page.ts';
import { allSeries } from '#lib/views/series.ts';
import { withdrawnOf } from '#lib/views/withdrawn.ts';
import { embedChartsOf } from '#lib/pages/embed-charts.ts';
import { embedsOf, oembedOf } from '#lib/pages/embeds.ts';
import { seriesChartsOf } from '#lib/pages/series-chart.ts';
import { citationsOf } from '#lib/pages/cited.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { readingOf } from '#lib/pages/read-at.ts';
import { written } from '#lib/pages/written.ts';
import { sharesOf } from '#lib/pages/share.ts';
import { libraryOf } from '#lib/pages/situations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
  const library = libraryOf(params.situation);
  const found = allSeries(library).get(params.series);
  const withdrawn = withdrawnOf(library, { series: params.series });
  if (!found && withdrawn.length === 0) error(404, 'There is no series of this name.');
  const charts = found ? seriesChartsOf(params.situation).chartsShown(found.id) : [];
  const life = found
    ? seriesLife(
        library,
        found,
        charts.flatMap(({ caption }) => caption.figures),
      )
    : null;
  return {
    situation: library.situation.id,
    withdrawn,
    life: life && {
      ...life,
      charts,
      read: life.latest && readingOf(params.situation).readAt(life.latest),
      cited: citationsOf(params.situation).cited('series', life.series.id),
      embeds: {
        figure: embedsOf(params.situation).seriesSnippet(life.series.id),
        chart: embedChartsOf(params.situation).chartSnippet(life.series.id),
      },
      oembed: [
        addresses.embedSeries(library.situation.id, life.series.id),
        addresses.embedChart(library.situation.id, life.series.id, null),
      ].flatMap((embed) => oembedOf(embed) ?? []),
      share: {
        url: written(addresses.series(library.situation.id, life.series.id)),
        image: sharesOf(params.situation).seriesImage(life.series.id),
      },
    },
  };
};
