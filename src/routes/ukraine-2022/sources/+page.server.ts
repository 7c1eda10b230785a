import { library } from '#lib/server/library.ts';
import { figuresOf } from '#lib/views/sources.ts';

/** Every publication, newest first, with how many figures were taken from it. */
export const load = () => ({
  situation: library.situation.id,
  title: library.situation.title,
  sources: library.sources
    .map((source) => ({ source, count: figuresOf(library, source).length }))
    .toReversed(),
});
