import type { Definition, Figure, Library } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { knowing } from '#lib/views/knowing.ts';
import { knownFrom } from '#lib/views/vintage.ts';

/**
 * The library as it would be if nothing had happened after `day`: no later publication, event, break or caveat, and
 * no rule that knows of its end or of the one that took its place. Our own corrections stay: they mend what we wrote.
 */
export function cutOff(library: Library, day: Day): Library {
  const definitions = new Map<string, Definition>();
  for (const [id, definition] of library.definitions) {
    const replaced = definition.breakDay !== null && definition.breakDay <= day;
    definitions.set(id, {
      ...definition,
      until: definition.until !== null && definition.until <= day ? definition.until : null,
      ...(replaced ? {} : { replaces: null, breakDay: null, breakReason: null }),
      breaks: definition.breaks.filter((one) => one.day <= day),
    });
  }
  const isKnown = ({ source }: Pick<Figure, 'source'>) => knownFrom(source) <= day;
  return {
    ...library,
    definitions,
    sources: library.sources.filter((source) => knownFrom(source) <= day),
    figures: library.figures.filter(isKnown).map((figure) => ({
      ...knowing(figure, day),
      definition: definitions.get(figure.definition.id) ?? figure.definition,
    })),
    events: library.events.filter((event) => event.day <= day && isKnown(event)),
    breaks: library.breaks.filter((one) => one.day <= day),
  };
}
