import type { Definition, Library, Publisher } from '#lib/records/model.ts';
import { byPlace } from './speakers.ts';

/** What the figures of some situations use, each once. */
export interface ShownWords {
  /** In the order in which speakers are shown. */
  readonly publishers: readonly Publisher[];
  /** By publisher, and of one publisher in the order of the seeds. */
  readonly definitions: readonly Definition[];
}

/**
 * The publishers and definitions by which figures of these situations are counted. Two situations can say different
 * things under one id: both are listed. A word that only another situation uses is not.
 */
export function shownWords(
  libraries: readonly Pick<Library, 'figures' | 'sources' | 'definitions' | 'tables'>[],
): ShownWords {
  const publishers = new Map<string, Publisher>();
  const definitions = new Map<string, Definition>();
  for (const library of libraries) {
    const used = new Set(library.figures.map(({ definition }) => definition.id));
    for (const one of library.definitions.values())
      // The rows of a table are not here; they may use any.
      if (used.has(one.id) || library.tables.length > 0)
        definitions.set(`${one.publisher.name} ${one.label} ${one.text}`, one);
    const speakers = [...library.sources, ...library.figures.map(({ definition }) => definition)];
    for (const { publisher } of speakers) publishers.set(publisher.name, publisher);
  }
  return {
    publishers: [...publishers.values()].sort(byPlace),
    definitions: [...definitions.values()].sort((a, b) => byPlace(a.publisher, b.publisher)),
  };
}
