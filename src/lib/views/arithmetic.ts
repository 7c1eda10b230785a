import { mergedCaveats } from '#lib/records/caveats.ts';
import type { Break, Caveat, Figure } from '#lib/records/model.ts';
import { bounds } from '#lib/values/amount.ts';
import type { Qualifier } from '#lib/values/amount.ts';
import { sortKey } from '#lib/values/day.ts';
import * as unlike from './unlike.ts';
import type { RefusalReason } from './unlike.ts';

export type Operation = 'sum' | 'difference' | 'share';

/** Worked out here, published by nobody: never shown without its inputs and their caveats. */
export interface Derived {
  readonly kind: 'derived';
  readonly operation: Operation;
  /** Persons; for a share a fraction from 0 to 1; a difference may be negative. Null is an open end, never both. */
  readonly low: number | null;
  readonly high: number | null;
  /** What the ends amount to: as weak as the weakest input makes it. There is no value between them. */
  readonly qualifier: Extract<Qualifier, 'exact' | 'at_least' | 'up_to' | 'between'>;
  readonly inputs: readonly Figure[];
  /** Of all inputs, each once, the gravest first. */
  readonly caveats: readonly Caveat[];
}

export interface Refused {
  readonly kind: 'refused';
  readonly operation: Operation;
  readonly reason: RefusalReason;
  /** Where a break within their definition parts them: it says why better than we could. */
  readonly break: Break | null;
  readonly inputs: readonly Figure[];
}

/** Different dates are refused unless the caller declares that they are meant, and will say so. */
export interface Dates {
  readonly dates?: 'same' | 'declared';
}

/** Whether both ends are known and on one side of nothing: only then can "more" or "fewer" be said of a difference. */
export function isPlain({ low, high }: Derived): boolean {
  return low !== null && high !== null && low * high >= 0;
}

/** How many there are in all figures together. */
export function sum(figures: readonly Figure[], { dates = 'same' }: Dates = {}): Derived | Refused {
  const reason = whyNotSum(figures, dates);
  if (reason) return refused('sum', reason, figures);
  return added(figures);
}

/**
 * Whether what is certain of the parts is together more than a whole can be, whatever their dates and however often
 * somebody is in them. A warning, and no sum: no number is worked out of it. Without an upper end of the whole it is not known.
 */
export function areMoreThan(parts: readonly Figure[], whole: Figure): boolean {
  const { high } = bounds(whole.amount);
  const low = parts.reduce((all, { amount }) => all + (bounds(amount).low ?? 0), 0);
  return high !== null && parts.length > 1 && low > high;
}

/**
 * How many there are in all parts of a declared sum, by the publisher's own rule: the parts are all of them, of one
 * publication, about the same days. That groups are left over or overlap with others is no reason against it.
 */
export function declaredSum(figures: readonly Figure[]): Derived | Refused {
  const reason = unlike.unlikeSubjects(figures);
  if (reason) return refused('sum', reason, figures);
  if (unlike.differentDates(figures)) return refused('sum', 'different-dates', figures);
  return added(figures);
}

function added(figures: readonly Figure[]): Derived | Refused {
  const ends = figures.map(({ amount }) => bounds(amount));
  const total = (end: 'low' | 'high') => ends.reduce<Bound>((all, one) => plus(all, one[end]), 0);
  return derived('sum', total('low'), total('high'), figures);
}

/**
 * How much more `later` says than `earlier`, both of one series. Of a cumulative count it is how far the
 * count moved, old cases among the new: where people were harmed that must be declared as what is meant.
 */
export function difference(
  later: Figure,
  earlier: Figure,
  { dates = 'same', meaning = 'events' }: Dates & { readonly meaning?: 'events' | 'count' } = {},
): Derived | Refused {
  const inputs = [later, earlier];
  const reason = whyNotDifference(later, earlier, dates, meaning);
  if (reason) return refused('difference', reason, inputs);
  const [minuend, subtrahend] = [bounds(later.amount), bounds(earlier.amount)];
  const low = minus(minuend.low, subtrahend.high);
  return derived('difference', low, minus(minuend.high, subtrahend.low), inputs);
}

/** Which fraction of `whole` is `part`. */
export function share(
  part: Figure,
  whole: Figure,
  { dates = 'same' }: Dates = {},
): Derived | Refused {
  const inputs = [part, whole];
  const reason = whyNotShare(part, whole, dates);
  if (reason) return refused('share', reason, inputs);
  const [above, below] = [bounds(part.amount), bounds(whole.amount)];
  const low = over(above.low, below.high);
  // More in the part than in the whole: the two cannot be what they are taken for.
  if (low !== null && low > 1) return refused('share', 'not-a-part', inputs);
  const high = over(above.high, below.low);
  return derived('share', low, high === null ? null : Math.min(high, 1), inputs);
}

