import type { Figure } from '#lib/records/model.ts';
import { sameAmount } from '#lib/views/precedence.ts';
import { texts } from './texts.ts';

/**
 * Why a claim and the number above it are not two answers to one question: whom they count, where, of which days,
 * and how it is known. One sentence; null where the two differ in nothing but who says so.
 */
export function whyDiffers(claim: Figure, headline: Figure): string | null {
  const { other } = texts.differs;
  const ways = [
    claim.measure.id !== headline.measure.id ? `${other.measure} (${claim.measure.phrase})` : null,
    claim.population.id !== headline.population.id && claim.population.id !== claim.measure.id
      ? `${other.population} (${claim.population.phrase})`
      : null,
    claim.place.id !== headline.place.id ? other.place : null,
    claim.asOf !== headline.asOf || claim.periodStart !== headline.periodStart
      ? other.period
      : null,
    claim.verification !== headline.verification
      ? `${other.proof} (${texts.verification[claim.verification]})`
      : null,
  ].filter((way) => way !== null);
  if (ways.length === 0)
    return sameAmount(claim.amount, headline.amount)
      ? texts.differs.same
      : texts.differs.onlySpeaker;
  return `${texts.differs.begins} ${ways.join(', ')}.`;
}
