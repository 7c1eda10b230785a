import { strFromU8, unzipSync } from 'fflate';
import readSheets from 'read-excel-file/universal';
import type { Opened } from './model.ts';
import { ofFile } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { LARGEST_WHOLE } from './opened.ts';
import { MOST_LINES } from './sheet.ts';

/** Unpacked, in bytes: a small archive can hold far more than fits into memory. */
const LARGEST_UNPACKED = 10 * LARGEST_WHOLE;
const FORMULA = /<(?:\w+:)?f(?:\s[^>]*)?\/?>/;
const MERGED = /<(?:\w+:)?mergeCell\s[^>]*ref="([^"]*)"/;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/**
 * The one sheet of an XLSX file as rows; a refusal for several sheets, formulas, merged cells and what is no workbook. Days come as
 * YYYY-MM-DD, numbers in digits. Lines are rows of the sheet, from 1.
 */
export async function openWorkbook(name: string, bytes: Uint8Array): Promise<Opened | Refusal> {
  if (bytes.length > LARGEST_WHOLE)
    return ofFile('expected a file of at most 20 MB, found a larger one; save its sheet as CSV');
  const broken = ofFile(
    'expected a workbook (.xlsx), found an archive that cannot be read as one; download it again from the publisher, or save its sheet as CSV',
  );
  let unpacked = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name: part, originalSize }) => {
        unpacked += originalSize;
        return SHEET.test(part) && unpacked <= LARGEST_UNPACKED;
      },
    });
    if (unpacked > LARGEST_UNPACKED)
      return ofFile('expected at most 200 MB once unpacked, found more; save its sheet as CSV');
    for (const part of Object.values(parts)) {
      const text = strFromU8(part);
      if (FORMULA.test(text))
        return ofFile(
          'expected written numbers, found a formula; what it gives depends on the program: save the sheet with values alone, or as CSV',
        );
      const [, merged] = MERGED.exec(text) ?? [];
      if (merged !== undefined)
        return ofFile(
          `expected one cell for each row and column, found merged cells (${merged}); part them, and write in each what it says`,
        );
    }
    const sheets = (await readSheets(new Blob([new Uint8Array(bytes)]))).filter(
      ({ data }) => data.length > 0,
    );
    const [sheet, second] = sheets;
    if (sheet === undefined)
      return ofFile('expected a sheet with rows, found none; download it again from the publisher');
    if (second !== undefined) {
      const names = sheets
        .slice(0, 6)
        .map((one) => `“${one.sheet}”`)
        .join(', ');
      return ofFile(
        `expected one sheet, found ${sheets.length} (${names}); save the one that is meant in a file of its own, or as CSV`,
      );
    }
    if (sheet.data.length > MOST_LINES)
      return ofFile(`expected at most ${MOST_LINES} rows, found more; take a part of it`);
    const width = Math.max(...sheet.data.map((row) => row.length));
    return {
      name,
      encoding: `a workbook, sheet “${sheet.sheet}”`,
      separator: null,
      json: null,
      refusals: [],
      rows: sheet.data.map((row, index) => ({
        line: index + 1,
        cells: Array.from({ length: width }, (_, at) => textOf(row[at])),
      })),
    };
  } catch {
    // Whatever the archive holds: what its reader cannot read is no workbook.
    return broken;
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    const text = cell.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 'YYYY-MM-DD'.length) : text;
  }
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}
