import { strToU8, unzipSync, zipSync, strFromU8 } from 'fflate';
import writeXlsx from 'write-excel-file/node';
import { expect, test } from 'vitest';
import { openFile } from './opened.ts';
import { openWorkbook } from './workbook.ts';

type Cell = string | number | Date | null;

async function workbook(...sheets: Cell[][][]): Promise<Uint8Array> {
  const made = sheets.map((rows, index) => ({
    sheet: `Sheet ${index + 1}`,
    data: rows.map((row) =>
      row.map((value) =>
        value instanceof Date ? { value, format: 'yyyy-mm-dd', type: Date } : { value },
      ),
    ),
  }));
  const written = writeXlsx(made as never) as unknown as { toBuffer(): Promise<Buffer> };
  return new Uint8Array(await written.toBuffer());
}

/** The same with the text of its first sheet changed. */
function changed(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path] ?? new Uint8Array()))) });
}

const ROWS: Cell[][] = [
  ['country', 'date', 'individuals'],
  ['Westland', new Date('2034-03-09T00:00:00Z'), 2100001],
  ['Eastland', '2034-03-10', null],
];

test('the one sheet of a workbook is read: days as days, numbers in digits', async () => {
  expect(await openWorkbook('a.xlsx', await workbook(ROWS))).toMatchObject({
    encoding: 'a workbook, sheet “Sheet 1”',
    rows: [
      { line: 1, cells: ['country', 'date', 'individuals'] },
      { line: 2, cells: ['Westland', '2034-03-09', '2100001'] },
      { line: 3, cells: ['Eastland', '2034-03-10', ''] },
    ],
  });
});

test('blank rows keep the numbers of the lines below them', async () => {
  const rows: Cell[][] = [['Made up', null, null], [null, null, null], ...ROWS];
  const opened = await openWorkbook('a.xlsx', await workbook(rows));
  expect('rows' in opened && opened.rows.find(({ cells }) => cells[0] === 'country')?.line).toBe(3);
});

test('several sheets, formulas and merged cells are refused, each with its way out', async () => {
  const what = async (bytes: Uint8Array) => {
    const opened = await openWorkbook('a.xlsx', bytes);
    return 'what' in opened ? opened.what : '';
  };
  const one = await workbook(ROWS);
  expect(await what(await workbook(ROWS, ROWS))).toContain('found 2 (“Sheet 1”, “Sheet 2”)');
  expect(await what(changed(one, (xml) => xml.replace('<v>', '<f>1+1</f><v>')))).toContain(
    'found a formula',
  );
  expect(
    await what(
      changed(one, (xml) =>
        xml.replace(
          '</sheetData>',
          '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
        ),
      ),
    ),
  ).toContain('found merged cells (A1:B1)');
  expect(await what(zipSync({ 'a.txt': strToU8('no workbook') }))).toContain(
    'expected a workbook (.xlsx)',
  );
  expect(await what(one.slice(0, 400))).toContain('expected a workbook (.xlsx)');
});

test('an old workbook is reported as one, and not as a broken text', () => {
  const old = openFile('a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), null);
  expect('what' in old && old.what).toContain('save it as .xlsx or as CSV');
});
