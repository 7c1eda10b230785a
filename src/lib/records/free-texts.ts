import { refusalOfFreeText } from '#lib/values/free-text.ts';
import type { Published } from './published.ts';
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

/** Refuses counts, addresses and lengths in free text. What readers have seen before in the same words is on record, and stays. */
export function refuseFreeTexts(stated: ReadonlyMap<string, Stated>, published: Published): void {
  for (const one of stated.values()) {
    const recorded = published.records.get(nameOf(one.thing, one.id));
    if (recorded?.now === one) continue;
    const [state, was] = [one.state, recorded?.state ?? {}];
    for (const column of freeTextsOf(one.thing)) {
      const text = state[column] ?? '';
      if (text === was[column] || one.row.isRefused(column)) continue;
      const refusal = refusalOfFreeText(text);
      if (refusal !== null) one.row.refuse(column, refusal);
    }
  }
}
