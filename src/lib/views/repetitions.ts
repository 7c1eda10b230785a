import type { Figure } from '#lib/records/model.ts';
import { numbersIn } from '#lib/values/amount.ts';
import type { FigureGroup } from './groups.ts';

/**
 * Of what several speakers say beside one number, in their order: each that gives, with all its numbers, only what an office
 * of a party named before it gives for the same dates. It is a repetition and no claim of its own, so it says whom it repeats.
 */
export function withRepetitions(groups: readonly FigureGroup[]): FigureGroup[] {
  return groups.map((group, at) => {
    const before = groups.slice(0, at).flatMap(({ figures }) => figures);
    const [first, ...rest] = group.figures.map((figure) =>
      before.find((earlier) => isRepeated(figure, earlier)),
    );
    const publisher = first?.definition.publisher.id;
    const isWhole = rest.every((one) => one && one.definition.publisher.id === publisher);
    return first && isWhole ? { ...group, repeats: first } : group;
  });
}

/** The same number, whatever its qualifier, by another office of a party: of the same people, or of all by another word. */
function isRepeated(figure: Figure, earlier: Figure): boolean {
  const [own, other] = [figure.definition.publisher, earlier.definition.publisher];
  if (!own.isParty || !other.isParty || own.id === other.id) return false;
  const isSame = (of: (one: Figure) => string) => of(figure) === of(earlier);
  const isWhole = ({ population }: Figure) => population.partOf.length === 0;
  const numbers = numbersIn(figure.amount);
  return (
    numbers.length > 0 &&
    isSame(({ amount }) => numbersIn(amount).join(' ')) &&
    isSame(({ measure, place, origin }) => `${measure.id} ${place.id} ${origin.id}`) &&
    isSame(({ periodStart, asOf }) => `${periodStart ?? ''} ${asOf}`) &&
    (isSame(({ population }) => population.id) || (isWhole(figure) && isWhole(earlier)))
  );
}
