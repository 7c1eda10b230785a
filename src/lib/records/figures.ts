import { BadValue, badValue } from '#lib/values/bad-value.ts';
import { COLUMNS } from './columns.ts';
import type { Faults } from './fault.ts';
import { seedFault } from './fault.ts';
import { readFigure, refuseAll } from './figure.ts';
import type { FigureWordLists } from './figure.ts';
import type { Figure, Source } from './model.ts';
import { Register } from './register.ts';
import { Row, Unreadable } from './row.ts';
import { readTable } from './table.ts';

export interface FigureFile {
  /** The file's name without its ending: the source its rows come from. */
  readonly id: string;
  readonly file: string;
  readonly text: string;
  /** Where each row stands, where these are some rows of a table. */
  readonly lines?: readonly number[];
}

/** Those rows of a table (a Parquet file) that get pages, as the text of a figure file, and the state of the whole table. */
export interface TableText {
  readonly text: string;
  /** Of each row its number in the table, from 1. */
  readonly lines: readonly number[];
  /** How many rows the whole table has. */
  readonly rows: number;
  /** Another for any other content of the table. */
  readonly mark: string;
}

/**
 * Reads rows, given with their numbers, as those of a figure file are read. It remembers what it has seen of a table, so
 * that two rows about one thing are found, but keeps no figure.
 */
export type RowReader = (rows: Iterable<readonly [line: number, cells: readonly string[]]>) => {
  readonly figures: readonly Figure[];
  readonly faults: Faults;
};

export interface Figures {
  readonly list: readonly Figure[];
  /** Where each stands, by its id. */
  readonly rows: ReadonlyMap<string, Row<'figures'>>;
  /** Rows that say nothing that can be kept, each with the id of its source. */
  readonly unread: readonly { readonly source: string; readonly row: Row<'figures'> }[];
  /** By id, for what names a figure. */
  readonly figures: Register<Figure>;
  /** One figure of each series, by the series' id, for what names a series. */
  readonly series: Register<Figure>;
}

/** All figures in the order of `sources`, then of their rows. An unknown `home` makes no id final. */
export function readFigures(
  files: readonly FigureFile[],
  sources: Register<Source>,
  home: string | null,
  words: FigureWordLists,
  faults: Faults,
): Figures {
  const bySource = new Map<string, Figure[]>();
  const series = new Map<string, Figure>();
  const rows = new Map<string, Row<'figures'>>();
  const unread: { source: string; row: Row<'figures'> }[] = [];
  // A row that cannot be read may be the one that is named in vain elsewhere.
  let whole = home !== null;
  for (const { id, file, text, lines: numbers } of files) {
    const source = sourceOf(id, file, sources, faults);
    const table = readTable('figures', file, text, faults, numbers);
    whole &&= table.whole;
    const lines = new Map<string, number>();
    for (const row of table.rows) {
      const figure = source === null ? null : readFigure(row, source, home ?? '', words);
      if (figure !== null && isAlone(row, figure, lines, series)) {
        bySource.set(id, bySource.get(id) ?? []);
        bySource.get(id)?.push(figure);
        rows.set(figure.id, row);
        if (!series.has(figure.series)) series.set(figure.series, figure);
      } else {
        // All of a row is told at once, whatever is wrong with its source.
        if (figure === null) refuseAll(row, source, words);
        unread.push({ source: id, row });
        whole = false;
      }
    }
  }
  const list = [...sources.records.keys()].flatMap((id) => bySource.get(id) ?? []);
  const byId = new Map(list.map((figure) => [figure.id, figure]));
  return {
    list,
    rows,
    unread,
    figures: new Register('a figure', 'the figure files', byId, new Set(), whole),
    series: new Register('a series', 'the figure files', series, new Set(), whole),
  };
}

/** What reads the rows of the table of one source; null when there is no such source. */
export function rowReader(
  { id, file }: Pick<FigureFile, 'id' | 'file'>,
  sources: Register<Source>,
  home: string,
  words: FigureWordLists,
): RowReader | null {
  const source = sources.records.get(id);
  if (source === undefined) return null;
  const lines = new Map<string, number>();
  const series = new Map<string, Figure>();
  return (rows) => {
    const faults: Faults = [];
    const figures: Figure[] = [];
    for (const [line, cells] of rows) {
      const row = new Row({ name: 'figures', file, line, headers: COLUMNS.figures, cells, faults });
      const figure = readFigure(row, source, home, words);
      if (figure === null) refuseAll(row, source, words);
      if (figure === null || !isAlone(row, figure, lines, series)) continue;
      if (!series.has(figure.series)) series.set(figure.series, figure);
      figures.push(figure);
    }
    return { figures, faults };
  };
}

function sourceOf(
  id: string,
  file: string,
  sources: Register<Source>,
  faults: Faults,
): Source | null {
  try {
    return sources.find(id);
  } catch (cause) {
    if (cause instanceof Unreadable) return null;
    if (!(cause instanceof BadValue)) throw cause;
    faults.push(seedFault(file, [1, 1], 'file name', cause.message));
    return null;
  }
}

/** Refuses a second row about the same thing, and two things whose words run into one series id. */
function isAlone(
  row: Row<'figures'>,
  figure: Figure,
  lines: Map<string, number>,
  series: ReadonlyMap<string, Figure>,
): boolean {
  const first = lines.get(figure.id);
  if (first !== undefined) {
    const wayOut = `line ${first} is about the same thing; a source gives one figure for it`;
    row.refuse('as_of', badValue('one row about one thing', row.raw('as_of'), wayOut).message);
    return false;
  }
  lines.set(figure.id, row.line);
  const other = series.get(figure.series);
  if (other === undefined || sameWords(other, figure)) return true;
  const wayOut = `the words of another series run into ${figure.series}, too; rename one of them`;
  row.refuse('definition', badValue('a series of its own', figure.definition.id, wayOut).message);
  return false;
}

function sameWords(a: Figure, b: Figure): boolean {
  return (['measure', 'population', 'origin', 'place', 'definition'] as const).every(
    (word) => a[word].id === b[word].id,
  );
}
