import { stringify } from 'csv-stringify/sync';
import type { Library } from '#lib/records/model.ts';
import { columns } from '#lib/downloads/data/columns.ts';
import type { Edition } from '#lib/downloads/data/edition.ts';
import { inert } from '#lib/downloads/data/inert.ts';
import { figureRecord } from './figure-record.ts';

/**
 * Figures as CSV, one a row, UTF-8. A cell that a spreadsheet would take for a formula is escaped
 * with a leading apostrophe.
 */
export const figuresCsv = (library: Pick<Library, 'figures'>, edition: Edition): string =>
  csv([columns.map(({ name }) => name), ...rowsOf(library, edition)]);

/** The same with HXL hashtags in the second row. */
export const figuresHxlCsv = (library: Pick<Library, 'figures'>, edition: Edition): string =>
  csv([
    columns.map(({ name }) => name),
    columns.map(({ hxl }) => hxl),
    ...rowsOf(library, edition),
  ]);

const rowsOf = ({ figures }: Pick<Library, 'figures'>, edition: Edition) =>
  figures.map((figure) => Object.values(figureRecord(figure, edition)));

/** Rows as CSV, each text escaped where a spreadsheet would run it. */
export const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { cast: { string: inert } },
  );
