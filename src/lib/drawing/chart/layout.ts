import { apart } from '#lib/drawing/label-column.ts';
import { stepPath } from '#lib/drawing/step-path.ts';
import { isoOf, LONGEST_HOLD_IN_DAYS } from './chart-data.ts';
import { freePlace, hits, isFree, linesWithin, placedLetters, type Box } from './labels.ts';
import { markPaths, ringPath } from './mark-paths.ts';
import type { ChartPaper } from './paper.ts';
import { scalesOf, type Plot, type Scales } from './plot.ts';
import { isDrawn, type Scene, type SceneEnd, type SceneKey, type SceneMark } from './scene.ts';
import type { PathKind } from './style.ts';
import { dayTicks, numberTicks } from './ticks.ts';

/** How a page's language says what stands in a chart. */
export interface ChartWords {
  /** At the axis: a day with its month, or a month with its year. */
  day(day: number, isOneYear: boolean): string;
  number(value: number): string;
  /** A whole day or month. */
  date(when: string): string;
  readonly to: string;
  /** Before the last day of a line that ends early. */
  readonly after: string;
}

/** Px that a text takes in one line. */
export type Measure = (text: string, bold: boolean, size: number) => number;

export interface DrawnPath {
  readonly kind: PathKind;
  readonly d: string;
  /** Of a line among many its rank, by which it has dashes of its own on paper. */
  readonly rank?: number;
}

export interface DrawnText {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  /** Whether it belongs to a scale and is no published number. */
  readonly scale: boolean;
  readonly text: string;
}

/** One line of a label: a name, a published number and a day, each may be missing. */
export interface DrawnRow {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly size: number;
  readonly name: string;
  /** The figure, its day, and its number with its qualifier. */
  readonly number: { readonly id: string; readonly as_of: string; readonly amount: string } | null;
  /** What stands between the number and the day. */
  readonly between: ' ' | ', ';
  readonly date: { readonly when: string; readonly text: string } | null;
}

/** A chart on paper of its size: what every hand draws, be it a page, a file, a card or a canvas. */
export interface DrawnChart {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  /** The number at the upper edge of the plot. */
  readonly most: number;
  /** In the order in which they are painted. */
  readonly paths: readonly DrawnPath[];
  readonly texts: readonly DrawnText[];
  readonly rows: readonly DrawnRow[];
}

/** Least distance of two names in the column at the ends of lines. */
const COLUMN_STEP = 17;
/** Between the lines and that column. */
const COLUMN_GAP = 16;
/** A line that ends so near to the right edge is named in the column. */
const NEAR = 30;
const EDGE = 4;

interface Room {
  readonly scene: Scene;
  readonly paper: ChartPaper;
  readonly words: ChartWords;
  readonly measure: Measure;
  readonly plot: Plot;
  readonly scales: Scales;
  /** What a text may not run into; grows with each text that is placed. */
  readonly taken: Box[];
  /** The texts among them, which may be covered least of all. */
  readonly said: Box[];
}

/**
 * A scene on paper. Lines and marks come first; then each text takes the first free place near to what it is about:
 * names and numbers of ends, words of breaks, words of the rules.
 */
