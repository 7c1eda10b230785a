import { library } from '#lib/server/library.ts';

/** The words, the publishers with their part, and the definitions of the first situation. */
export const load = () => ({
  situation: library.situation.id,
  publishers: [...library.publishers.values()].sort((a, b) => a.order - b.order),
  measures: [...library.measures.values()],
  definitions: [...library.definitions.values()],
});
