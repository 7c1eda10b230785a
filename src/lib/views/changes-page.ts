import type { Figure, Library, Measure, Publisher } from '#lib/records/model.ts';
import type { Month } from '#lib/values/day.ts';
import { changeList } from './change-list.ts';
import type { ListedChange } from './change-list.ts';
import { grouped } from './grouped.ts';
import { notesOf } from './notes.ts';
import type { Notes } from './notes.ts';
import { byPlace } from './speakers.ts';

/** The list of changes, whole or narrowed to one measure, one publisher or both. */
export interface ChangesView {
  readonly measure: Measure | null;
  readonly publisher: Publisher | null;
  /** By which the list as chosen otherwise can be narrowed: each leads to at least one entry. */
  readonly measures: readonly Measure[];
  readonly publishers: readonly Publisher[];
  /** The newest first, and so their entries. */
  readonly months: readonly { readonly month: Month; readonly changes: readonly ListedChange[] }[];
  readonly count: number;
  readonly notes: Notes;
}

/** Ids; null for all. */
export interface Chosen {
  readonly measure: string | null;
  readonly publisher: string | null;
}

/** Null for a choice that leads to no entry. */
export function changesView(library: Library, chosen: Chosen): ChangesView | null {
  const all = changeList(library);
  const shown = all.filter((change) => isChosen(change, chosen));
  if (shown.length === 0) return null;
  const narrowed = (by: Chosen, ids: (change: ListedChange) => readonly string[]) =>
    new Set(all.filter((change) => isChosen(change, by)).flatMap(ids));
  const measures = narrowed({ ...chosen, measure: null }, (change) => change.measures);
  const publishers = narrowed({ ...chosen, publisher: null }, (change) => change.publishers);
  return {
    measure: library.measures.get(chosen.measure ?? '') ?? null,
    publisher: library.publishers.get(chosen.publisher ?? '') ?? null,
    measures: [...library.measures.values()].filter(({ id }) => measures.has(id)),
    publishers: [...library.publishers.values()]
      .filter(({ id }) => publishers.has(id))
      .sort(byPlace),
    months: [...grouped(shown, ({ day }) => day.slice(0, 7) as Month)].map(([month, changes]) => ({
      month,
      changes,
    })),
    count: shown.length,
    notes: notesOf(shown.flatMap(figuresOf)),
  };
}

/** Every choice that leads to at least one entry, of a measure, a publisher, or both. */
export function choices(library: Library): Chosen[] {
  const pairs = changeList(library).flatMap(({ measures, publishers }) => [
    ...measures.map((measure) => ({ measure, publisher: null })),
    ...publishers.map((publisher) => ({ measure: null, publisher })),
    ...measures.flatMap((measure) => publishers.map((publisher) => ({ measure, publisher }))),
  ]);
  return [...new Map(pairs.map((one) => [`${one.measure}|${one.publisher}`, one])).values()];
}

function isChosen({ measures, publishers }: ListedChange, { measure, publisher }: Chosen): boolean {
  return (
    (measure === null || measures.includes(measure)) &&
    (publisher === null || publishers.includes(publisher))
  );
}

/** The figures that an entry shows as numbers. */
export function figuresOf(change: ListedChange): readonly Figure[] {
  if (change.kind === 'revision') return [change.vintage.before, change.vintage.figure];
  if (change.kind === 'new-series') return [change.first];
  if (change.kind === 'caveat') return [change.figure];
  return change.kind === 'correction' && change.figure ? [change.figure] : [];
}
