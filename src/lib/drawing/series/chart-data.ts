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

/** One published value. Empty text stands for "none". */
export interface SeriesValue {
  readonly id: string;
  /** Index of its line: 0 is the series itself, the others are neighbouring definitions. */
  readonly line: number;
  readonly as_of: string;
  readonly start: string;
  /** Id of the publication. */
  readonly source: string;
  readonly shape: Shape;
  /** The stated number, of a range its low end. There is no value between the ends. */
  readonly value: number | '';
  readonly high: number | '';
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
