import { error } from '@sveltejs/kit';
import { baseMap } from '#lib/drawing/base-map.ts';
import { layoutFor, shapeOf } from '#lib/drawing/flows/layouts.ts';
import { drawMap } from '#lib/drawing/flows/map.ts';
import { seriesPictureSize } from '#lib/drawing/series/drawn-series.ts';
import { arrivalIn, arrivals } from '#lib/views/arrivals.ts';
import { newestDay } from '#lib/views/days.ts';
import { listed } from '#lib/views/questions.ts';
import { nameAndTitle, perSituation } from './situations.ts';

/** The pages of the places of arrival of a situation. */
export const arrivalsOf = perSituation((library) => {
  const { situation } = library;
  const newest = newestDay(library);

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
      pictureSize: seriesPictureSize,
      // The way to it alone, on the ground and the scale of its map.
      map: map &&
        first && {
          id: map.id,
          drawn: drawMap([first.item], shapeOf(map), layoutFor(library, map)),
          base: baseMap(situation, map.frame),
        },
      places: [...arrivals(library)].map(([slug, { label }]) => ({ slug, label })),
    };
  }

  return { arrivalPage };
});
