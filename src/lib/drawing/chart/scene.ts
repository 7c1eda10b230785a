import type { ChartValue, SeriesBreak, SeriesEvent, SeriesValue } from './chart-data.ts';
import { dayOf } from './chart-data.ts';

/** A corner of a line, in days since 1970-01-01 and in persons. */
export interface ScenePoint {
  readonly day: number;
  readonly value: number;
}

export interface SceneLine {
  /** Between two runs the pen is lifted. */
  readonly runs: readonly (readonly ScenePoint[])[];
  /** Its rank: on paper each has dashes of its own. */
  readonly dash: number;
  /** Whether it is an earlier publication, drawn thin behind the others. */
  readonly behind: boolean;
  /** Whether it stands back behind the one line in the accent colour. */
  readonly muted: boolean;
}

/** A value that is written beside its mark. */
export interface SceneEnd {
  readonly value: ChartValue;
  /** Where its mark is. */
  readonly at: number;
  /** What its line is called; empty where there is but one line to see. */
  readonly name: string;
  /** The day that is written with it; empty for none. */
  readonly when: string;
  /** Before it "to": it is the day up to which the number counts. */
  readonly upTo: boolean;
  readonly muted: boolean;
}

export interface SceneMark {
  readonly value: ChartValue;
  /** `from` is earlier than `day` only where a mark has the width of its period. */
  readonly from: number;
  readonly day: number;
  /** Whether it no longer stands, or never did. */
  readonly behind: boolean;
  readonly muted?: boolean;
}

/** What a letter in the picture stands for; the caption says it in words. */
export interface SceneKey {
  /** Empty for a break that is told in words where it is drawn, and for what is not drawn. */
  readonly letter: string;
  /** Told only: a break that parts `versions` and no days, and one that lies `outside` of the picture. */
  readonly kind: 'break' | 'event' | 'versions' | 'outside';
  /** Where it is drawn. */
  readonly at: number;
  /** The day itself; empty when it is not known. */
  readonly when: string;
  readonly text: string;
  /** In few words, set in the picture; empty where a letter stands. */
  readonly note: string;
  /** Of many lines the one it parts. */
  readonly line?: number;
}

export const isDrawn = ({ kind }: Pick<SceneKey, 'kind'>): boolean =>
  kind === 'break' || kind === 'event';

/** One or many lines in days and persons, before any size of paper is known. */
export interface Scene {
  /** The same for every "as known on" day, so that a step of the control moves nothing but the lines. */
  readonly first: number;
  readonly last: number;
  readonly most: number;
  readonly lines: readonly SceneLine[];
  readonly marks: readonly SceneMark[];
  /** Where a value can be pointed at; without them the marks. */
  readonly points?: readonly SceneMark[];
  /** By day. */
  readonly keys: readonly SceneKey[];
  readonly ends: readonly SceneEnd[];
  /** Whether the ends are named in one column, as of many lines. */
  readonly column: boolean;
  /** Stretches of days of which numbers were given: only there the axis is drawn. */
  readonly held: readonly (readonly [from: number, to: number])[];
}

export const isKnown = (value: SeriesValue, day: string): boolean =>
  day === '' || value.from <= day;

export const numbersOf = ({ value, high }: ChartValue): number[] =>
  [value, high].filter((number): number is number => number !== '');

/** Ids of the breaks that part two values of one definition; null where they can be joined. */
export function parting(a: SeriesValue, b: SeriesValue): string[] | null {
  if (a.side === b.side) return null;
  const [before, after] = [a.side.split(' '), b.side.split(' ')];
  return [
    ...before.filter((id) => !after.includes(id)),
    ...after.filter((id) => !before.includes(id)),
  ].filter((id) => id !== '');
}

type Unlettered = Omit<SceneKey, 'letter'>;

export const breakKey = ({ day, text, note }: SeriesBreak, at: number): Unlettered => ({
  kind: 'break',
  at,
  when: day,
  text,
  note,
});

/** What happened between two days and was known on `day`. */
export const eventKeys = (
  events: readonly SeriesEvent[],
  first: number,
  last: number,
  day: string,
): Unlettered[] =>
  events
    .filter((event) => day === '' || (event.day <= day && event.from <= day))
    .map(({ day: when, text }): Unlettered => ({
      kind: 'event',
      at: dayOf(when),
      when,
      text,
      note: '',
    }))
    .filter(({ at }) => at >= first && at <= last);

/** Days between a break and the event that tells of the same change. */
const SAME_CHANGE = 4;

/** So many breaks are told in words in the picture; where there are more, letters lead to a list. */
const MOST_NOTES = 4;

/**
 * Letters by day: a, b, c …, after z two of them; breaks have none where few are told in words. What parts a line in several places is one break and told once,
 * where it stands nearest to its own day; an event that tells of the same change as a break is left to the break.
 */
export function lettered(keys: readonly Unlettered[]): SceneKey[] {
  const once = new Map<string, Unlettered>();
  const off = ({ at, when }: Unlettered) => (when === '' ? 0 : Math.abs(at - dayOf(when)));
  for (const key of keys) {
    const held = once.get(key.text);
    if (!held || off(key) < off(held)) once.set(key.text, key);
  }
  const breaks = [...once.values()].filter(({ kind, when }) => kind === 'break' && when !== '');
  const isTold = ({ kind, when }: Unlettered) =>
    kind === 'event' &&
    breaks.some((one) => Math.abs(dayOf(one.when) - dayOf(when)) <= SAME_CHANGE);
  const shown = [...once.values()].filter((key) => !isTold(key)).sort((a, b) => a.at - b.at);
  const inWords = shown.filter(({ kind }) => kind === 'break').length <= MOST_NOTES;
  let rank = 0;
  return shown.map((key) =>
    inWords && key.kind === 'break'
      ? { ...key, letter: '' }
      : { ...key, letter: letterOf(rank++), note: '' },
  );
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
