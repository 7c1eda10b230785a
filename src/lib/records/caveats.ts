import { badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { parseDay } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';
import { parseIdentifier } from '#lib/values/identifier.ts';
import { parseList } from '#lib/values/list.ts';
import { parseOptionalText, parseText } from '#lib/values/text.ts';
import { EFFECTS } from './effects.ts';
import type { Effect } from './effects.ts';
import type { Caveat, Figure } from './model.ts';
import { register } from './register.ts';
import type { Register } from './register.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';

/** What a row says when somebody looked and found nothing to add to its source, definition and measure. */
const DECIDED_NONE = 'none';

/** @param words the ids of what a caveat may be limited to, before their rows are read: measures name caveats in turn */
export function readCaveats(
  file: string,
  table: Table<'caveats'>,
  words: Readonly<Record<keyof Caveat['reach'], Register<string>>>,
): Register<Caveat> {
  return register('a caveat', file, table, 'code', (row: Row<'caveats'>) => {
    const cells = row.read({
      code: parseCode,
      gravity: parseGravity,
      label: parseText,
      text: parseText,
      said_by: parseText,
      short: parseOptionalText,
      effects: (list) => parseList(list, (effect) => parseChoice(effect, EFFECTS)),
      measures: (list) => parseList(list, words.measures.find),
      populations: (list) => parseList(list, words.populations.find),
      places: (list) => parseList(list, words.places.find),
    });
    if (cells === null) return null;
    const { said_by: saidBy, measures, populations, places, ...rest } = cells;
    if (rest.short.length >= rest.text.length) {
      row.refuse(
        'short',
        badValue('less than the text', rest.short, 'leave the cell empty').message,
      );
      return null;
    }
    return { ...rest, saidBy, reach: { measures, populations, places } };
  });
}

function parseCode(text: string): string {
  if (text === DECIDED_NONE) {
    throw badValue('a code', text, 'this word is kept for rows without a caveat of their own');
  }
  return parseIdentifier(text);
}

function parseGravity(text: string): number {
  if (/^[1-5]$/.test(text)) return Number(text);
  throw badValue('a gravity from 1, the most serious, to 5', text);
}

/** A cell that may be empty: of a measure, a definition, a source. */
export function caveatsOf(caveats: Register<Caveat>): (text: string) => Caveat[] {
  return (text) => {
    if (text === DECIDED_NONE) throw badValue('caveat codes', text, 'leave the cell empty here');
    return parseList(text, caveats.find);
  };
}

/** What a figure's own cell says: its caveats, and of those known only from a later day, that day. */
export interface DecidedCaveats {
  readonly list: readonly Caveat[];
  readonly from: Readonly<Record<string, Day>>;
}

/** A figure's own cell: codes, `code@YYYY-MM-DD`, or `none`, the written decision; empty is no decision. */
export function decidedCaveats(caveats: Register<Caveat>): (text: string) => DecidedCaveats {
  // A few dozen cells stand in thousands of rows. What is refused is not kept: it is refused anew in each row.
  const read = new Map<string, DecidedCaveats>();
  return (text) => {
    const held = read.get(text);
    if (held) return held;
    const decided = decidedIn(text, caveats);
    read.set(text, decided);
    return decided;
  };
}

function decidedIn(text: string, caveats: Register<Caveat>): DecidedCaveats {
  if (text === DECIDED_NONE) return { list: [], from: {} };
  const expected = 'caveat codes or none';
  if (text === '') {
    throw badValue(
      expected,
      text,
      'write none when the row adds nothing to its source and definition',
    );
  }
  if (text.split(';').some((item) => item.split('@')[0] === DECIDED_NONE)) {
    throw badValue(expected, text, 'none excludes every code');
  }
  const from: Record<string, Day> = {};
  const list = parseList(text, (item) => {
    const [code = '', day, ...more] = item.split('@');
    if (more.length > 0) throw badValue('a code, or a code and one day', item);
    const caveat = caveats.find(code);
    if (day !== undefined) from[code] = parseDay(day);
    return caveat;
  });
  return { list, from };
}

/** Whether any of these caveats has an effect. */
export function hasEffect(caveats: readonly Caveat[], effect: Effect): boolean {
  return caveats.some(({ effects }) => effects.includes(effect));
}

/** Whether a caveat speaks of what a figure counts. A place is also reached by the whole of which it is a part. */
export function reaches(
  { reach }: Caveat,
  { measure, population, place }: Pick<Figure, 'measure' | 'population' | 'place'>,
): boolean {
  const holds = (list: readonly string[], ...ids: readonly string[]) =>
    list.length === 0 || ids.some((id) => list.includes(id));
  return (
    holds(reach.measures, measure.id) &&
    holds(reach.populations, population.id) &&
    holds(reach.places, place.id, ...place.partOf)
  );
}

/** All of them, each once, the gravest first; ties go by code. */
export function mergedCaveats(...lists: readonly (readonly Caveat[])[]): Caveat[] {
  const once = new Map<string, Caveat>();
  for (const list of lists) for (const caveat of list) once.set(caveat.code, caveat);
  return [...once.values()].sort((a, b) => a.gravity - b.gravity || (a.code < b.code ? -1 : 1));
}
