import { library } from '#lib/server/library.ts';
import { allSeries } from '#lib/views/series.ts';

/** Every series, without its figures. */
export const load = () => ({
  situation: library.situation.id,
  title: library.situation.title,
  series: [...allSeries(library).values()].map(({ figures, ...series }) => ({
    ...series,
    count: figures.length,
  })),
});
