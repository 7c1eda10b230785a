import type { CounterPlan, Figure, Library } from '#lib/records/model.ts';
import { dayNumber, lastDayOf } from '#lib/values/day.ts';
import type { Known, Standing } from './known.ts';
import { bySpeaker } from './speakers.ts';
import type { ShownCounter } from './summary.ts';

/** In the situation's order; a counter of which nothing is known yet is left out. */
export function shownCounters(library: Library, known: Known): ShownCounter[] {
  return library.situation.counters
    .map((plan) => shownCounter(library, known, plan))
    .filter(({ headline, claims }) => headline !== null || claims.length > 0);
}

function shownCounter(library: Library, known: Known, plan: CounterPlan): ShownCounter {
  const within = library.situation.claimsWithinDays;
  const planned = known.latest(plan.headline);
  const verified = planned && verifiedInstead(planned, claimsBeside(planned, known, plan, within));
  const headline = verified ?? planned;
  // What steps back is a claim like the others.
  const competing =
    verified && planned ? { ...plan, claims: [...plan.claims, planned.figure.series] } : plan;
  return {
    plan,
    headline,
    parts: headline ? partsOf(headline.figure, known, plan, within) : [],
    claims: claimsBeside(headline, known, competing, within).sort((a, b) =>
      bySpeaker(library)(a.figure, b.figure),
    ),
  };
}

/**
 * A party's number never stands as the headline where somebody who is none verified the same: that one takes its
 * place. Null where the headline is no party's, or nobody verified anything.
 */
function verifiedInstead({ figure }: Standing, claims: readonly Standing[]): Standing | null {
  if (!figure.definition.publisher.isParty) return null;
  const verified = claims.find(
    ({ figure: other }) =>
      other.verification === 'verified' &&
      !other.definition.publisher.isParty &&
      other.measure.id === figure.measure.id,
  );
  return verified ?? null;
}

/** How long the part named first is still worth a look when newer counts come without any part. */
const OLDER_PART_DAYS = 366;

/**
 * The parts that speak of the headline's days, or of days shortly before. Where there is none, the one named first
 * with its own, older day, so that "children among them" does not fall silent; beside newer parts it would only
 * look smaller than they are. What is newer than the headline is no part of it.
 */
function partsOf(
  headline: Figure,
  known: Known,
  { parts }: CounterPlan,
  within: number,
): ShownCounter['parts'] {
  const found = parts.flatMap(({ label, series }) => {
    const standing = known.latest(series);
    const before = standing ? daysFrom(standing.figure, headline) : -1;
    return standing && before >= 0 ? [{ label, standing, before }] : [];
  });
  const recent = found.filter(({ before }) => before <= within);
  const shown = recent.length > 0 ? recent : found.slice(0, 1);
  return shown
    .filter(({ before }) => before <= OLDER_PART_DAYS)
    .map(({ label, standing }) => ({ label, standing }));
}

/** Of each series the latest as-of, unless the headline is much newer. Without a headline nothing is too old. */
function claimsBeside(
  headline: Standing | null,
  known: Known,
  plan: CounterPlan,
  within: number,
): Standing[] {
  const series = [...new Set(plan.claims)].filter((id) => id !== headline?.figure.series);
  return series.flatMap((id) => {
    const claim = known.latest([id]);
    if (!claim) return [];
    const before = headline ? daysFrom(claim.figure, headline.figure) : 0;
    return before <= within ? [claim] : [];
  });
}

/** Days from the as-of of `a` to that of `b`; a month speaks for its last day. */
export function daysFrom(a: Figure, b: Figure): number {
  return dayNumber(lastDayOf(b.asOf)) - dayNumber(lastDayOf(a.asOf));
}
