import { groundOf, pointsOf, regionOf } from '#lib/drawing/base-map.ts';
import { libraries } from '#lib/server/library.ts';
import { citationsOf } from '#lib/pages/cited.ts';
import { onlySituation } from '#lib/pages/situations.ts';
import { policyOf } from '#lib/views/policy.ts';
import { shownWords } from '#lib/views/shown-words.ts';

const frames = libraries.flatMap((library) =>
  library.situation.frames.map((frame) => ({ library, frame })),
);
/** The notes of all maps, each once. */
const notes = () => [
  ...new Map(
    frames
      .flatMap(({ library, frame }) => groundOf(library, frame).notes)
      .map((note) => [note.text, note]),
  ).values(),
];

/** The publishers with their part and the definitions that any situation uses, and the maps of all. */
export const load = () => ({
  situation: onlySituation,
  situations: libraries.map(({ situation: { id, title } }) => ({ id, title })),
  ...shownWords(libraries),
  cited: libraries.flatMap(({ situation: { id, title } }) =>
    citationsOf(id)
      .citedPages()
      .map((page) =>
        onlySituation === null ? { ...page, label: `${title}: ${page.label}` } : page,
      ),
  ),
  maps: {
    atlases: [
      ...new Set(
        frames.map(({ library, frame }) => regionOf(library.situation.id, frame.id).atlas),
      ),
    ],
    frames: frames.map(({ frame }) => frame),
    notes: notes(),
    policies: libraries
      .filter(({ situation }) => situation.frames.length > 0)
      .map(({ situation, mapPolicy, places }) => ({
        title: situation.title,
        policy: policyOf({
          places,
          mapPolicy: mapPolicy.filter((point) =>
            situation.frames.some((frame) => pointsOf(situation, frame, [point]).length > 0),
          ),
        }),
      })),
  },
});
