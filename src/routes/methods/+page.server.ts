import { regionOf } from '#lib/drawing/base-map.ts';
import { library } from '#lib/server/library.ts';
import { policyOf } from '#lib/views/policy.ts';
import { citedPages } from '#routes/cited.server.ts';

const { id, frames } = library.situation;

/** The words, the publishers with their part, the definitions and the maps of the first situation. */
export const load = () => ({
  situation: id,
  publishers: [...library.publishers.values()].sort((a, b) => a.order - b.order),
  measures: [...library.measures.values()],
  cited: citedPages(),
  definitions: [...library.definitions.values()],
  maps: {
    atlases: [...new Set(frames.map((frame) => regionOf(id, frame.id).atlas))],
    frames,
    policy: policyOf(library),
  },
});
