import type { Figure } from '#lib/records/model.ts';
import { sameAmount } from '#lib/views/precedence.ts';
import { texts } from './texts.ts';

/**
 * Why claims of one speaker and the figure above them do not answer one question: what and whom they count, where, for
 * which dates, and how it is known. What differs in a word names both. The claims may count different people.
 */
export function whyDiffers(claims: readonly [Figure, ...Figure[]], headline: Figure): string {
  const [claim] = claims;
  const { other } = texts.differs;
  const ways = [
    claim.measure.id !== headline.measure.id
      ? apart(claim.measure.phrase, headline.measure.phrase, other.measure)
      : null,
    ...new Set(claims.map((one) => otherPeople(one, headline))),
    claim.place.id !== headline.place.id ? other.place : null,
    claim.asOf !== headline.asOf || claim.periodStart !== headline.periodStart
      ? other.period
      : null,
    claim.verification !== headline.verification
      ? apart(texts.verification[claim.verification], texts.verification[headline.verification])
      : null,
  ].filter((way) => way !== null);
  if (ways.length === 0)
    return sameAmount(claim.amount, headline.amount)
      ? texts.differs.same
      : texts.differs.onlySpeaker;
  return `${texts.differs.begins} ${ways.join('; ')}.`;
}

/** Whose number is repeated, and in which other word for the people. */
export function repeatsText(claim: Figure, repeated: Figure | undefined): string {
  if (!repeated) return '';
  const { begins, dates } = texts.differs.repeats;
  const people =
    claim.population.id === repeated.population.id
      ? ''
      : `; ${apart(claim.population.phrase, repeated.population.phrase)}`;
  return `${begins} ${repeated.definition.publisher.name} ${dates}${people}.`;
}

/** Of a part of the people above only that part is named: children are civilians. Null for the same people. */
function otherPeople({ population, measure }: Figure, headline: Figure): string | null {
  if (population.id === headline.population.id || population.id === measure.id) return null;
  return population.partOf.includes(headline.population.id)
    ? `${population.phrase} ${texts.differs.only}`
    : apart(population.phrase, headline.population.phrase, texts.differs.other.population);
}

const apart = (one: string, two: string, otherwise = ''): string =>
  one === two ? otherwise : `${one}, ${texts.differs.not} ${two}`;