export function drawnChart(
  scene: Scene,
  paper: ChartPaper,
  words: ChartWords,
  measure: Measure,
): DrawnChart {
  const ends = paper.isSmall ? [] : scene.ends;
  const column = scene.column ? columnOf(ends, scene, paper, words) : [];
  const wide = Math.max(0, ...column.map((row) => rowWidth(row, measure)));
  const hasLetters = paper.noted && scene.keys.some(({ kind }) => kind === 'event');
  const plot = {
    left: EDGE,
    top: Math.round(paper.small * (paper.isSmall ? 1.6 : 2.2)),
    right: Math.round(paper.width - (wide > 0 ? wide + COLUMN_GAP + 4 : paper.isSmall ? 6 : 12)),
    bottom: Math.round(paper.height - paper.small * (hasLetters ? 3.2 : 1.8)),
  };
  const { most, ticks } = rangeOf(scene.most, paper);
  const scales = scalesOf(plot, scene.first, scene.last, most);
  const lines = scene.lines.map((line) => ({
    ...line,
    corners: line.runs.map((run) =>
      run.map(({ day, value }) => [scales.x(day), scales.y(value)] as const),
    ),
  }));
  const taken = [
    ...lines.flatMap(({ corners, behind }) => (behind ? [] : corners.flatMap(boxesOf))),
    ...scene.marks.flatMap((mark) => (mark.behind ? [] : markBox(mark, scales))),
    { left: 0, top: plot.bottom - 1, right: paper.width, bottom: paper.height },
  ];
  const room: Room = { scene, paper, words, measure, plot, scales, taken, said: [] };

  const rules = rulesOf(ticks, room);
  const named = placedColumn(column, ends, room);
  const rows = ends.flatMap((end) => (named.ends.has(end) ? [] : labelOf(end, room)));
  const notes = notesOf(room);
  const days = daysOf(room);
  const letters = hasLetters
    ? placedLetters(scene.keys, scales, paper.small * 1.2).map(({ x, text }) =>
        textAt(room, x, plot.bottom + paper.small + 6, 'middle', text, false),
      )
    : [];

  return {
    width: paper.width,
    height: paper.height,
    plot,
    most,
    paths: [
      ...rules.paths,
      ...axisOf(room),
      ...days.paths,
      ...notes.paths,
      ...lines.flatMap(({ corners, behind, muted, dash }): DrawnPath[] => {
        const d = stepPath(corners);
        if (d === '') return [];
        if (behind) return [{ kind: 'c-v', d }];
        return [{ kind: muted ? 'c-m' : 'c-l', d, rank: dash }];
      }),
      ...marksOf(scene, scales, plot),
      ...endDots(ends.length > 0 || !paper.isSmall ? ends : scene.ends, scales),
      ...named.paths,
      ...rows.flatMap(({ leader }) => (leader === '' ? [] : [{ kind: 'c-h' as const, d: leader }])),
    ].filter(({ d }) => d !== ''),
    texts: [...rules.texts, ...days.texts, ...letters, ...notes.texts],
    rows: [...named.rows, ...rows.flatMap((label) => label.rows)],
  };
}

/** Rules at round numbers; the plot ends at the largest number, or at a rule just above it. */
function rangeOf(largest: number, paper: ChartPaper): { most: number; ticks: number[] } {
  const ticks = numberTicks(largest);
  const last = ticks.at(-1) ?? 1;
  if (paper.isSmall) {
    const half = last / 2;
    return { most: last, ticks: Number.isInteger(half) && last > 1 ? [half, last] : [last] };
  }
  const most = last <= largest * 1.06 ? last : largest * 1.03;
  return { most, ticks: ticks.filter((tick) => tick > 0 && tick <= most) };
}

/** Horizontal and upright parts of steps, a little wider than they are drawn. */
function boxesOf(corners: readonly (readonly [number, number])[]): Box[] {
  return corners.flatMap(([x, y], index) => {
    const [nextX, nextY] = corners[index + 1] ?? [x, y];
    return [
      { left: x - 2, top: y - 2, right: nextX + 2, bottom: y + 2 },
      {
        left: nextX - 2,
        top: Math.min(y, nextY) - 2,
        right: nextX + 2,
        bottom: Math.max(y, nextY) + 2,
      },
    ];
  });
}

function markBox({ value, from, day }: SceneMark, { x, y }: Scales): Box[] {
  if (value.value === '') return [];
  const at = y(value.value);
  const isFloor = value.shape === 'at_least' || value.shape === 'more_than';
  return [{ left: x(from) - 4, top: at - (isFloor ? 11 : 4), right: x(day) + 4, bottom: at + 4 }];
}

