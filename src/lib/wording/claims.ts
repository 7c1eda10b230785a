import type { Figure } from '#lib/records/model.ts';
import { sameAmount } from '#lib/views/precedence.ts';
import { texts } from './texts.ts';

/**
 * Why a claim and the figure above it do not answer one question: what and whom they count, where, for which dates,
 * and how it is known. What differs in a word names both.
 */
export function whyDiffers(claim: Figure, headline: Figure): string {
  const { other } = texts.differs;
  const ways = [
    claim.measure.id !== headline.measure.id
      ? apart(claim.measure.phrase, headline.measure.phrase, other.measure)
      : null,
    claim.population.id !== headline.population.id && claim.population.id !== claim.measure.id
      ? apart(claim.population.phrase, headline.population.phrase, other.population)
      : null,
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

const apart = (one: string, two: string, otherwise = ''): string =>
  one === two ? otherwise : `${one}, ${texts.differs.not} ${two}`;
