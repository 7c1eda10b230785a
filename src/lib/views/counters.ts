import type { CounterPlan, Figure, Library } from '#lib/records/model.ts';
import { dayNumber, lastDayOf, type Day } from '#lib/values/day.ts';
import { declaredSum } from './arithmetic.ts';
import type { Known, Standing } from './known.ts';
import { bySpeaker } from './speakers.ts';
import type { ShownCounter } from './summary.ts';
import { carries } from './unlike.ts';

/** Days after which a series has ended for a reader: what its counter shows gives way. */
const ENDED = 366;

/**
 * In the situation's order, those whose newest number is more than a year old after the others; a counter of which
 * nothing is known yet is left out.
 */
export function shownCounters(library: Library, known: Known): ShownCounter[] {
  const shown = library.situation.counters
    .map((plan) => shownCounter(library, known, plan))
    .filter(({ headline, claims }) => headline !== null || claims.length > 0);
  const isEnded = ({ headline }: ShownCounter) =>
    headline !== null && hasEnded(headline.figure, known.day);
  return [...shown.filter((one) => !isEnded(one)), ...shown.filter(isEnded)];
}

/** Whether a number is more than a year old on a day. */
const hasEnded = ({ asOf }: Figure, day: Day): boolean =>
  dayNumber(day) - dayNumber(lastDayOf(asOf)) > ENDED;

function shownCounter(library: Library, known: Known, plan: CounterPlan): ShownCounter {
  const within = library.situation.claimsWithinDays;
  const planned = known.latest(plan.headline);
  const instead =
    planned &&
    (verifiedInstead(planned, claimsBeside(planned, known, plan, within)) ??
      goesOn(planned, known, plan));
  const headline = instead ?? planned;
  // What steps back is a claim like the others.
  const competing =
    instead && planned ? { ...plan, claims: [...plan.claims, planned.figure.series] } : plan;
  const parts = headline ? partsOf(library, headline.figure, known, plan, within) : [];
  return {
    plan,
    headline,
    parts,
    added: headline ? addedUp(library, headline.figure, parts) : null,
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

/**
 * What a counter shows when its series ended more than a year ago: the newest number of the same people, measure and place
 * by somebody who is no party. Null while the series goes on, or where nobody goes on counting.
 */
function goesOn({ figure }: Standing, known: Known, plan: CounterPlan): Standing | null {
  if (!hasEnded(figure, known.day)) return null;
  const like = plan.claims.filter((series) => {
    const other = known.latest([series])?.figure;
    return (
      other !== undefined &&
      !hasEnded(other, known.day) &&
      !other.definition.publisher.isParty &&
      other.measure.id === figure.measure.id &&
      other.population.id === figure.population.id &&
      other.place.id === figure.place.id
    );
  });
  return known.latest(like);
}

/** How long the part named first is still worth a look when newer counts come without any part. */
const OLDER_PART_DAYS = 366;

/**
 * The parts that speak of the headline's days, or of days shortly before. Where there is none, the one named first
 * with its own, older day, so that "children among them" does not fall silent; beside newer parts it would only
 * look smaller than they are. What is newer than the headline is no part of it.
 */
function partsOf(
  { breaks }: Library,
  headline: Figure,
  known: Known,
  { parts }: CounterPlan,
  within: number,
): ShownCounter['parts'] {
  const found = parts.flatMap(({ label, series }) => {
    const standing = known.latest(series);
    if (!standing || isDropped(breaks, standing.figure, headline)) return [];
    const before = daysFrom(standing.figure, headline);
    return before >= 0 ? [{ label, standing, before }] : [];
  });
  const whole = besideTheirGroups(found, known, headline);
  const recent = whole.filter(({ before }) => before <= within);
  const shown = recent.length > 0 ? recent : whole.slice(0, 1);
  return shown
    .filter(({ before }) => before <= OLDER_PART_DAYS)
    .map(({ label, standing }) => ({ label, standing }));
}

/** Whether a break says that the definition of a part was dropped before that of the headline: then it is no part of it. */
const isDropped = (breaks: Library['breaks'], { definition }: Figure, headline: Figure): boolean =>
  breaks.some(
    ({ before, after }) =>
      before.includes(definition.id) &&
      after.includes(headline.definition.id) &&
      !before.includes(headline.definition.id),
  );

interface Part {
  readonly label: string;
  readonly standing: Standing;
  /** Days from its as-of to that of the headline. */
  readonly before: number;
}

/**
 * Those whose sex is not yet known are no group that anybody asks for: alone they are read as all children. They are shown
 * with the groups they are left from, as of the same day, or not at all.
 */
function besideTheirGroups(found: readonly Part[], known: Known, headline: Figure): Part[] {
  const isLeftover = ({ standing }: Part) => carries(standing.figure, 'leftover');
  const days = new Set(
    found.filter((part) => !isLeftover(part)).map(({ standing }) => standing.figure.asOf),
  );
  return found.flatMap((part) => {
    if (!isLeftover(part)) return [part];
    const standing = known
      .standing(part.standing.figure.series)
      .findLast(({ figure }) => days.has(figure.asOf));
    if (!standing) return [];
    return [{ ...part, standing, before: daysFrom(standing.figure, headline) }];
  });
}

/**
 * A group that the publication gives in its parts alone: the children, where it gives girls, boys and those whose sex is
 * not yet known. Added up only where `sums.csv` declares it and all parts are there; null where there is none.
 */
function addedUp(
  { sums, populations }: Library,
  headline: Figure,
  parts: ShownCounter['parts'],
): ShownCounter['added'] {
  const own = parts
    .map(({ standing }) => standing.figure)
    .filter(
      ({ source, asOf, periodStart }) =>
        source.id === headline.source.id &&
        asOf === headline.asOf &&
        periodStart === headline.periodStart,
    );
  for (const rule of sums) {
    const whole = populations.get(rule.whole);
    const isPart = whole?.partOf.includes(headline.population.id) ?? false;
    if (rule.by !== 'population' || !whole || !isPart) continue;
    if (!rule.definitions.includes(headline.definition.id)) continue;
    // Given somewhere for the same days, it is not added up.
    if (
      parts.some(
        ({ standing: { figure } }) =>
          figure.population.id === whole.id && figure.asOf === headline.asOf,
      )
    )
      continue;
    const inputs = rule.parts.flatMap(
      (id) => own.find(({ population }) => population.id === id) ?? [],
    );
    if (inputs.length < rule.parts.length) continue;
    const derived = declaredSum(inputs);
    if (derived.kind === 'derived') return { population: whole, derived };
  }
  return null;
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
