import { regionOf } from '#lib/drawing/base-map.ts';
import { libraries, library } from '#lib/server/library.ts';
import { policyOf } from '#lib/views/policy.ts';
import { citationsOf } from '#lib/pages/cited.ts';
import { onlySituation } from '#lib/pages/situations.ts';

const frames = libraries.flatMap(({ situation: { id, frames: own } }) =>
  own.map((frame) => ({ situation: id, frame })),
);

/** The words, the publishers with their part and the definitions, which all situations share, and the maps of all. */
export const load = () => ({
  situation: onlySituation,
  situations: libraries.map(({ situation: { id, title } }) => ({ id, title })),
  publishers: [...library.publishers.values()].sort((a, b) => a.order - b.order),
  measures: [...library.measures.values()],
  cited: libraries.flatMap(({ situation: { id, title } }) =>
    citationsOf(id)
      .citedPages()
      .map((page) =>
        onlySituation === null ? { ...page, label: `${title}: ${page.label}` } : page,
      ),
  ),
  definitions: [...library.definitions.values()],
  maps: {
    atlases: [
      ...new Set(frames.map(({ situation, frame }) => regionOf(situation, frame.id).atlas)),
    ],
    frames: frames.map(({ frame }) => frame),
    policy: policyOf(library),
  },
});
