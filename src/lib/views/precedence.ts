import { hasEffect } from '#lib/records/caveats.ts';
import type { Figure, SourceKind } from '#lib/records/model.ts';
import type { Amount } from '#lib/values/amount.ts';
import { never } from '#lib/values/bad-value.ts';
import { ofLibrary } from './of-library.ts';
import { saidOn } from './vintage.ts';

/** The place of each source in sources.csv, by id: the keeper's last word where all else is equal. */
export type SourceOrder = ReadonlyMap<string, number>;

export const sourceOrder = ofLibrary(
  ({ sources }): SourceOrder => new Map(sources.map(({ id }, index) => [id, index])),
);

const KINDS: readonly SourceKind[] = ['report', 'dataset', 'portal_state', 'statement', 'news'];

/** Of figures about the same thing, those whose vintage is the last. */
export function saidLast(figures: readonly Figure[]): Figure[] {
  const last = figures.reduce(
    (day, { source }) => (saidOn(source) > day ? saidOn(source) : day),
    '',
  );
  return figures.filter(({ source }) => saidOn(source) === last);
}

/**
 * Of figures about the same thing, the one that stands: said last; of those that tell a time the
 * latest; "at least" so many before so many, where its publisher said both; an original before a relay; a number to the unit before a rounded one, the finer first; by
 * kind of source; by the order of sources.csv. Each rule narrows the field of all that are left:
 * comparing pairs would go round in circles where only some tell a time.
 * @throws {RangeError} when there is none.
 */
export function foremost(figures: readonly Figure[], order: SourceOrder): Figure {
  let left = floorsFirst(lastTimed(saidLast(figures)));
  if (left.length > 1) for (const rank of ranks(order)) left = least(left, rank);
  const [first] = left.sort(byId);
  if (first === undefined) throw new RangeError('nothing to choose from');
  return first;
}

/** A fixed order of figures about the same thing; only among those said on one day it says what stands. */
export function byPrecedence(order: SourceOrder): (a: Figure, b: Figure) => number {
  const rules = ranks(order);
  return (a, b) => {
    for (const rank of rules) if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -1 : 1;
    return byId(a, b);
  };
}

/** Two figures are about the same thing: what differs between them is who said it when. */
export function sameSubject(a: Figure, b: Figure): boolean {
  return a.series === b.series && a.periodStart === b.periodStart && a.asOf === b.asOf;
}

/** Whether two amounts say the same, qualifier and all. */
export function sameAmount(a: Amount, b: Amount): boolean {
  if (a.kind !== b.kind) return false;
  if ('value' in a && 'value' in b) return a.value === b.value;
  if ('low' in a && 'low' in b) return a.low === b.low && a.high === b.high;
  return 'word' in a && 'word' in b ? a.word === b.word : true;
}

/** An original carries its own publisher's number and repeats nobody, or shows the publisher's own words whole. */
function isOriginal({ source, definition }: Figure): boolean {
  const isOwn = source.relayOf === null || hasEffect(source.caveats, 'own-words');
  return isOwn && source.publisher.id === definition.publisher.id;
}

/**
 * Where a relay repeats a number that its publisher gave in a text of its own, the figure of that text (the latest, where
 * there are several); else the figure itself.
 * @param said all that was said of the same days, in order of publication
 */
export function inOwnText(figure: Figure, said: readonly Figure[]): Figure {
  if (isOriginal(figure)) return figure;
  const own = said.findLast(
    (one) => isOriginal(one) && sameAmount(one.amount, figure.amount) && saidOn(one.source) !== '',
  );
  return own ?? figure;
}

/** To what unit a number is given: 1, 10, 100 …; Infinity where there is no number. */
export function roundedTo(amount: Amount): number {
  switch (amount.kind) {
    case 'exact':
    case 'at_least':
      return 1;
    case 'more_than':
    case 'about':
    case 'nearly':
    case 'up_to':
      return powerOfTenIn(amount.value);
    case 'between':
      return Math.min(powerOfTenIn(amount.low), powerOfTenIn(amount.high));
    case 'word':
    case 'withheld':
    case 'unknown':
    case 'not_collected':
      return Infinity;
    default:
      return never(amount);
  }
}

/** Lower stands first. */
const ranks = (order: SourceOrder): ((figure: Figure) => number)[] => [
  (figure) => (isOriginal(figure) ? 0 : 1),
  ({ amount }) => roundedTo(amount),
  ({ source }) => KINDS.indexOf(source.kind),
  ({ source }) => order.get(source.id) ?? Infinity,
];

/** A number that its publisher gave "at least" the same day is not left without these words: its bare twin steps back. */
function floorsFirst(figures: readonly Figure[]): Figure[] {
  const isFloorOf = (figure: Figure) => (other: Figure) =>
    other.amount.kind === 'at_least' &&
    figure.amount.kind === 'exact' &&
    other.amount.value === figure.amount.value &&
    isOriginal(other);
  return figures.filter((figure) => !figures.some(isFloorOf(figure)));
}

/** Of those that tell a time only the latest; those that tell none stay. */
function lastTimed(figures: readonly Figure[]): Figure[] {
  const last = Math.max(...figures.map((figure) => minuteOf(figure) ?? -Infinity));
  return figures.filter((figure) => (minuteOf(figure) ?? last) === last);
}

/** Its minute; null for none, and for a paper that repeats an older vintage: the hour is its own. */
export function minuteOf({ source: { published, repeats } }: Figure): number | null {
  return published.kind === 'moment' && repeats === null ? published.minute : null;
}

function least(figures: readonly Figure[], rank: (figure: Figure) => number): Figure[] {
  const lowest = Math.min(...figures.map(rank));
  return figures.filter((figure) => rank(figure) === lowest);
}

function byId(a: Figure, b: Figure): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function powerOfTenIn(value: number): number {
  let power = 1;
  while (value !== 0 && value % (power * 10) === 0) power *= 10;
  return power;
}
