import type { Figure, Library } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { becameOf, type Became } from './became.ts';
import { publicationDays } from './days.ts';
import { notesOf } from './notes.ts';
import type { Notes } from './notes.ts';
import { ofLibrary } from './of-library.ts';
import { inOwnText } from './precedence.ts';
import { vintagesAbout } from './since.ts';
import { knownFrom } from './vintage.ts';
import { stands } from './vintages.ts';

/** One figure for good: as it was published, what stood before it and what became of it. */
export interface FigureLife {
  readonly figure: Figure;
  /** What stood before it, or, where it never stood, what stands in its place; null for the first of its days. */
  readonly beside: Figure | null;
  /** The only part that looks past the day on which it was first known. */
  readonly became: Became;
  /** The publication day whose summary shows what was known when it came out; null where no day is given. */
  readonly day: Day | null;
  readonly notes: Notes;
}

const days = ofLibrary((library): ReadonlySet<Day> => new Set(publicationDays(library)));

/** @throws {Error} for a figure of another library. */
export function figureLife(library: Library, figure: Figure): FigureLife {
  const from = knownFrom(figure.source);
  const all = vintagesAbout(library, figure);
  const vintage = all.find((one) => one.figure.id === figure.id);
  if (!vintage) throw new Error(`${figure.id} is no figure of this library`);
  const became = becameOf(library, figure);
  const earlier = all.slice(0, all.indexOf(vintage)).map((one) => one.figure);
  const before = vintage.before && inOwnText(vintage.before, earlier);
  const beside = stands(became.kind) ? before : became.instead;
  const { since, newer, otherRule, contradicted } = became;
  const shown = [figure, beside, newer, otherRule, contradicted, ...since.map(({ now }) => now)];
  return {
    figure,
    beside,
    became,
    day: figure.source.published.kind !== 'undated' && days(library).has(from) ? from : null,
    notes: notesOf(shown.flatMap((one) => one ?? [])),
  };
}
