import type { Figure, Library } from '#lib/records/model.ts';
import { dayNumber, isMonth } from '#lib/values/day.ts';
import type { Day, DayOrMonth } from '#lib/values/day.ts';
import { difference } from './arithmetic.ts';
import type { Derived, Refused } from './arithmetic.ts';
import { grouped } from './grouped.ts';
import { historyOf } from './history.ts';
import { ofLibrary } from './of-library.ts';
import { minuteOf, roundedTo, sameAmount } from './precedence.ts';
import { saysTheSame } from './restated.ts';
import type { Series } from './series.ts';
import { vintageRows } from './series.ts';
import { knownFrom, publicationOf, saidOn } from './vintage.ts';

/**
 * What a published value was, beside what stood before it: the `first` of its days; `confirmed`, the same once more;
 * `restated`, the same in other words or rounded otherwise; `later`, a later state of a day that was not over when the
 * value before it came out; `reading`, another value of a month of which no day is known, so perhaps of another day;
 * `revised`, another value for the very same days, said later; `also`, another value said the same day that did not
 * stand; `older`, a later paper with an older value; `undated`.
 */
export type VintageKind =
  | 'first'
  | 'confirmed'
  | 'restated'
  | 'later'
  | 'reading'
  | 'revised'
  | 'also'
  | 'older'
  | 'undated';

/** Whether such a value came to stand: for a time it was what its publisher said last. */
export function stands(kind: VintageKind): boolean {
  return kind !== 'also' && kind !== 'older' && kind !== 'undated';
}

/** One published value among all that were ever published about its days. */
export interface Vintage {
  readonly figure: Figure;
  readonly kind: VintageKind;
  /** The value that stood until then; null for the first and the undated. */
  readonly before: Figure | null;
  /** How far a revised value lies from the one before, or why that is not worked out; null for other kinds. */
  readonly change: Derived | Refused | null;
  /** The first day on which a reader could know it. */
  readonly from: Day;
}

/** All that was published about one as-of and period, in order of publication, the undated last. */
export interface VintageRow {
  readonly periodStart: DayOrMonth | null;
  readonly asOf: DayOrMonth;
  /** Never empty. */
  readonly vintages: readonly Vintage[];
  /** From the first value to the newest, where they differ; null where nothing was revised more than once. */
  readonly overall: Derived | Refused | null;
}

/** A row for each as-of and period, the latest first; of one as-of the longest period first. */
export function vintagesOf(library: Library, series: Series): readonly VintageRow[] {
  const held = rowsBySeries(library).get(series);
  if (held) return held;
  const rows = rowsOf(library, series);
  rowsBySeries(library).set(series, rows);
  return rows;
}

const rowsBySeries = ofLibrary(() => new WeakMap<Series, readonly VintageRow[]>());

function rowsOf(library: Library, series: Series): VintageRow[] {
  const ends = standingAtEvening(library, series);
  return vintageRows(series).map(({ periodStart, asOf, figures }) => {
    const vintages = told(figures, ends);
    return { periodStart, asOf, vintages, overall: overallOf(vintages) };
  });
}

function overallOf(vintages: readonly Vintage[]): Derived | Refused | null {
  const revised = vintages.filter(({ kind }) => kind === 'revised');
  const first = vintages.find(({ kind }) => kind === 'first')?.figure;
  const newest = revised.at(-1)?.figure;
  return first && newest && revised.length > 1 ? changeOf(newest, first) : null;
}

/** Every figure that came to stand on some evening. */
function standingAtEvening(library: Library, { id }: Series): ReadonlySet<Figure> {
  const { subjects } = historyOf(library, id);
  return new Set(subjects.flatMap((steps) => steps.map(({ standing }) => standing.figure)));
}

function told(figures: readonly Figure[], ends: ReadonlySet<Figure>): Vintage[] {
  const vintages: Vintage[] = [];
  let before: Figure | null = null;
  for (const ofOneDay of grouped(figures, ({ source }) => publicationOf(source) ?? '').values()) {
    for (const figure of inOrderOfTheDay(ofOneDay, ends)) {
      const kind = kindOf(figure, before, ends);
      const change = kind === 'revised' && before ? changeOf(figure, before) : null;
      const isFirst = kind === 'first' || kind === 'undated';
      const from = knownFrom(figure.source);
      vintages.push({ figure, kind, before: isFirst ? null : before, change, from });
      if (stands(kind)) before = figure;
    }
  }
  return vintages;
}

/** Hour by hour; without hours, what stood in the evening first and what was also said behind it. */
function inOrderOfTheDay(figures: readonly Figure[], ends: ReadonlySet<Figure>): Figure[] {
  const end = figures.find((figure) => ends.has(figure));
  const endMinute = end ? minuteOf(end) : null;
  const rank = (figure: Figure): number => {
    if (figure === end) return endMinute ?? 0;
    // What tells no time, or another one than a day that is decided without times, comes behind.
    return endMinute === null ? Infinity : (minuteOf(figure) ?? Infinity);
  };
  return [...figures].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

function kindOf(figure: Figure, before: Figure | null, ends: ReadonlySet<Figure>): VintageKind {
  if (publicationOf(figure.source) === null) return 'undated';
  if (before === null) return 'first';
  const [then, now] = [saidOn(before.source), saidOn(figure.source)];
  if (now < then) return 'older';
  if (sameAmount(figure.amount, before.amount)) return 'confirmed';
  if (now === then && !isLaterHour(figure, before) && !ends.has(figure)) return 'also';
  if (isMonth(figure.asOf)) return 'reading';
  if (wasNotOver(before)) return 'later';
  return saysTheSame(figure.amount, before.amount) || isCloser(figure, before)
    ? 'restated'
    : 'revised';
}

/** It came out on the very day it speaks about: the day went on, and so did the count. */
function wasNotOver({ asOf, source }: Figure): boolean {
  return publicationOf(source) === asOf;
}

/** Within so many days a rounded number and one to the unit are two ways to say what was known. */
const SAME_KNOWLEDGE_IN_DAYS = 3;

function isCloser(now: Figure, before: Figure): boolean {
  const isRough = ({ amount }: Figure) => roundedTo(amount) > 1 || amount.kind === 'between';
  const apart = dayNumber(knownFrom(now.source)) - dayNumber(knownFrom(before.source));
  return isRough(now) !== isRough(before) && apart <= SAME_KNOWLEDGE_IN_DAYS;
}

function isLaterHour(a: Figure, b: Figure): boolean {
  const [later, earlier] = [minuteOf(a), minuteOf(b)];
  return later !== null && earlier !== null && later > earlier;
}

/** Both speak of the same days: what moved between them is the count, not what happened. */
function changeOf(now: Figure, before: Figure): Derived | Refused {
  return difference(now, before, { meaning: 'count' });
}
