import type { SeriesBreak, SeriesChartData, SeriesValue } from './chart-data.ts';
import { dayOf } from './chart-data.ts';
import { breakKey, eventKeys, isKnown, lettered, numbersOf, parting } from './scene.ts';
import type { Scene, SceneEnd, SceneLine, SceneMark, ScenePoint } from './scene.ts';

/** The days that one row of the table speaks about; `start` is empty for a day without a period. */
export interface DateShown {
  readonly as_of: string;
  readonly start: string;
}

/**
 * What was published about the very same days, by the day on which it became known: as known on `day` (empty:
 * today). A value stands until the next one of the same rule; each rule has a line of its own, which no other joins.
 */
export function asRevised(data: SeriesChartData, date: DateShown, day: string): Scene {
  const about = data.figures.filter((value) => isAbout(value, date) && value.kind !== 'undated');
  const known = about.filter((value) => isKnown(value, day));
  const days = (known.length > 0 ? known : about).map(({ from }) => dayOf(from));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const ranks = [...new Set(known.map(({ line }) => line))].sort((a, b) => a - b);
  const drawn = ranks.map((rank) => {
    const its = known.filter(({ line }) => line === rank);
    const { runs, keys } = joined(its.filter(stood), data.breaks);
    const numbered = its.filter((value) => stood(value) && value.value !== '');
    return { rank, first: Math.min(...its.map(({ from }) => dayOf(from))), runs, keys, numbered };
  });
  const earliest = Math.min(...drawn.map((one) => one.first));
  const begins = drawn
    .filter((one) => one.first > earliest || (one.first === earliest && one.rank > 0))
    .map(({ rank, first: at }) => ({
      kind: 'break' as const,
      at,
      when: known.find(({ line, from }) => line === rank && dayOf(from) === at)?.from ?? '',
      text: data.lines[rank]?.begins ?? '',
      // Its line says its name and its first number where it begins.
      note: '',
    }));
  return {
    first,
    last,
    most: Math.max(0, ...known.flatMap(numbersOf)),
    column: false,
    held: [[first, last]],
    ends: drawn.flatMap(({ rank, numbered }): SceneEnd[] => {
      const name = drawn.length > 1 ? (data.lines[rank]?.label ?? '') : '';
      const ends = numbered.length > 1 ? [numbered[0], numbered.at(-1)] : numbered;
      return ends.flatMap((value, index) =>
        value
          ? {
              value,
              at: dayOf(value.from),
              name: index === 0 ? name : '',
              when: value.from,
              upTo: false,
              muted: rank > 0,
            }
          : [],
      );
    }),
    lines: drawn.map(({ rank, runs }): SceneLine => ({
      runs,
      dash: rank === 0 ? 0 : ranks.indexOf(rank) + (ranks[0] === 0 ? 0 : 1),
      behind: false,
      muted: rank > 0,
    })),
    marks: known.map((value): SceneMark => ({
      value,
      from: dayOf(value.from),
      day: dayOf(value.from),
      behind: !stood(value),
      muted: value.line > 0,
    })),
    keys: lettered([
      ...drawn.flatMap(({ keys }) => keys),
      ...begins,
      ...eventKeys(data.events, first, last, day),
    ]),
  };
}

/** Whether a value is of the date shown. */
export const isAbout = (value: SeriesValue, { as_of, start }: DateShown): boolean =>
  value.as_of === as_of && value.start === start;

const stood = ({ kind }: SeriesValue): boolean =>
  kind !== 'also' && kind !== 'older' && kind !== 'undated';

function joined(values: readonly SeriesValue[], breaks: readonly SeriesBreak[]) {
  const runs: ScenePoint[][] = [];
  const keys: ReturnType<typeof breakKey>[] = [];
  let before: SeriesValue | null = null;
  for (const value of values) {
    if (value.value === '') continue;
    const ids = before ? parting(before, value) : null;
    if (ids)
      for (const one of breaks)
        if (ids.includes(one.id)) keys.push(breakKey(one, dayOf(one.day || value.from)));
    if (!before || ids) runs.push([]);
    runs.at(-1)?.push({ day: dayOf(value.from), value: value.value });
    before = value;
  }
  return { runs, keys };
}

/**
 * Dates that were revised, or of which a neighbouring rule gave another number, by as-of ascending; with them how
 * many different numbers were published.
 */
function revisedDates({ figures }: SeriesChartData): { date: DateShown; count: number }[] {
  const rows = new Map<string, SeriesValue[]>();
  for (const value of figures) {
    if (value.value === '' || value.kind === 'undated') continue;
    const key = `${value.as_of}|${value.start}`;
    const row = rows.get(key);
    if (row) row.push(value);
    else rows.set(key, [value]);
  }
  return [...rows.values()].flatMap((row) => {
    const own = row.find(({ line }) => line === 0);
    const count = new Set(row.map(({ value, high }) => `${value}|${high}`)).size;
    const moved = row.some(({ kind, line }) => kind === 'revised' || line > 0);
    if (!own || !moved || count < 2) return [];
    return [{ date: { as_of: own.as_of, start: own.start }, count }];
  });
}

/** The date of which most different numbers were published; of several the earliest. Null without any revised. */
export function defaultDate(data: SeriesChartData): DateShown | null {
  const [first = null, ...rest] = revisedDates(data).sort(
    (a, b) => dayOf(a.date.as_of) - dayOf(b.date.as_of),
  );
  return (
    rest.reduce((best, one) => (best && one.count > best.count ? one : best), first)?.date ?? null
  );
}
