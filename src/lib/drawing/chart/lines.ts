import { heldBetween, isGap, type ChartValue } from './chart-data.ts';
import type { Scene, SceneEnd, SceneKey, SceneLine, SceneMark } from './scene.ts';

/** One line of a chart of many. Between two runs another definition begins, or its counting changed. */
export interface PlainLine {
  readonly label: string;
  /** By day; none empty. */
  readonly runs: readonly (readonly { readonly day: number; readonly value: ChartValue }[])[];
  readonly breaks: readonly {
    /** Where it is drawn. */
    readonly at: number;
    /** The day itself; empty when it is not known. */
    readonly when: string;
    readonly note: string;
  }[];
}

type Point = PlainLine['runs'][number][number];

const numberOf = ({ value: { value } }: Point): number => (value === '' ? 0 : value);

/** Its newest number; of several of one day the one of the later definition. */
const endOf = ({ runs }: PlainLine): Point | null =>
  runs
    .flatMap((run) => run.at(-1) ?? [])
    .reduce<Point | null>((newest, end) => (newest && newest.day > end.day ? newest : end), null);

/** All on one scale: the line with the largest newest number in the accent colour, each named at its end. */
export function linesScene(lines: readonly PlainLine[]): Scene {
  const ends = lines.map(endOf);
  const largest = Math.max(0, ...ends.map((end) => (end ? numberOf(end) : 0)));
  const accent = ends.findIndex((end) => end !== null && numberOf(end) === largest);
  const days = lines.flatMap(({ runs }) => runs.flatMap((run) => run.map(({ day }) => day)));
  return {
    ...extent(lines),
    held: heldBetween(days),
    column: true,
    lines: lines.map((line, index) => sceneLine(line, index, index !== accent)),
    marks: lines.flatMap((line, index) => loneMarks(line, index !== accent)),
    points: lines.flatMap(({ runs }) =>
      runs.flatMap((run) =>
        run.map(({ day, value }) => ({ value, from: day, day, behind: false })),
      ),
    ),
    keys: lines.flatMap(({ breaks }, line) =>
      breaks.map((one) => ({ ...keyOf(one, false), line })),
    ),
    ends: lines.flatMap(({ label }, index) => {
      const end = ends[index];
      return end ? [endText(label, end, index !== accent)] : [];
    }),
  };
}

/** One of them by itself on its own scale, between the days of all. */
export function smallScene(line: PlainLine, { first, last }: Pick<Scene, 'first' | 'last'>): Scene {
  const end = endOf(line);
  return {
    ...extent([line]),
    first,
    last,
    held: heldBetween(line.runs.flatMap((run) => run.map(({ day }) => day))),
    column: false,
    lines: [sceneLine(line, 0, false)],
    marks: loneMarks(line, false),
    keys: line.breaks.map((one) => keyOf(one, true)),
    ends: end ? [endText('', end, false)] : [],
  };
}

function extent(lines: readonly PlainLine[]): Pick<Scene, 'first' | 'last' | 'most'> {
  const points = lines.flatMap(({ runs }) => runs.flat());
  const days = points.map(({ day }) => day);
  return {
    first: days.length > 0 ? Math.min(...days) : 0,
    last: days.length > 0 ? Math.max(...days) : 0,
    most: Math.max(0, ...points.map(numberOf)),
  };
}

const sceneLine = ({ runs }: PlainLine, dash: number, muted: boolean): SceneLine => ({
  runs: runs
    .flatMap(parted)
    .map((run) => run.map((point) => ({ day: point.day, value: numberOf(point) }))),
  dash,
  behind: false,
  muted,
});

/** A run without the stretches in which nothing was published for too long. */
function parted(run: readonly Point[]): Point[][] {
  const parts: Point[][] = [];
  for (const point of run) {
    const before = parts.at(-1)?.at(-1);
    if (!before || isGap(before.day, point.day)) parts.push([point]);
    else parts.at(-1)?.push(point);
  }
  return parts;
}

/** A number that no line leads to has a mark of its own. */
const loneMarks = ({ runs }: PlainLine, muted: boolean): SceneMark[] =>
  runs
    .flatMap(parted)
    .filter(({ length }) => length === 1)
    .flatMap((run) =>
      run.map(({ day, value }) => ({ value, from: day, day, behind: false, muted })),
    );

const keyOf = ({ at, when, note }: PlainLine['breaks'][number], said: boolean): SceneKey => ({
  letter: '',
  kind: 'break',
  at,
  when: said ? when : '',
  text: '',
  note: said ? note : '',
});

const endText = (name: string, { day, value }: Point, muted: boolean): SceneEnd => ({
  value,
  at: day,
  name,
  when: value.as_of,
  upTo: true,
  muted,
});