function marksOf({ marks }: Scene, scales: Scales, plot: Plot): DrawnPath[] {
  const some = (is: (mark: SceneMark) => boolean) => markPaths(marks.filter(is), scales);
  const behind = some((mark) => mark.behind);
  const muted = some((mark) => !mark.behind && mark.muted === true);
  const own = some((mark) => !mark.behind && mark.muted !== true);
  const thin = [...behind.dots.matchAll(/M(\S+) (\S+?)h/g)].map(([, x, y]) =>
    ringPath(Number(x), Number(y), 2),
  );
  return [
    { kind: 'c-v', d: thin.join('') + behind.bars + behind.rings },
    { kind: 'c-um', d: muted.bars + muted.rings },
    { kind: 'c-dm', d: muted.dots },
    { kind: 'c-u', d: own.bars },
    { kind: 'c-d', d: own.dots },
    { kind: 'c-o', d: own.rings },
    { kind: 'c-w', d: own.words.map((x) => `M${x} ${plot.bottom}v-8`).join('') },
  ];
}

/** The newest number of a line is a dot even where its line runs on to it; what is no exact number has its own mark. */
function endDots(ends: readonly SceneEnd[], { x, y }: Scales): DrawnPath[] {
  const dots = (muted: boolean): DrawnPath => ({
    kind: muted ? 'c-dm' : 'c-d',
    d: ends
      .filter(({ value, muted: is }) => is === muted && value.shape === 'exact')
      .map(({ value, at }) => `M${x(at)} ${y(Number(value.value))}h.1`)
      .join(''),
  });
  return [dots(true), dots(false)];
}

/** Only where numbers were given; a single day is a short stroke. */
function axisOf({ scene: { held }, plot, scales }: Room): DrawnPath[] {
  const isWhole = held.length === 1;
  const d = held
    .map(([from, to]) => {
      const [left, right] = isWhole ? [plot.left, plot.right] : [scales.x(from), scales.x(to)];
      return left === right ? `M${left - 1} ${plot.bottom}h2` : `M${left} ${plot.bottom}H${right}`;
    })
    .join('');
  return [{ kind: 'c-x', d }];
}

const take = ({ taken, said }: Room, box: Box): void => {
  taken.push(box);
  said.push(box);
};

const textAt = (
  { paper }: Room,
  x: number,
  y: number,
  anchor: DrawnText['anchor'],
  text: string,
  scale: boolean,
): DrawnText => ({ x, y, anchor, size: paper.small, scale, text });

/** A number stands on its rule at the left, or at the right where a line is in its way. */
function rulesOf(ticks: readonly number[], room: Room) {
  const { plot, scales, paper, words, measure, taken } = room;
  const texts = ticks.map((value): DrawnText => {
    const text = words.number(value);
    const y = scales.y(value) - 4;
    const width = measure(text, false, paper.small);
    const boxAt = (left: number): Box => ({
      left,
      top: y - paper.small * 0.8,
      right: left + width,
      bottom: y + 2,
    });
    const [left, right] = [boxAt(plot.left), boxAt(plot.right - width)];
    const isRight = !isFree(left, taken) && hits(right, taken) < hits(left, taken);
    take(room, isRight ? right : left);
    return textAt(room, isRight ? plot.right : plot.left, y, isRight ? 'end' : 'start', text, true);
  });
  const paths = ticks.map((value): DrawnPath => ({
    kind: 'c-r',
    d: `M${plot.left} ${scales.y(value)}H${plot.right}`,
  }));
  return { texts, paths };
}

/** As many days as there is room for. Where all are the first of a year, the year is enough. */
function daysOf(room: Room): { texts: DrawnText[]; paths: DrawnPath[] } {
  const { scene, paper, plot, scales, words, measure } = room;
  const { first, last } = scene;
  const isOneYear = isoOf(first).slice(0, 4) === isoOf(last).slice(0, 4);
  const all = first === last ? [first] : dayTicks(first, last);
  const januaries = all.filter((day) => isoOf(day).endsWith('-01-01'));
  const isYears = !isOneYear && januaries.length > 1;
  const said = (day: number) => (isYears ? isoOf(day).slice(0, 4) : words.day(day, isOneYear));
  const y = Math.round(paper.height - paper.small * 0.4);
  const texts: DrawnText[] = [];
  const paths: DrawnPath[] = [];
  let free = 0;
  const set = (day: number, text: string) => {
    const width = measure(text, false, paper.small);
    const x = scales.x(day);
    const anchor = x - width / 2 < 0 ? 'start' : x + width / 2 > paper.width ? 'end' : 'middle';
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    if (left < free) return;
    texts.push(textAt(room, x, y, anchor, text, true));
    paths.push({ kind: 'c-k', d: `M${x} ${plot.bottom}v5` });
    free = left + width + paper.small * 0.7;
  };
  if (isYears && scales.x(januaries[0] ?? first) > paper.small * 7)
    set(first, words.day(first, false));
  for (const day of isYears ? januaries : all) set(day, said(day));
  return { texts, paths };
}

