import type { Figure, Library } from '#lib/records/model.ts';
import { sortKey } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';
import { newestDay, publicationDays } from './days.ts';
import { asKnownOn } from './known.ts';
import { notesOf } from './notes.ts';
import type { Notes } from './notes.ts';
import { since, vintagesAbout } from './since.ts';
import type { Since } from './since.ts';
import { knownFrom } from './vintage.ts';
import { stands } from './vintages.ts';
import type { VintageKind } from './vintages.ts';

/** One figure for good: as it was published, what stood before it and what became of it. */
export interface FigureLife {
  readonly figure: Figure;
  /** What it was when it came out, beside what else was said of the same days. */
  readonly kind: VintageKind;
  /** What stood before it, or, where it never stood, what stands in its place; null for the first of its days. */
  readonly beside: Figure | null;
  /** What became of it since it was first known: the only part that looks past that day. */
  readonly since: readonly Since[];
  /** What stands today for a later day of its series; null where it speaks of the latest day itself. */
  readonly latest: Figure | null;
  /** The publication day whose summary shows what was known when it came out; null where no day is given. */
  readonly day: Day | null;
  readonly notes: Notes;
}

const days = new WeakMap<Library, ReadonlySet<Day>>();

/** @throws {Error} for a figure of another library. */
export function figureLife(library: Library, figure: Figure): FigureLife {
  const from = knownFrom(figure.source);
  const all = vintagesAbout(library, figure);
  const vintage = all.find((one) => one.figure.id === figure.id);
  if (!vintage) throw new Error(`${figure.id} is no figure of this library`);
  const beside = stands(vintage.kind)
    ? vintage.before
    : (all.findLast(({ kind }) => stands(kind))?.figure ?? null);
  const became = since(library, [figure], from);
  const newest = asKnownOn(library, newestDay(library)).latest([figure.series])?.figure ?? null;
  const latest = newest && sortKey(newest.asOf) > sortKey(figure.asOf) ? newest : null;
  const held = days.get(library) ?? new Set(publicationDays(library));
  days.set(library, held);
  const shown = [figure, beside, latest, ...became.map(({ now }) => now)];
  return {
    figure,
    kind: vintage.kind,
    beside,
    since: became,
    latest,
    day: figure.source.published.kind !== 'undated' && held.has(from) ? from : null,
    notes: notesOf(shown.flatMap((one) => one ?? [])),
  };
}
