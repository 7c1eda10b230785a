import { COLUMNS } from '#lib/records/columns.ts';
import { csvLine } from '#lib/records/csv-line.ts';
import type { Library } from '#lib/records/model.ts';
import type { Candidate } from './model.ts';
import { rowsOf } from './sheet.ts';

/** The cells of a row of sources.csv, as far as they were given. */
export type SourceCells = Readonly<Record<string, string>>;

/** What sources.csv cannot do without, each with the flag that gives it. */
const NEEDED = [
  'publisher',
  'title',
  'kind',
  'address',
  'published',
  'retrieved',
  'licence',
  'redistribution',
] as const;

/** What is written for a publication without a day of its own: an empty answer could be a forgotten one. */
export const NOT_GIVEN = 'not given';

/** The flags still missing for a source that is not listed yet. */
export function missingFor(cells: SourceCells): string[] {
  return NEEDED.filter((name) => (cells[name] ?? '') === '').map((name) =>
    name === 'published' ? `--published (its day, or '${NOT_GIVEN}')` : `--${name}`,
  );
}

export interface PlanParts {
  readonly texts: Readonly<Record<string, string>>;
  readonly library: Library;
  readonly source: string;
  /** Null where the source is listed already. */
  readonly newSource: SourceCells | null;
  readonly candidates: readonly Candidate[];
  readonly mapping: string | null;
}

/** The files as they would be, by their paths: those that change, and no other. */
export function plannedFiles({
  texts,
  library,
  source,
  newSource,
  candidates,
  mapping,
}: PlanParts): Record<string, string> {
  const folder = library.situation.id;
  const planned: Record<string, string> = {};
  const sources = `${folder}/sources.csv`;
  if (candidates.length > 0) {
    const path = `${folder}/figures/${source}.csv`;
    const before = texts[path] ?? `${csvLine(COLUMNS.figures)}\n`;
    const rows = candidates.map(
      ({ cells }) => `${csvLine(COLUMNS.figures.map((column) => cells[column] ?? ''))}\n`,
    );
    planned[path] = `${before.endsWith('\n') ? before : `${before}\n`}${rows.join('')}`;
  }
  if (mapping !== null) {
    const path = `${folder}/mappings/${source}.yaml`;
    if (texts[path] !== mapping) planned[path] = mapping;
  }
  // Last: figures without their source are a fault that is told, a source without its figures is none.
  if (newSource !== null) {
    planned[sources] = withSource(texts[sources] ?? '', { ...newSource, id: source });
  }
  return planned;
}

/** A row more, after the last whose publication is not later; undated ones stay where they are. */
function withSource(text: string, cells: SourceCells): string {
  const line = csvLine(COLUMNS.sources.map((column) => cells[column] ?? ''));
  const lines = text.replace(/\n$/, '').split('\n');
  const { rows } = rowsOf(text, ',');
  const at = COLUMNS.sources.indexOf('published');
  const published = cells['published'] ?? '';
  const key = (when: string) => when.slice(0, 10).padEnd(10, '~');
  const later =
    published === ''
      ? undefined
      : rows.slice(1).findLast((row) => {
          const when = row.cells[at] ?? '';
          return when !== '' && key(when) <= key(published);
        });
  const index = published === '' ? rows.length - 1 : later === undefined ? 0 : rows.indexOf(later);
  const next = rows[index + 1];
  const before = next === undefined ? lines.length : next.line - 1;
  return `${[...lines.slice(0, before), line, ...lines.slice(before)].join('\n')}\n`;
}
