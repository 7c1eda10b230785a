import { stringify } from 'csv-stringify/sync';
import type { Library } from '#lib/records/model.ts';
import { figureRecord } from './figure-record.ts';

/**
 * All figures as CSV, one a row, UTF-8. A cell that a spreadsheet would take for a formula is escaped
 * with a leading apostrophe.
 */
export const figuresCsv = (library: Pick<Library, 'figures'>): string =>
  stringify(library.figures.map(figureRecord), { header: true, escape_formulas: true });
