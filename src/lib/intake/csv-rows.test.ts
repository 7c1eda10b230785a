import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvRows } from './csv-rows.ts';
import { rowsOf } from './sheet.ts';

const spectrum = 'node_modules/csv-spectrum/csvs/';

/** Null where it refuses the file. */
function parsed(text: string): string[][] | null {
  try {
    return parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] });
  } catch {
    return null;
  }
}

test.each(readdirSync(spectrum))('reads %s of csv-spectrum as csv-parse does', (name) => {
  const text = readFileSync(`${spectrum}${name}`, 'utf8');
  const { rows, refusals } = rowsOf(text, ',');
  const theirs = parsed(text);
  expect(refusals.length > 0).toBe(theirs === null);
  expect(theirs === null ? null : rows.map(({ cells }) => cells)).toEqual(theirs);
});

const cell = fc.oneof(
  fc.constantFrom('', 'a', '1,2', '"', 'a\nb', '""', ' '),
  fc.string({ maxLength: 4 }),
);
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

test('rows are the same however the text comes in pieces, and keep their lines', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(
          cell.filter((text) => !text.includes('\r')),
          { minLength: 1, maxLength: 4 },
        ),
        { minLength: 1, maxLength: 5 },
      ),
      fc.array(fc.nat(60), { maxLength: 6 }),
      (table, cuts) => {
        const text = table.map((row) => row.map(quote).join(',')).join('\n');
        const rows: string[][] = [];
        const lines: number[] = [];
        const csv = new CsvRows(',', (cells, line) => {
          rows.push(cells);
          lines.push(line);
        });
        let at = 0;
        for (const cut of cuts.sort((a, b) => a - b)) {
          csv.push(text.slice(at, Math.max(at, cut)));
          at = Math.max(at, cut);
        }
        csv.push(text.slice(at));
        csv.end();
        expect(rows).toEqual(table);
        const expectedLines = table.map(
          (_, index) =>
            1 +
            table.slice(0, index).reduce((sum, row) => sum + row.join('').split('\n').length, 0),
        );
        expect(lines).toEqual(expectedLines);
      },
    ),
  );
});
