import { BadValue, badValue } from '#lib/values/bad-value.ts';
import type { Faults } from './fault.ts';
import { seedFault } from './fault.ts';
import { readFigure } from './figure.ts';
import type { FigureWordLists } from './figure.ts';
import type { Figure, Source } from './model.ts';
import { Register } from './register.ts';
import { Unreadable } from './row.ts';
import type { Row } from './row.ts';
import { readTable } from './table.ts';

export interface FigureFile {
  /** The file's name without `.csv`: the source its rows come from. */
  readonly id: string;
  readonly file: string;
  readonly text: string;
}

export interface Figures {
  readonly list: readonly Figure[];
  /** Where each stands, by its id. */
  readonly rows: ReadonlyMap<string, Row<'figures'>>;
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
  // A row that cannot be read may be the one that is named in vain elsewhere.
  let whole = home !== null;
  for (const { id, file, text } of files) {
    const source = sourceOf(id, file, sources, faults);
    const table = readTable('figures', file, text, faults);
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
        whole = false;
      }
    }
  }
  const list = [...sources.records.keys()].flatMap((id) => bySource.get(id) ?? []);
  const byId = new Map(list.map((figure) => [figure.id, figure]));
  return {
    list,
    rows,
    figures: new Register('a figure', 'the figure files', byId, new Set(), whole),
    series: new Register('a series', 'the figure files', series, new Set(), whole),
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
    const wayOut = `line ${first} speaks of the same thing; a source says one number of it`;
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
