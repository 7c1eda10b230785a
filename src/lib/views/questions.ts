import type { Figure, Library } from '#lib/records/model.ts';
import { newestDay } from './days.ts';
import { asKnownOn } from './known.ts';
import { allSeries, type Series } from './series.ts';
import { byPlace } from './speakers.ts';

/** A series as a list has it: without its figures, with the newest that stands. */
export interface ListedSeries extends Omit<Series, 'figures'> {
  readonly count: number;
  /** Null where nothing of it stands. */
  readonly newest: Figure | null;
}

/** What readers ask, and by measure the series that answer it. */
export interface Question {
  readonly label: string;
  readonly measures: readonly {
    readonly id: string;
    readonly label: string;
    readonly series: readonly ListedSeries[];
  }[];
}

/** Series as a list has them, of the newest day. */
export function listed(library: Library, series: Iterable<Series>): ListedSeries[] {
  const known = asKnownOn(library, newestDay(library));
  // By speaker, never by size; of one the order in which the seeds name them.
  const bySpeaker = (a: Series, b: Series) =>
    byPlace(a.definition.publisher, b.definition.publisher);
  return [...series].sort(bySpeaker).map(({ figures, ...one }) => ({
    ...one,
    count: figures.length,
    newest: known.latest([one.id])?.figure ?? figures[0] ?? null,
  }));
}

/** All series by the questions of the situation; a measure that no question names comes last, under its own name. */
export function questionsOf(library: Library): Question[] {
  const all = listed(library, allSeries(library).values());
  const asked = library.situation.questions.map(({ label, measures }) => ({
    label,
    ids: measures.map(({ id }) => id),
  }));
  const named = new Set(asked.flatMap(({ ids }) => ids));
  const rest = new Map(all.map(({ measure }) => [measure.id, measure.label]));
  return [
    ...asked,
    ...[...rest].flatMap(([id, label]) => (named.has(id) ? [] : [{ label, ids: [id] }])),
  ].flatMap(({ label, ids }) => {
    const measures = ids.flatMap((id) => {
      const series = all.filter(({ measure }) => measure.id === id);
      return series.length === 0 ? [] : [{ id, label: series[0]?.measure.label ?? '', series }];
    });
    return measures.length === 0 ? [] : [{ label, measures }];
  });
}
