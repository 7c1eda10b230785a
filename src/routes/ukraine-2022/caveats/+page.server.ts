import { library } from '#lib/server/library.ts';
import { caveatUses } from '#lib/views/sources.ts';

/** Every caveat, the gravest first, with the series it is on. */
export const load = () => ({
  situation: library.situation.id,
  title: library.situation.title,
  uses: caveatUses(library),
});
