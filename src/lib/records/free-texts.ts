import { refusalOfFreeText } from '#lib/values/free-text.ts';
import type { Published } from './published.ts';
import type { Row } from './row.ts';
import { nameOf } from './things.ts';
import type { Stated, Thing } from './things.ts';

/** The columns in which somebody writes what they like, and readers see it. */
const FREE_TEXTS: Readonly<Partial<Record<Thing, readonly string[]>>> = {
  caveat: ['label', 'text', 'short'],
  definition: ['label', 'text', 'break_reason'],
  break: ['what', 'reason'],
  source: ['title', 'relay_of', 'note'],
  event: ['text'],
  figure: ['locator', 'note'],
  correction: ['reason'],
};

/** Those of a thing; none where it has none. */
export function freeTextsOf(thing: Thing): readonly string[] {
  return FREE_TEXTS[thing] ?? [];
}

/** A row of which nothing can be kept. `name` is that of the thing on record without which all it says is new. */
export interface Unread {
  readonly thing: Thing;
  readonly name: string;
  readonly row: Row<'sources'> | Row<'figures'>;
}

/** Refuses counts, addresses and lengths in free text. What readers have seen before in the same words is on record, and stays. */
export function refuseFreeTexts(
  stated: ReadonlyMap<string, Stated>,
  published: Published,
  unread: readonly Unread[] = [],
): void {
  for (const one of stated.values()) {
    const recorded = published.records.get(nameOf(one.thing, one.id));
    if (recorded?.now === one) continue;
    refuseIn(one.thing, one.row, one.state, recorded?.state ?? {});
  }
  for (const { thing, name, row } of unread) {
    if (published.records.has(name)) continue;
    const texts = freeTextsOf(thing).map((column) => [column, row.raw(column as 'note')]);
    refuseIn(thing, row, Object.fromEntries(texts) as Record<string, string>, {});
  }
}

function refuseIn(
  thing: Thing,
  row: Stated['row'],
  state: Readonly<Record<string, string>>,
  was: Readonly<Record<string, string>>,
): void {
  for (const column of freeTextsOf(thing)) {
    const text = state[column] ?? '';
    if (text === was[column] || row.isRefused(column)) continue;
    const refusal = refusalOfFreeText(text);
    if (refusal !== null) row.refuse(column, refusal);
  }
}
