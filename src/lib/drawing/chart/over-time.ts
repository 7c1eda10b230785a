import type { SeriesBreak, SeriesChartData, SeriesValue } from './chart-data.ts';
import { dayOf, heldBetween, isGap } from './chart-data.ts';
import { breakKey, eventKeys, isKnown, lettered, numbersOf, parting } from './scene.ts';
import type { Scene, SceneKey, SceneLine, SceneMark, ScenePoint } from './scene.ts';

/**
 * The newest version of every day as known on `day` (empty: today's), by the day it speaks about. A number is held
 * until the next one, but across no break, no other start of the count and no long gap; a flow has no line at all,
 * since nothing runs on from one period into the next. Behind it lies what was published before.
 */
export function overTime(data: SeriesChartData, day: string): Scene {
  const own = data.figures.filter(({ line }) => line === 0).sort(byDay);
  const isFlow = data.statistic === 'flow';
  const known = own.filter((value) => isKnown(value, day));
  const days = (known.length > 0 ? known : own).flatMap(({ as_of, start }) =>
    isFlow && start !== '' ? [dayOf(start), dayOf(as_of)] : [dayOf(as_of)],
  );
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const standing = own.filter((value) => standsOn(value, day));
  const { runs, keys } = isFlow ? { runs: [], keys: [] } : joined(standing, data);
  const told = new Set(keys.map(({ text }) => text));
  const elsewhere = data.breaks
    .filter(({ text, day: on }) => !told.has(text) && (day === '' || on <= day))
    .map((one) => breakKey(one, one.day === '' ? first : dayOf(one.day)));
  const inside = new Set(data.breaks.flatMap(({ inside, text }) => (inside ? [text] : [])));
  const drawn = elsewhere.filter(
    ({ at, text }) => !inside.has(text) && at >= first - EDGE && at <= last + EDGE,
  );
  const untold = elsewhere.filter((key) => !drawn.includes(key));
  const inPlace = new Map(standing.map((value) => [subjectOf(value), value]));
  const earlier = own.filter(
    (value) => isEarlier(value, day) && differs(value, inPlace.get(subjectOf(value))),
  );
  const versions = isFlow ? [] : versionsOf(own, earlier, day);
  const inVersions = new Set(versions.flatMap(({ values }) => values));
  const numbered = standing.filter(({ value }) => value !== '');
  const newest = isFlow ? undefined : numbered.at(-1);
  const held = heldBetween(numbered.map(({ as_of }) => dayOf(as_of)));
  return {
    first,
    last,
    most: Math.max(0, ...known.flatMap(numbersOf)),
    column: false,
    held: isFlow || held.length === 0 ? [[first, last]] : held,
    ends: newest
      ? [
          {
            value: newest,
            at: dayOf(newest.as_of),
            name: '',
            when: newest.as_of,
            upTo: data.statistic === 'cumulative',
            muted: false,
          },
        ]
      : [],
    lines: [
      ...versions.map(({ runs: behind }) => line(behind, true)),
      ...(runs.length > 0 ? [line(runs, false)] : []),
    ],
    marks: [
      ...earlier.filter((value) => !inVersions.has(value)).map((value) => mark(value, true)),
      ...standing.map((value) => mark(value, false)),
    ],
    keys: [
      ...lettered([
        ...[...keys, ...drawn].map((key) => ({ ...key, at: within(key.at, first, last) })),
        ...eventKeys(data.events, first, last, day),
      ]),
      ...untold.map((key): SceneKey => ({
        ...key,
        letter: '',
        note: '',
        kind: inside.has(key.text) ? 'versions' : 'outside',
      })),
    ],
  };

  function mark(value: SeriesValue, behind: boolean): SceneMark {
    const at = dayOf(value.as_of);
    const from = isFlow && value.start !== '' ? dayOf(value.start) : at;
    return { value, from, day: at, behind };
  }
}

/** Days by which a break may lie outside the published days and still be drawn at the edge. */
const EDGE = 45;

