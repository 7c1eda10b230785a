/**
 * What the charts of one series are drawn from, as plain data that can travel to the browser. Without imports that
 * cost anything there.
 */

/** As `Amount['kind']`: what a source says of its number decides how its mark looks. */
export type Shape =
  | 'exact'
  | 'at_least'
  | 'more_than'
  | 'about'
  | 'nearly'
  | 'up_to'
  | 'between'
  | 'word'
  | 'withheld'
  | 'unknown'
  | 'not_collected';

/** What a mark and a label say of one published value. Empty text stands for "none". */
export interface ChartValue {
  readonly id: string;
  readonly as_of: string;
  readonly shape: Shape;
  /** The stated number, of a range its low end. There is no value between the ends. */
  readonly value: number | '';
  readonly high: number | '';
  /** The number with its qualifier, as a page says it. */
  readonly amount: string;
}

/** One published value of a series. */
export interface SeriesValue extends ChartValue {
  /** Index of its line: 0 is the series itself, the others are neighbouring definitions. */
  readonly line: number;
  readonly start: string;
  /** Id of the publication. */
  readonly source: string;
  /** As in the table of vintages: first, confirmed, restated, revised, also, older, undated. */
  readonly kind: string;
  /** The first day on which a reader could know it. */
  readonly from: string;
  /** From when it stood as the newest about its days, and the first day on which it no longer did. */
  readonly stands: string;
  readonly until: string;
  /** Ids of the breaks inside its definition after which it was said, in one text. */
  readonly side: string;
  /** Why it does not go on from the values before it. */
  readonly anew: string;
}

/** One definition: the series itself or a neighbour that speaks of the very same days. */
export interface SeriesLine {
  readonly label: string;
  /** What a reader is told where its line begins behind another one. */
  readonly begins: string;
}

export interface SeriesBreak {
  readonly id: string;
  readonly day: string;
  /** Whether it lies inside the definition, and not where one took another's place. */
  readonly inside: boolean;
  readonly text: string;
  /** The same in few words, for the picture itself. */
  readonly note: string;
}

export interface SeriesEvent {
  readonly day: string;
  /** The first day on which a reader could know it. */
  readonly from: string;
  readonly text: string;
}

export interface SeriesChartData {
  readonly statistic: 'stock' | 'flow' | 'cumulative';
  readonly lines: readonly SeriesLine[];
  /** Row by row as in the table of vintages; within a row in order of publication. */
  readonly figures: readonly SeriesValue[];
  readonly breaks: readonly SeriesBreak[];
  /** What is told where a line begins whose count has another first day. */
  readonly otherStart: string;
  /** The same in few words. */
  readonly otherStartNote: string;
  readonly events: readonly SeriesEvent[];
}

/** Each day is asked for many times over, and there are few of them. */
const known = new Map<string, number>();

/** Days since 1970-01-01; a month stands on its last day. */
export function dayOf(when: string): number {
  const held = known.get(when) ?? countedDay(when);
  known.set(when, held);
  return held;
}

function countedDay(when: string): number {
  const [year = 1970, month = 1, day] = when.split('-').map(Number);
  const at = day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day);
  return at / 86_400_000;
}

/** The other way round, as `YYYY-MM-DD`. */
export const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** A number is drawn on until the next one, but not for longer than this: nobody said what lay between. */
export const LONGEST_HOLD_IN_DAYS = 45;

export const isGap = (day: number, nextDay: number): boolean =>
  nextDay - day > LONGEST_HOLD_IN_DAYS;

/** Stretches of days, ascending, within which no two neighbours lie further apart than a number is drawn on. */
export function heldBetween(days: readonly number[]): [from: number, to: number][] {
  const held: [number, number][] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = held.at(-1);
    if (last && !isGap(last[1], day)) last[1] = day;
    else held.push([day, day]);
  }
  return held;
}
