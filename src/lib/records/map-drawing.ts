import { badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { parseCaption } from '#lib/values/free-text.ts';
import { parseText } from '#lib/values/text.ts';
import type { Frame, FrameDrawing, LabelAt, MapName, RibbonPlan } from './model.ts';
import { Unreadable, type Row } from './row.ts';
import type { Table } from './table.ts';

const ANCHORS = ['start', 'middle', 'end'] as const;
const KINDS = ['home', 'country', 'sea'] as const;
const DRAWINGS = ['wide', 'phone'] as const;
/** So many of the countries that are not counted may be named; more would drown those that are. */
const MOST_COUNTRIES = 4;
const CURVE = ['start', 'first_bend', 'second_bend', 'end'] as const;

/** Beyond the paper by at most this many units: a bend may lie there, and the end of none is lost. */
const BEYOND = 40;

/**
 * Ribbons and labels set by hand, by the way's key as it stands in the maps' files ("POL", "POL-UKR"), and the names of
 * seas and other countries. Every fault names file, line and column.
 */
export function readMapDrawing(
  ribbons: Table<'map-ribbons'>,
  names: Table<'map-names'>,
  frames: readonly Frame[] | null,
): ReadonlyMap<string, FrameDrawing> {
  const byFrame = new Map<string, { ribbons: Map<string, RibbonPlan>; names: MapName[] }>();
  const of = (id: string) => {
    const held = byFrame.get(id) ?? { ribbons: new Map<string, RibbonPlan>(), names: [] };
    byFrame.set(id, held);
    return held;
  };
  const parseFrame = (text: string): Frame => {
    // Faulty frames are told where they stand, not once more here.
    if (frames === null) throw new Unreadable();
    const found = frames.find(({ id }) => id === text);
    if (found) return found;
    throw badValue(
      'a frame of situation.yaml',
      text,
      `write one of ${frames.map(({ id }) => id).join(', ')}`,
    );
  };
  for (const row of ribbons.rows) {
    const found = readRibbon(row, parseFrame);
    if (found === null) continue;
    const { frame, way, plan } = found;
    const held = of(frame.id).ribbons;
    if (held.has(way))
      row.refuse('way', badValue('each way of a frame once', way, 'delete the second').message);
    else held.set(way, plan);
  }
  for (const row of names.rows) {
    const cells = row.read({
      frame: parseFrame,
      kind: (text) => parseChoice(text, KINDS),
      text: parseCaption,
      drawing: (text) => parseChoice(text, DRAWINGS),
      at: parseUnits,
      turn: parseTurn,
    });
    if (cells === null) continue;
    const { frame, ...name } = cells;
    const held = of(frame.id).names;
    const alike = held.filter(
      ({ kind, drawing }) => kind === 'country' && drawing === name.drawing,
    );
    if (isOff(name.at, frame, 0)) row.refuse('at', offPaper(row.raw('at'), frame));
    else if (name.kind === 'country' && alike.length >= MOST_COUNTRIES)
      row.refuse(
        'kind',
        badValue(`at most ${MOST_COUNTRIES} countries on one drawing`, name.text, 'leave one out')
          .message,
      );
    else held.push(name);
  }
  return byFrame;
}

function readRibbon(
  row: Row<'map-ribbons'>,
  parseFrame: (text: string) => Frame,
): { frame: Frame; way: string; plan: RibbonPlan } | null {
  const given = CURVE.filter((column) => row.raw(column) !== '');
  if (given.length > 0 && given.length < CURVE.length) {
    const missing = CURVE.find((column) => row.raw(column) === '') ?? 'start';
    row.refuse(
      missing,
      badValue('all four points of a ribbon or none', '', 'write two numbers, as in 212 138')
        .message,
    );
    return null;
  }
  const cells = row.read({
    frame: parseFrame,
    way: parseText,
    ...(given.length > 0 && {
      start: parseUnits,
      first_bend: parseUnits,
      second_bend: parseUnits,
      end: parseUnits,
    }),
  });
  const wide = readLabel(row, 'wide', 'wide_anchor');
  const phone = readLabel(row, 'phone', 'phone_anchor');
  if (cells === null || wide === false || phone === false) return null;
  const { frame, way, start, first_bend, second_bend, end } = cells;
  for (const column of [...CURVE, 'wide', 'phone'] as const) {
    const at = row.raw(column) === '' ? null : parseUnits(row.raw(column));
    if (at === null || !isOff(at, frame, column.endsWith('bend') ? BEYOND : 0)) continue;
    row.refuse(column, offPaper(row.raw(column), frame));
    return null;
  }
  const curve =
    start && first_bend && second_bend && end
      ? ([start, first_bend, second_bend, end] as const)
      : null;
  return { frame, way, plan: { curve, wide, phone } };
}

/** Null without a place; false, and a fault, where only half of it is there or cannot be read. */
function readLabel(
  row: Row<'map-ribbons'>,
  place: 'wide' | 'phone',
  anchor: 'wide_anchor' | 'phone_anchor',
): LabelAt | null | false {
  if (row.raw(place) === '' && row.raw(anchor) === '') return null;
  const at = row.read({ [place]: parseUnits })?.[place];
  const side = row.read({ [anchor]: (text: string) => parseChoice(text, ANCHORS) })?.[anchor];
  return at && side ? { at, anchor: side } : false;
}

const isOff = (
  [x, y]: readonly [number, number],
  { width, height }: Frame,
  beyond: number,
): boolean => x < -beyond || y < -beyond || x > width + beyond || y > height + beyond;

const offPaper = (text: string, { id, width, height }: Frame): string =>
  badValue(`a point on the paper of ${id}, ${width} by ${height} units`, text, 'move it').message;

/** "212 138": units from the left and from the top. */
function parseUnits(text: string): readonly [number, number] {
  const found = /^(-?\d{1,4}(?:\.\d)?) (-?\d{1,4}(?:\.\d)?)$/.exec(text);
  if (!found) throw badValue('two numbers of units with a blank between', text, 'as in 212 138');
  return [Number(found[1]), Number(found[2])];
}

/** Degrees, clockwise. */
function parseTurn(text: string): number {
  if (!/^-?\d{1,2}$/.test(text))
    throw badValue('whole degrees from -99 to 99', text, 'write 0 for level');
  return Number(text);
}
