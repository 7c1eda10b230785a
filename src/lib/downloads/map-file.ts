import { columns, mapColumns } from '#lib/downloads/data/columns.ts';
import type { Edition } from '#lib/downloads/data/edition.ts';
import type { MapSpan } from '#lib/views/map-spans.ts';
import { figureRecord } from './figure-record.ts';
import { csv } from './figures-csv.ts';
import { recordsJson } from './figures-json.ts';

/**
 * All states of a map as one CSV file, a span a row: the columns that say in which states the figure stands, then those
 * of every file of figures. Empty where a span has no end.
 */
export const mapCsv = (spans: readonly MapSpan[], edition: Edition): string =>
  csv([
    [...mapColumns, ...columns].map(({ name }) => name),
    ...spans.map((span) => [
      ...mapColumns.map(({ cell }) => cell(span)),
      ...Object.values(figureRecord(span.figure, edition)),
    ]),
  ]);

/** The same as JSON: `{ $schema, situation, data_revision, map, figures: [record, …] }`, one record a line. */
export const mapJson = (map: string, spans: readonly MapSpan[], edition: Edition): string =>
  recordsJson(
    spans.map((span) => ({
      ...Object.fromEntries(mapColumns.map(({ name, cell }) => [name, cell(span)])),
      ...figureRecord(span.figure, edition),
    })),
    edition,
    { map },
  );