interface ColumnRow extends Omit<DrawnRow, 'x' | 'y' | 'anchor'> {
  readonly end: SceneEnd;
}

/** What is written of an end: name and number, and its day unless it is the picture's last. */
function rowOf(
  { value, name, when, upTo }: SceneEnd,
  { paper, words }: Pick<Room, 'paper' | 'words'>,
  withDate: boolean,
): Omit<DrawnRow, 'x' | 'y' | 'anchor'> {
  const { id, as_of, amount } = value;
  const text = when === '' ? '' : `${upTo ? `${words.to} ` : ''}${words.date(when)}`;
  return {
    size: paper.label,
    name,
    number: paper.numbered ? { id, as_of, amount } : null,
    between: upTo ? ' ' : ', ',
    date: withDate && paper.numbered && text !== '' ? { when, text } : null,
  };
}

function rowWidth(
  { name, number, date, size }: Pick<DrawnRow, 'name' | 'number' | 'date' | 'size'>,
  measure: Measure,
): number {
  const space = measure('\u00a0', false, size);
  const parts = [
    ...(name === '' ? [] : [measure(name, false, size)]),
    ...(number ? [measure(number.amount, true, size)] : []),
    ...(date ? [measure(date.text, false, size)] : []),
  ];
  return parts.reduce((sum, width) => sum + width, 0) + space * Math.max(0, parts.length - 1);
}

/** The ends that come near to the right edge of many lines. */
function columnOf(
  ends: readonly SceneEnd[],
  { first, last }: Scene,
  paper: ChartPaper,
  words: ChartWords,
): ColumnRow[] {
  const near = ((last - first) * NEAR) / paper.width + 1;
  const widest = (last - first) * 0.16;
  return ends
    .filter(({ at }) => last - at <= Math.max(near, widest))
    .map((end) => ({ ...rowOf(end, { paper, words }, false), end }));
}

function placedColumn(column: readonly ColumnRow[], ends: readonly SceneEnd[], room: Room) {
  const { plot, scales, measure, paper } = room;
  const heights = apart(
    column.map(({ end }) => scales.y(Number(end.value.value))),
    COLUMN_STEP,
    paper.label / 2,
    plot.bottom - 2,
  );
  const x = plot.right + COLUMN_GAP;
  const rows: DrawnRow[] = [];
  const paths: DrawnPath[] = [];
  column.forEach(({ end, ...row }, index) => {
    const [fromX, fromY] = [scales.x(end.at), scales.y(Number(end.value.value))];
    const middle = Math.round(heights[index] ?? fromY);
    rows.push({ ...row, x, y: middle + Math.round(paper.label * 0.34), anchor: 'start' });
    take(room, {
      left: x,
      top: middle - paper.label / 2,
      right: x + rowWidth(row, measure),
      bottom: middle + paper.label / 2,
    });
    if (Math.abs(middle - fromY) > 3 || x - fromX > NEAR)
      paths.push({ kind: 'c-h', d: `M${fromX + 5} ${fromY}L${x - 4} ${middle}` });
  });
  return {
    rows,
    paths,
    ends: new Set(ends.filter((end) => column.some((one) => one.end === end))),
  };
}

interface PlacedLabel {
  readonly rows: DrawnRow[];
  readonly leader: string;
}

