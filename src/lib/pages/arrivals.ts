import { error } from '@sveltejs/kit';
import { groundOf } from '#lib/drawing/base-map.ts';
import { drawingsOf } from '#lib/drawing/chart/drawn.ts';
import { layoutFor, shapeOf } from '#lib/drawing/flows/layouts.ts';
import { drawMap } from '#lib/drawing/flows/map.ts';
import { arrivalIn, arrivals } from '#lib/views/arrivals.ts';
import { newestDay } from '#lib/views/days.ts';
import { listed } from '#lib/views/questions.ts';
import { seriesChartsOf } from './series-chart.ts';
import { nameAndTitle, perSituation } from './situations.ts';

/** The pages of the places of arrival of a situation. */
export const arrivalsOf = perSituation((library) => {
  const { situation } = library;
  const newest = newestDay(library);
  const { overTimeOf } = seriesChartsOf(situation.id);

  /** What is known now of the place that has this name in addresses, or 404. */
  function arrivalPage(name: string) {
    const place = arrivals(library).get(name) ?? error(404, 'There is no such place of arrival.');
    const { series, ...arrival } = arrivalIn(library, place, newest);
    const [first] = arrival.counted;
    const map = situation.maps.find(({ id }) => id === first?.map);
    return {
      ...nameAndTitle(library),
      ...arrival,
      day: newest,
      series: listed(library, series),
      // Their numbers are on the page of the series, each with all that belongs to it.
      charts: arrival.counted.map(({ item }) => {
        const { scene, caption } = overTimeOf(item.standing.figure.series);
        return { drawings: drawingsOf(scene, false), alt: caption.alt };
      }),
      // The way to it alone, on the ground and the scale of its map.
      map: map &&
        first && {
          id: map.id,
          drawn: drawMap([first.item], shapeOf(map), layoutFor(library, map)),
          base: groundOf(library, map.frame),
        },
      places: [...arrivals(library)].map(([slug, { label }]) => ({ slug, label })),
    };
  }

  return { arrivalPage };
});
