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
  const headline = known.latest(plan.headline);
  return {
    plan,
    headline,
    parts: headline ? partsOf(headline.figure, known, plan, within) : [],
    claims: claimsBeside(headline, known, plan, within).sort((a, b) =>
      bySpeaker(library)(a.figure, b.figure),
    ),
  };
}

/** How long the part named first is still worth a look when newer counts come without it. */
const OLDER_PART_DAYS = 366;

/**
 * A part of a much older count says little of this whole; only the one named first is then still given, with its
 * own day, so that "children among them" does not fall silent.
 */
function partsOf(
  headline: Figure,
  known: Known,
  { parts }: CounterPlan,
  within: number,
): ShownCounter['parts'] {
  return parts.flatMap(({ label, series }, index) => {
    const standing = known.latest(series);
    const most = index === 0 ? OLDER_PART_DAYS : within;
    return standing && daysFrom(standing.figure, headline) <= most ? [{ label, standing }] : [];
  });
}

/** Of each series the latest as-of. Without a headline nothing says which claims are too old. */
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
    const apart = headline ? Math.abs(daysFrom(claim.figure, headline.figure)) : 0;
    return apart <= within ? [claim] : [];
  });
}

/** Days from the as-of of `a` to that of `b`; a month speaks for its last day. */
function daysFrom(a: Figure, b: Figure): number {
  return dayNumber(lastDayOf(b.asOf)) - dayNumber(lastDayOf(a.asOf));
}