/** A label beside its own mark: in one line, or in two, at the nearest free place. */
function labelOf(end: SceneEnd, room: Room): PlacedLabel[] {
  const { scales, measure, paper, taken, words } = room;
  const whole = rowOf(end, { paper, words }, true);
  if (whole.name === '' && !whole.number) return [];
  const isLong = rowWidth(whole, measure) > paper.width * 0.36;
  const parted: (typeof whole)[] =
    whole.name !== '' && (whole.number || whole.date) && isLong
      ? [
          { ...whole, number: null, date: null },
          { ...whole, name: '' },
        ]
      : [whole];
  const width = Math.max(...parted.map((row) => rowWidth(row, measure)));
  const step = Math.round(paper.label * 1.2);
  const height = step * parted.length;
  const [x, y] = [scales.x(end.at), scales.y(Number(end.value.value))];
  const places = [12, 18, 26, 36, 48, 62, 80, 100, 125, 155, 190].flatMap((off) =>
    (['end', 'start'] as const).flatMap((anchor) =>
      [-1, 1].flatMap((way) =>
        [0, 8, 30, 70, 120].map((aside) => {
          const at = anchor === 'end' ? x + 6 - aside : x - 6 + aside;
          const top = way < 0 ? y - off - height + 6 : y + off - 6;
          const left = anchor === 'end' ? at - width : at;
          return {
            anchor,
            at,
            top,
            off,
            way,
            box: { left, top, right: left + width, bottom: top + height },
          };
        }),
      ),
    ),
  );
  const sheet = { left: 1, top: 0, right: paper.width - 1, bottom: room.plot.bottom - 2 };
  const found = freePlace(places, taken, sheet) ?? leastBad(places, room, sheet);
  if (!found) return [];
  take(room, found.box);
  const edge = found.way < 0 ? found.box.bottom : found.box.top;
  return [
    {
      rows: parted.map((row, index) => ({
        ...row,
        x: Math.round(found.at),
        y: Math.round(found.top + step * (index + 0.8)),
        anchor: found.anchor,
      })),
      leader:
        found.off > 26
          ? `M${x} ${y + found.way * 5}L${Math.round(Math.min(Math.max(x, found.box.left), found.box.right))} ${Math.round(edge)}`
          : '',
    },
  ];
}

/** Where every place is taken: on the paper, where it disturbs least. */
function leastBad<Place extends { readonly box: Box }>(
  places: readonly Place[],
  { taken, said }: Room,
  sheet: Box,
): Place | null {
  const disturbs = ({ box }: Place) => hits(box, taken) + 20 * hits(box, said);
  const on = places.filter(
    ({ box }) =>
      box.left >= sheet.left &&
      box.right <= sheet.right &&
      box.top >= 0 &&
      box.bottom <= sheet.bottom,
  );
  return on.reduce<Place | null>(
    (best, place) => (best && disturbs(best) <= disturbs(place) ? best : place),
    null,
  );
}

/** At a break: an upright as tall as needed and, beside it, its day and what it is in words, or its letter. */
function notesOf(room: Room): { paths: DrawnPath[]; texts: DrawnText[] } {
  const { scene, plot, scales, paper } = room;
  const paths: DrawnPath[] = [];
  const texts: DrawnText[] = [];
  for (const key of scene.keys.filter(isDrawn)) {
    const x = scales.x(key.at);
    if (key.kind === 'event') {
      if (paper.noted) paths.push({ kind: 'c-e', d: `M${x} ${plot.bottom}v6` });
      continue;
    }
    const [high, low] = heightsAt(key, room);
    const [top, bottom] = [Math.max(plot.top - 8, high - 12), Math.min(plot.bottom, low + 12)];
    const placed = paper.noted ? noteAt(key, x, top, bottom, room) : null;
    if (placed) texts.push(...placed.texts);
    const [from, to] = [
      Math.min(top, placed?.top ?? top),
      Math.max(bottom, placed?.bottom ?? bottom),
    ];
    paths.push({ kind: 'c-b', d: `M${x} ${to}V${from}` });
  }
  if (paper.isSmall) texts.push(...afterEnd(room));
  return { paths, texts };
}

