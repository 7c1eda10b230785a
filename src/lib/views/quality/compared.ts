import type { Break, Figure, Library } from '#lib/records/model.ts';
import { numbersIn } from '#lib/values/amount.ts';
import { firstDayOf, sortKey } from '#lib/values/day.ts';
import { grouped } from '#lib/views/grouped.ts';
import { beginsAnew } from '#lib/views/unlike.ts';
import { saidOn } from '#lib/views/vintage.ts';
import type { Finding, Uncompared } from './finding.ts';
import { between, lengthOf, periodOf, unlikeLengths, unlikePeriods } from './neighbours.ts';

/**
 * What is odd about figures that are not published yet, besides what their neighbours in the series show: a number that
 * no other can be compared with, and a known number in whose place there is none now. Each new figure is compared with the
 * nearest of its series, also where a dated one of the same day is shown instead of it.
 * @param isFresh whether readers do not see this figure yet, or not so
 */
export function oddAmongNew(library: Library, isFresh: (figure: string) => boolean): Finding[] {
  const usual = usualLengths(library.figures.filter(({ id }) => !isFresh(id)));
  return [...grouped(library.figures, ({ series }) => series).values()].flatMap((figures) =>
    figures
      .filter(({ id }) => isFresh(id))
      .flatMap((figure) => {
        const others = figures.filter((other) => other !== figure);
        return hasNumber(figure)
          ? oddNumber(figure, others, usual.get(figure.definition.id) ?? [])
          : numberGone(figure, others);
      }),
  );
}

/** The lengths of the periods of each definition that counts by period, in days. */
function usualLengths(figures: readonly Figure[]): Map<string, number[]> {
  const flows = figures.filter(({ definition }) => definition.statistic === 'flow');
  return new Map(
    [...grouped(flows, ({ definition }) => definition.id)].map(([id, list]) => [
      id,
      list.flatMap((figure) => (figure.periodStart ? [lengthOf(figure, figure.periodStart)] : [])),
    ]),
  );
}

function oddNumber(
  figure: Figure,
  others: readonly Figure[],
  usual: readonly number[],
): readonly Finding[] {
  const uncompared = (why: Uncompared): Finding => ({
    rule: 'not-compared',
    figure,
    other: null,
    days: null,
    why,
  });
  const alike = others.filter((other) => whyNot(figure, other) === null);
  const length = figure.periodStart === null ? null : lengthOf(figure, figure.periodStart);
  const isUnusual =
    figure.definition.statistic === 'flow' &&
    length !== null &&
    usual.length > 0 &&
    usual.every((one) => unlikeLengths(one, length));
  const key = sortKey(figure.asOf);
  const lastSaid = (list: readonly Figure[]) => list.toSorted(bySaid).at(-1);
  const [earlier, later] = [nearest(alike, key, -1), nearest(alike, key, 1)];
  const sameDay = alike.filter(
    ({ asOf, source }) => asOf === figure.asOf && source !== figure.source,
  );
  const found = [
    ...[lastSaid(earlier), lastSaid(sameDay)].flatMap((one) => (one ? between(one, figure) : [])),
    ...[lastSaid(later)].flatMap((one) => (one ? between(figure, one) : [])),
  ];
  if (isUnusual) return [uncompared('period'), ...found];
  if (earlier.length + later.length + sameDay.length > 0) return found;
  if (others.length === 0) return [uncompared('first')];
  if (beginsAnew(figure)) return [uncompared('break')];
  const reasons = new Set(others.map((other) => whyNot(figure, other)));
  const order: readonly Uncompared[] = ['undated', 'period', 'break', 'no-number'];
  return [uncompared(order.find((why) => reasons.has(why)) ?? 'first')];
}

/** Those of the nearest as-of before (-1) or after (1). */
function nearest(figures: readonly Figure[], key: string, side: -1 | 1): readonly Figure[] {
  const beyond = figures.filter(({ asOf }) =>
    side === -1 ? sortKey(asOf) < key : sortKey(asOf) > key,
  );
  const keys = beyond.map(({ asOf }) => sortKey(asOf)).sort();
  const next = side === -1 ? keys.at(-1) : keys[0];
  return beyond.filter(({ asOf }) => sortKey(asOf) === next);
}

/** In place of a number, of the same as-of or else the nearest before it, comes a word or nothing. */
function numberGone(figure: Figure, others: readonly Figure[]): readonly Finding[] {
  if (others.length === 0)
    return [{ rule: 'not-compared', figure, other: null, days: null, why: 'first' }];
  const key = sortKey(figure.asOf);
  const before = others
    .filter(({ asOf }) => sortKey(asOf) <= key)
    .toSorted((a, b) => compare(sortKey(a.asOf), sortKey(b.asOf)) || bySaid(a, b));
  const same = before.filter(({ asOf }) => asOf === figure.asOf).filter(hasNumber);
  const other = same.at(-1) ?? before.at(-1);
  if (other === undefined || !hasNumber(other)) return [];
  return [{ rule: 'number-gone', figure, other, days: null }];
}

/** Why two figures of one series cannot be compared; null where they can. */
function whyNot(a: Figure, b: Figure): Uncompared | null {
  if (!hasNumber(b)) return 'no-number';
  if (periodOf(a) !== periodOf(b)) return 'period';
  const [before, after] = sortKey(a.asOf) <= sortKey(b.asOf) ? [a, b] : [b, a];
  if (isNamesake(before, after)) return null;
  if (before.asOf !== after.asOf && unlikePeriods(before, after)) return 'period';
  if (before.asOf !== after.asOf && beginsAnew(after)) return 'break';
  return whyParted(a, b);
}

/** Two numbers of one publication about one period and day: nothing lies between them. */
function isNamesake(a: Figure, b: Figure): boolean {
  return a.source === b.source && a.asOf === b.asOf && a.periodStart === b.periodStart;
}

/**
 * Which break parts two figures of one definition. What gives no publication day was said no earlier than the day of which it
 * speaks, and no later than we read it: that is often enough to know its side.
 */
function whyParted(a: Figure, b: Figure): Uncompared | null {
  if (a.source === b.source) return null;
  const sides = a.definition.breaks
    .filter(({ places }) => places.length === 0 || places.includes(a.place.id))
    .map((one) => [sideOf(a, one), sideOf(b, one)] as const);
  if (sides.some(([one, other]) => one !== null && other !== null && one !== other)) return 'break';
  return sides.some(([one, other]) => one === null || other === null) ? 'undated' : null;
}

/** Null where it may have been said on either side. */
function sideOf({ source, asOf }: Figure, { day }: Break): 'before' | 'after' | null {
  const said = saidOn(source);
  const [first, last] = said === '' ? [firstDayOf(asOf), source.retrieved] : [said, said];
  if (first >= day) return 'after';
  return last < day ? 'before' : null;
}

const hasNumber = ({ amount }: Figure) => numbersIn(amount).length > 0;
const bySaid = (a: Figure, b: Figure) => compare(saidOn(a.source), saidOn(b.source));
const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
