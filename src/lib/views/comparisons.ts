import type { Figure } from '#lib/records/model.ts';
import { bounds, numbersIn } from '#lib/values/amount.ts';
import { dayNumber, lastDayOf, sortKey } from '#lib/values/day.ts';
import type { Day, DayOrMonth } from '#lib/values/day.ts';
import { breakBetween, breakWithin, sideOf } from './breaks.ts';
import type { Known } from './known.ts';
import { saysTheSame } from './restated.ts';
import { beginsAnew, carries } from './unlike.ts';
import { saidOn } from './vintage.ts';

/** A number that is lower than what its own publisher gives, by the same rule, for an earlier day; or the higher one of the two. */
export interface Lower {
  /**
   * `impossible`: both count all since one start, so the two contradict each other. `lower`: a state that can fall, which
   * a reader would still take for a mistake. `superseded`: the figure is the higher one, said later about the earlier day.
   */
  readonly kind: 'impossible' | 'lower' | 'superseded';
  readonly figure: Figure;
  /** Of the earlier day; of the later one where the figure supersedes it. */
  readonly other: Figure;
  /** When the other one was said, seen from the figure; null where one of the two gives no day. */
  readonly otherSaid: 'later' | 'before' | 'same-day' | 'same-publication' | null;
}

/** By id of a figure. */
export type LowerFigures = ReadonlyMap<string, Lower>;

/**
 * Of these figures those that are lower than their publisher's number for an earlier day, as known on the day of `known`.
 * @param within of a state, as of how many days before it a higher number is told
 * @param asOf where the page is about an earlier day than the one on which it is known: nothing later than that counts
 */
export function lowerFigures(
  known: Known,
  figures: readonly Figure[],
  within: number,
  asOf: Day | null = null,
): LowerFigures {
  return new Map(
    figures.flatMap((figure) => {
      const lower = lowerFigure(known, figure, within, asOf);
      return lower ? [[figure.id, lower] as const] : [];
    }),
  );
}

function lowerFigure(
  known: Known,
  figure: Figure,
  within: number,
  until: Day | null,
): Lower | null {
  const line = known
    .standing(figure.series)
    .map((standing) => standing.figure)
    .filter(({ asOf }) => until === null || sortKey(asOf) <= until);
  if (isGrowing(figure))
    return impossibleAmong(line, figure.asOf).get(figure.id) ?? supersededBy(line, figure);
  if (figure.definition.statistic === 'flow' || beginsAnew(figure)) return null;
  const other = line.findLast(({ asOf }) => sortKey(asOf) < sortKey(figure.asOf));
  if (!other || breakWithin(other, figure) !== null || !isLower(figure, other)) return null;
  const days = dayNumber(lastDayOf(figure.asOf)) - dayNumber(lastDayOf(other.asOf));
  return days <= within
    ? { kind: 'lower', figure, other, otherSaid: saidSeenFrom(figure, other) }
    : null;
}

/** The latest number of a later day in whose place a figure applies, because it was said later and is higher. */
function supersededBy(line: readonly Figure[], figure: Figure): Lower | null {
  const lower = [...supersededAmong(line).values()]
    .filter(({ other }) => other.id === figure.id)
    .at(-1);
  return lower ? { kind: 'superseded', figure, other: lower.figure, otherSaid: 'before' } : null;
}

/**
 * Of what stands in one series, by as-of ascending, each count since a start that its publisher contradicted later with a
 * higher number for an earlier day: that one is to be relied on, so no page leads with the other. By id.
 */
export function supersededAmong(line: readonly Figure[]): LowerFigures {
  return new Map([...impossibleAmong(line)].filter(([, { otherSaid }]) => otherSaid === 'later'));
}

/** Whether it counts all since a start and takes nobody out again. */
const isGrowing = (figure: Figure): boolean =>
  figure.definition.statistic === 'cumulative' && !carries(figure, 'can-fall');

/**
 * Of what stands in one series, by as-of ascending, each count since a start that is less than the highest one of an earlier
 * day; by id.
 */
export function impossibleAmong(
  line: readonly Figure[],
  until: DayOrMonth | null = null,
): LowerFigures {
  const found = new Map<string, Lower>();
  /** By the start of the count, and the sides of breaks on which it was said. */
  const highest = new Map<string, Figure>();
  for (const figure of line) {
    if (until !== null && sortKey(figure.asOf) > sortKey(until)) break;
    if (!isGrowing(figure)) continue;
    if (beginsAnew(figure)) highest.clear();
    const key = `${figure.periodStart ?? ''}|${sideOf(figure)}`;
    const held = highest.get(key);
    const other = held && !breakBetween(held, figure) ? held : null;
    if (other && contradicts(other, figure))
      found.set(figure.id, {
        kind: 'impossible',
        figure,
        other,
        otherSaid: saidSeenFrom(figure, other),
      });
    const [is, was] = [bounds(figure.amount).low, other ? bounds(other.amount).low : null];
    if (other === null || (is !== null && is > (was ?? -1))) highest.set(key, figure);
  }
  return found;
}

/**
 * Whether a count of all since one start is certainly less than what stands for an earlier day: one of the two cannot be
 * right. As far as the bounds of the words tell.
 */
export function contradicts(earlier: Figure, figure: Figure): boolean {
  if (figure.definition.statistic !== 'cumulative') return false;
  if (earlier.periodStart !== figure.periodStart) return false;
  const [was, is] = [bounds(earlier.amount), bounds(figure.amount)];
  return was.low !== null && is.high !== null && is.high < was.low;
}

/** By the numbers as they were written, "more than" and "about" too; one number said in two ways is not lower. */
function isLower(figure: Figure, other: Figure): boolean {
  const [is, was] = [numbersIn(figure.amount), numbersIn(other.amount)];
  if (is.length === 0 || was.length === 0) return false;
  const isSame =
    figure.amount.kind !== other.amount.kind && saysTheSame(figure.amount, other.amount);
  return Math.max(...is) < Math.min(...was) && !isSame;
}

function saidSeenFrom(figure: Figure, other: Figure): Lower['otherSaid'] {
  if (figure.source === other.source) return 'same-publication';
  const [is, was] = [saidOn(figure.source), saidOn(other.source)];
  if (is === '' || was === '') return null;
  return was > is ? 'later' : was < is ? 'before' : 'same-day';
}
