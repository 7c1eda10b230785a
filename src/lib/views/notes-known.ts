import type { Figure } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { caveatKey, definitionKey, sourceKey } from './notes.ts';
import { knownFrom } from './vintage.ts';

/** For each note of these figures the first day on which one of them carried it, by the note's key. */
export function notesKnownFrom(figures: Iterable<Figure>): Readonly<Record<string, Day>> {
  const from = new Map<string, Day>();
  const note = (key: string, day: Day) => {
    const held = from.get(key);
    if (held === undefined || day < held) from.set(key, day);
  };
  for (const figure of figures) {
    const day = knownFrom(figure.source);
    note(sourceKey(figure.source), day);
    note(definitionKey(figure.definition), day);
    for (const caveat of figure.caveats) {
      const later = figure.caveatsFrom[caveat.code];
      note(caveatKey(caveat), later !== undefined && later > day ? later : day);
    }
  }
  return Object.fromEntries(from);
}
