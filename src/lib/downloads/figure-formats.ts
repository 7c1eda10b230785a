import type { Library } from '#lib/records/model.ts';
import type { Edition } from './data/edition.ts';
import { figuresXlsx } from './data/xlsx.ts';
import { figuresCsv, figuresHxlCsv } from './figures-csv.ts';
import { figuresJson } from './figures-json.ts';
import { mediaTypes } from './data/file-kinds.ts';

type Figures = Pick<Library, 'figures'>;

/** One way of writing figures; a name of a file ends as it is called. */
export interface FigureFormat {
  readonly type: string;
  readonly write: (
    figures: Figures,
    edition: Edition,
  ) => string | Promise<string | Uint8Array<ArrayBuffer>>;
}

/** How figures are written here; Parquet needs an engine, so a server adds it. */
export const figureFormats = {
  csv: { type: `${mediaTypes['csv'] ?? ''}; charset=utf-8`, write: figuresCsv },
  'hxl.csv': { type: `${mediaTypes['csv'] ?? ''}; charset=utf-8`, write: figuresHxlCsv },
  json: { type: mediaTypes['json'] ?? '', write: figuresJson },
  xlsx: {
    type: mediaTypes['xlsx'] ?? '',
    // A workbook is bytes, which a response takes in a buffer of its own.
    write: async (figures: Figures, edition: Edition) =>
      new Uint8Array(await figuresXlsx(figures, edition)),
  },
} as const satisfies Readonly<Record<string, FigureFormat>>;
