import type { Figure, Library } from '#lib/records/model.ts';
import type { ShownFlow } from './summary.ts';

/**
 * What one publication alone would draw: of each destination of the situation's map the first of these figures
 * that is a flow there, in the situation's order. A word is a flow too.
 */
export function flowsAmong({ situation }: Library, figures: readonly Figure[]): ShownFlow[] {
  return situation.flows.flatMap(({ place, series }) => {
    const figure = figures.find((one) => series.includes(one.series));
    return figure ? [{ place, standing: { figure, alsoSaid: [] } }] : [];
  });
}