/** The upper and the lower height of what lies next to a break on either side of it. */
function heightsAt({ at, line }: SceneKey, { scene, scales, plot }: Room): [number, number] {
  const heights = scene.lines
    .filter(({ behind }, index) => !behind && (line === undefined || line === index))
    .flatMap(({ runs }) => {
      const points = runs.flat();
      const before = points.findLast(({ day }) => day < at);
      const after = points.find(({ day }) => day >= at);
      return [before, after].flatMap((point) => (point ? [scales.y(point.value)] : []));
    });
  return heights.length > 0
    ? [Math.min(...heights), Math.max(...heights)]
    : [plot.bottom, plot.bottom];
}

/** Lines of a note are no wider than this, in letters' sizes, and no more than so many. */
const NOTE_WIDTH = 19;
const MOST_LINES = 4;

function noteAt(key: SceneKey, x: number, top: number, bottom: number, room: Room) {
  const { paper, plot, measure, words, taken } = room;
  const width = (text: string) => measure(text, false, paper.small);
  const day = key.when === '' ? '' : words.date(key.when);
  const whole = (note: string) => [day, note].filter((part) => part !== '').join(': ');
  const first = /^.*?[.!?](?=\s|$)/u.exec(key.note)?.[0] ?? key.note;
  const said =
    key.letter === '' ? [...new Set([whole(key.note), whole(first), day])] : [key.letter];
  const step = Math.round(paper.small * 1.18);
  const sheet = { left: 1, top: 0, right: paper.width - 1, bottom: plot.bottom - 2 };
  for (const text of said.filter((one) => one !== ''))
    for (const factor of [1, 0.75, 0.55, 1.3]) {
      const lines = linesWithin(text, paper.small * NOTE_WIDTH * factor, width);
      if (lines.length > MOST_LINES) continue;
      const [wide, tall] = [Math.max(...lines.map(width)), lines.length * step];
      const places = (['start', 'end'] as const).flatMap((anchor) =>
        Array.from({ length: 120 }, (_, i) => i * 3).flatMap((off) =>
          [top - off - tall, bottom + off].map((from) => {
            const left = anchor === 'start' ? x + 6 : x - 6 - wide;
            return {
              anchor,
              from,
              off,
              box: { left, top: from, right: left + wide, bottom: from + tall },
            };
          }),
        ),
      );
      const found = freePlace(
        places.sort((a, b) => a.off - b.off),
        taken,
        sheet,
      );
      if (!found) continue;
      take(room, {
        ...found.box,
        left: Math.min(x, found.box.left),
        right: Math.max(x, found.box.right),
      });
      return {
        top: Math.round(found.box.top),
        bottom: Math.round(found.box.bottom),
        texts: lines.map((line, index) =>
          textAt(
            room,
            found.anchor === 'start' ? x + 6 : x - 6,
            Math.round(found.from + step * (index + 0.8)),
            found.anchor,
            line,
            false,
          ),
        ),
      };
    }
  return null;
}

/** In one of many that ends early: that nothing came after it. */
function afterEnd(room: Room): DrawnText[] {
  const { scene, scales, paper, words, measure, taken } = room;
  const [end] = scene.ends;
  if (!end || scene.last - end.at <= LONGEST_HOLD_IN_DAYS * 3) return [];
  const text = `${words.after} ${words.date(end.when)}`;
  const width = measure(text, false, paper.small);
  const [x, y] = [scales.x(end.at), scales.y(Number(end.value.value))];
  const places = [0, 16, 26, -16, 40, 56, -30].flatMap((down) =>
    (['start', 'end'] as const).map((anchor) => {
      const left = anchor === 'start' ? x + 8 : x - 8 - width;
      const top = y + down - paper.small / 2;
      return {
        anchor,
        y: y + down,
        box: { left, top, right: left + width, bottom: top + paper.small },
      };
    }),
  );
  const found = freePlace(places, taken, {
    left: 0,
    top: 0,
    right: paper.width,
    bottom: room.plot.bottom - 2,
  });
  if (!found) return [];
  take(room, found.box);
  return [
    textAt(
      room,
      found.anchor === 'start' ? x + 8 : x - 8,
      Math.round(found.y + paper.small * 0.34),
      found.anchor,
      text,
      false,
    ),
  ];
}
