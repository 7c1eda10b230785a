import { COLUMNS } from './columns.ts';
import type { Faults } from './fault.ts';
import { readFigure } from './figure.ts';
import type { FigureWordLists } from './figure.ts';
import type { CorrectionRow } from './corrections.ts';
import type { Figure, Source, Withdrawn } from './model.ts';
import type { Published, Recorded } from './published.ts';
import type { Register } from './register.ts';
import { Row } from './row.ts';

/** What a published figure names. */
export interface FigureContext {
  readonly sources: Register<Source>;
  readonly home: string;
  readonly words: FigureWordLists;
}

/** A figure as it was published, in the words of today; null, and a fault, when it can no longer be read. */
export function figureAsRecorded(
  { id, state, row }: Recorded,
  { sources, home, words }: FigureContext,
): Figure | null {
  const faults: Faults = [];
  const headers = COLUMNS.figures;
  const cells = headers.map((column) => state[column] ?? '');
  const asRow = new Row<'figures'>({
    name: 'figures',
    file: 'published.csv',
    line: row.line,
    headers,
    cells,
    faults,
  });
  // An identifier holds no dot, so that of its source ends at the first.
  const source = sources.records.get(id.split('.')[0] ?? '');
  const figure = source === undefined ? null : readFigure(asRow, source, home, words);
  if (figure?.id === id) return figure;
  const [first] = faults;
  const found = first === undefined ? 'one of another id or source' : first.message;
  row.refuse(
    'says',
    `expected a figure as it was published, found ${found}; the words it names must stay`,
  );
  return null;
}

/** Figures that are published no longer, by id: those recorded as such and those that a new record takes away. */
export function readWithdrawn(
  published: Published,
  corrections: readonly CorrectionRow[],
  context: FigureContext,
): Withdrawn[] {
  const records = new Map(
    corrections
      .filter(({ correction }) => correction.kind === 'withdrawal')
      .map(({ correction }) => [correction.thing, correction]),
  );
  const withdrawn: Withdrawn[] = [];
  for (const recorded of published.records.values()) {
    const correction = recorded.thing === 'figure' ? records.get(recorded.id) : undefined;
    if (correction !== undefined) {
      const figure = figureAsRecorded(recorded, context);
      if (figure !== null) withdrawn.push({ figure, correction });
    } else if (recorded.withdrawn) {
      recorded.row.refuse(
        'id',
        'expected its withdrawal in corrections.csv, found none; put that line back',
      );
    }
  }
  return withdrawn.sort((a, b) => (a.figure.id < b.figure.id ? -1 : 1));
}