const line = (runs: SceneLine['runs'], behind: boolean): SceneLine => ({
  runs,
  behind,
  dash: 0,
  muted: false,
});

const within = (at: number, first: number, last: number): number =>
  Math.max(first, Math.min(last, at));

export function standsOn({ stands, until }: SeriesValue, day: string): boolean {
  if (day === '') return stands !== '' && until === '';
  return stands !== '' && stands <= day && (until === '' || day < until);
}

function isEarlier(value: SeriesValue, day: string): boolean {
  return value.stands !== '' && isKnown(value, day) && !standsOn(value, day);
}

const subjectOf = ({ as_of, start }: SeriesValue): string => `${as_of}|${start}`;

/** Whether what stands in its place is another number: one that was only confirmed has nothing to show. */
function differs(value: SeriesValue, now: SeriesValue | undefined): boolean {
  return now?.value !== value.value || now.high !== value.high || now.shape !== value.shape;
}

type Key = ReturnType<typeof breakKey>;
interface Joined {
  readonly runs: ScenePoint[][];
  readonly keys: Key[];
}

/** Values of one version as runs of points, parted where nothing may be joined, and why. */
function joined(
  values: readonly SeriesValue[],
  {
    breaks,
    otherStart,
    otherStartNote,
  }: Pick<SeriesChartData, 'breaks' | 'otherStart' | 'otherStartNote'>,
): Joined {
  const keys: Key[] = [];
  const runs: ScenePoint[][] = [];
  const starts = [...new Set(values.map(({ start }) => start))];
  for (const start of starts) {
    let before: SeriesValue | null = null;
    for (const value of values.filter((one) => one.start === start)) {
      if (value.value === '') continue;
      if (!before && start !== starts[0])
        keys.push({
          kind: 'break',
          at: dayOf(value.as_of),
          when: value.as_of,
          text: otherStart,
          note: otherStartNote,
        });
      const why = before ? whyParted(before, value, breaks) : null;
      if (why) keys.push(...why);
      const gap = before && isGap(dayOf(before.as_of), dayOf(value.as_of));
      if (!before || why || gap) runs.push([]);
      runs.at(-1)?.push({ day: dayOf(value.as_of), value: value.value });
      before = value;
    }
  }
  return { runs, keys };
}

/** A break stands at its own day; where that lies outside the two values, between them, where the line is open. */
function whyParted(
  before: SeriesValue,
  after: SeriesValue,
  breaks: readonly SeriesBreak[],
): Key[] | null {
  const ids = parting(before, after);
  const [from, to] = [dayOf(before.as_of), dayOf(after.as_of)];
  if (ids)
    return breaks
      .filter(({ id }) => ids.includes(id))
      .map((one) => breakKey(one, within(one.day === '' ? to : dayOf(one.day), from, to)));
  if (after.anew === '') return null;
  return [{ kind: 'break', at: to, when: after.as_of, text: after.anew, note: after.anew }];
}

/** Of one publication: it stands on one side of every break. */
const UNBROKEN = { breaks: [], otherStart: '', otherStartNote: '' };

/** Each publication that spoke of several days and of which some numbers no longer stand. */
function versionsOf(
  own: readonly SeriesValue[],
  earlier: readonly SeriesValue[],
  day: string,
): { values: SeriesValue[]; runs: ScenePoint[][] }[] {
  const superseded = new Set(earlier.map(({ source }) => source));
  const bySource = new Map<string, SeriesValue[]>();
  for (const value of own)
    if (superseded.has(value.source) && isKnown(value, day))
      bySource.set(value.source, [...(bySource.get(value.source) ?? []), value]);
  return [...bySource.values()].flatMap((values) =>
    values.length > 1 ? [{ values, runs: joined(values, UNBROKEN).runs }] : [],
  );
}

function byDay(a: SeriesValue, b: SeriesValue): number {
  return dayOf(a.as_of) - dayOf(b.as_of);
}
