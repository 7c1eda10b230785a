import { badValue } from '#lib/values/bad-value.ts';
import { refusalOfFreeText } from '#lib/values/free-text.ts';
import { COLUMNS } from './columns.ts';
import type { Column, TableName } from './columns.ts';
import type { Faults } from './fault.ts';
import { readFigure, refuseContradictionsSoFar as refuseInFigure } from './figure.ts';
import { freeTextsOf } from './free-texts.ts';
import type { Figure, Library, Source } from './model.ts';
import { Register } from './register.ts';
import { Row } from './row.ts';
import { readSources, refuseContradictionsSoFar as refuseInSource } from './source.ts';

/** Cells of a row that is still being written, by column; what is not there is empty, and contradicts nothing. */
export type Cells = Readonly<Record<string, string>>;

/** What of such a row would be refused, by column: the first refusal of each. */
export type Refusals = ReadonlyMap<string, string>;

/** The words a row can name. */
export type Words = Pick<
  Library,
  'sources' | 'publishers' | 'caveats' | 'measures' | 'populations' | 'places' | 'definitions'
>;

/** A publication as it would be read: null with its refusals, all of them at once. */
export function draftSource(
  words: Words,
  cells: Cells,
): { readonly source: Source | null; readonly refusals: Refusals } {
  const { row, refusals } = draftRow('sources', cells);
  const publishers = known('a publisher', 'publishers.csv', words.publishers);
  const caveats = known('a caveat', 'caveats.csv', words.caveats);
  const table = { rows: [row], whole: true };
  const { records } = readSources('sources.csv', table, publishers, caveats);
  const id = cells['id'] ?? '';
  const source = records.get(id) ?? null;
  if (source === null) refuseInSource(row, publishers, caveats, (column) => column in cells);
  refuseFreeText('source', row);
  if (words.sources.some((one) => one.id === id))
    row.refuse('id', badValue('a new name', id, 'another publication has it').message);
  return { source, refusals: refusals() };
}

/** A figure of a publication as it would be read. `home` is the situation's country. */
export function draftFigure(
  words: Words,
  source: Source,
  home: string,
  cells: Cells,
): { readonly figure: Figure | null; readonly refusals: Refusals } {
  const { row, refusals } = draftRow('figures', cells);
  const lists = {
    measures: known('a measure', 'measures.csv', words.measures),
    populations: known('a population', 'populations.csv', words.populations),
    places: known('a place', 'places.csv', words.places),
    definitions: known('a definition', 'definitions.csv', words.definitions),
    caveats: known('a caveat', 'caveats.csv', words.caveats),
  };
  const figure = readFigure(row, source, home, lists);
  if (figure === null) refuseInFigure(row, source, lists, (column) => column in cells);
  refuseFreeText('figure', row);
  return { figure, refusals: refusals() };
}

/** What the check would refuse of a text that nobody has published yet. */
function refuseFreeText<N extends 'sources' | 'figures'>(
  thing: 'source' | 'figure',
  row: Row<N>,
): void {
  for (const name of freeTextsOf(thing)) {
    const column = name as Column<N>;
    const refusal = refusalOfFreeText(row.raw(column));
    if (refusal !== null && !row.isRefused(column)) row.refuse(column, refusal);
  }
}

function draftRow<N extends TableName>(
  name: N,
  cells: Cells,
): { row: Row<N>; refusals: () => Refusals } {
  const faults: Faults = [];
  const headers: readonly string[] = COLUMNS[name];
  const texts = headers.map((column) => cells[column] ?? '');
  const row = new Row<N>({ name, file: '', line: 1, headers, cells: texts, faults });
  return {
    row,
    refusals: () =>
      new Map(
        // The first of a column is the one that was found first.
        [...faults].reverse().map(({ column, message }) => {
          const header = headers[column - 1] ?? '';
          return [header, message.replace(/^:\d+:\d+: (?:[a-z_]+: )?/, '')] as const;
        }),
      ),
  };
}

/** All there are: what is not among them is not there. */
function known<T>(what: string, file: string, records: ReadonlyMap<string, T>): Register<T> {
  return new Register(what, file, records, new Set(), true);
}
