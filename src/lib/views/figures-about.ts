import type { Figure } from '#lib/records/model.ts';
import type { Thing } from '#lib/records/things.ts';

/** The figures that readers see otherwise when this thing of the seeds is changed. */
export function figuresAbout(figures: readonly Figure[], thing: Thing, id: string): Figure[] {
  return figures.filter((figure) => names(figure, thing, id));
}

function names(figure: Figure, thing: Thing, id: string): boolean {
  const { source, measure, population, place, origin, definition, caveats } = figure;
  switch (thing) {
    case 'figure':
      return figure.id === id;
    case 'source':
    case 'table':
      return source.id === id;
    case 'measure':
      return measure.id === id;
    case 'population':
      return population.id === id;
    case 'place':
      return place.id === id || origin.id === id;
    case 'definition':
      return definition.id === id;
    case 'publisher':
      return definition.publisher.id === id || source.publisher.id === id;
    case 'break':
      return definition.breaks.some((one) => one.id === id);
    case 'caveat':
      return caveats.some(({ code }) => code === id);
    case 'address':
    case 'event':
    case 'correction':
      return false;
  }
}