function whyNotSum(figures: readonly Figure[], dates: Dates['dates']): RefusalReason | null {
  if (figures.length < 2) return 'too-few';
  const subjects = unlike.unlikeSubjects(figures);
  if (subjects) return subjects;
  const pairs = [...unlike.pairs(figures)];
  if (pairs.some(([a, b]) => unlike.touchesWhole(a, b))) return 'part-with-whole';
  if (pairs.some(([a, b]) => unlike.unlikePopulations(a, b))) return 'different-populations';
  if (pairs.some(([a, b]) => unlike.countedTwice(a, b))) return 'counted-twice';
  if (dates !== 'declared' && unlike.differentDates(figures)) return 'different-dates';
  const twice = figures.some((figure) => unlike.carries(figure, 'counted-twice'));
  return twice ? 'counted-twice' : overlap(figures);
}

function whyNotDifference(
  later: Figure,
  earlier: Figure,
  dates: Dates['dates'],
  meaning: 'events' | 'count',
): RefusalReason | null {
  const inputs = [later, earlier];
  const subjects = unlike.unlikeSubjects(inputs);
  if (subjects) return subjects;
  if (unlike.isPartOf(later, earlier) || unlike.isPartOf(earlier, later)) return 'part-with-whole';
  if (later.population.id !== earlier.population.id) return 'different-populations';
  if (later.place.id !== earlier.place.id) return 'different-places';
  const { statistic } = later.definition;
  const sameStart = later.periodStart === earlier.periodStart;
  // Two counts since different days have no days in common that a difference could speak about.
  if (statistic === 'cumulative' && !sameStart) return 'different-dates';
  if (dates !== 'declared' && unlike.differentDates(inputs)) return 'different-dates';
  if (later.asOf !== earlier.asOf) {
    const [last] = inputs.sort((a, b) => (sortKey(a.asOf) < sortKey(b.asOf) ? 1 : -1));
    if (last && unlike.beginsAnew(last)) return 'across-a-break';
    const isToll = inputs.some(
      (figure) => figure.measure.drawnAs === 'none' || unlike.carries(figure, 'mixes-older-cases'),
    );
    if (statistic === 'cumulative' && meaning === 'events' && isToll) return 'cumulative-per-day';
  }
  return overlap(inputs);
}

function whyNotShare(part: Figure, whole: Figure, dates: Dates['dates']): RefusalReason | null {
  const inputs = [part, whole];
  const subjects = unlike.unlikeSubjects(inputs);
  if (subjects) return subjects;
  if (!unlike.isPartOf(part, whole)) return 'not-a-part';
  if (dates !== 'declared' && unlike.differentDates(inputs)) return 'different-dates';
  // A part may well be marked as lying inside its whole; what is left over says nothing of a group.
  if (unlike.carries(part, 'leftover')) return 'overlapping';
  return unlike.carries(part, 'counted-twice') ? 'counted-twice' : null;
}

function overlap(figures: readonly Figure[]): RefusalReason | null {
  const marked = figures.some((figure) => unlike.carries(figure, 'overlaps'));
  return marked ? 'overlapping' : null;
}

function derived(
  operation: Operation,
  low: Bound,
  high: Bound,
  inputs: readonly Figure[],
): Derived | Refused {
  const qualifier = qualifierOf(low, high);
  if (qualifier === null) return refused(operation, whyNoNumber(operation, inputs), inputs);
  const caveats = mergedCaveats(...inputs.map((figure) => figure.caveats));
  return { kind: 'derived', operation, low, high, qualifier, inputs, caveats };
}

function refused(operation: Operation, reason: RefusalReason, inputs: readonly Figure[]): Refused {
  const parted = reason === 'across-a-break' ? unlike.breakAmong(inputs) : null;
  return { kind: 'refused', operation, reason, break: parted, inputs };
}

/** Null where both ends are open: then nothing is known for certain, and no number stands. */
function qualifierOf(low: Bound, high: Bound): Derived['qualifier'] | null {
  if (low === null) return high === null ? null : 'up_to';
  if (high === null) return 'at_least';
  return low === high ? 'exact' : 'between';
}

/** Two floors can lie anywhere above themselves: how far apart they are nobody knows. */
function whyNoNumber(operation: Operation, inputs: readonly Figure[]): RefusalReason {
  const isFloor = ({ low, high }: ReturnType<typeof bounds>) => low !== null && high === null;
  const areFloors = inputs.every(({ amount }) => isFloor(bounds(amount)));
  return operation === 'difference' && areFloors ? 'open-ended' : 'no-number';
}

/** One end of what is known; null is open. */
type Bound = number | null;

function plus(a: Bound, b: Bound): Bound {
  return a === null || b === null ? null : a + b;
}

function minus(a: Bound, b: Bound): Bound {
  return a === null || b === null ? null : a - b;
}

function over(a: Bound, b: Bound): Bound {
  return a === null || b === null || b === 0 ? null : a / b;
}
