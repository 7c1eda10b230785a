import { unzipSync, strFromU8 } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { figureRecord } from '#lib/downloads/figure-record.ts';
import { caveat, figure, library, source } from '../../../../tests/support/made.ts';
import { columns } from './columns.ts';
import { figuresXlsx } from './xlsx.ts';

const edition = { situation: 'examplia-2030', site: null, revision: 'abcdef0123' };
const trap = figure({
  value: 5_111,
  asOf: '2030-05-11',
  locator: '5-11',
  note: '=1+1',
  caveats: [caveat({ code: 'made-up', text: '+1 is no number' })],
  source: source({ title: '007', licence: '1e5' }),
});
const cited = figure({
  value: 4_321,
  source: source({ id: 'example-relay', redistribution: 'forbids' }),
});
const made = library([trap, cited]);
const read = async (bytes: Uint8Array) =>
  new Map((await readXlsx(Buffer.from(bytes))).map(({ sheet, data }) => [sheet, data]));

test('the sheets are figures, sources, caveats and definitions, and read back as they were', async () => {
  const sheets = await read(await figuresXlsx(made, edition));
  expect([...sheets.keys()]).toEqual(['figures', 'sources', 'caveats', 'definitions']);
  const [names, ...rows] = sheets.get('figures') ?? [];
  expect(names).toEqual(columns.map(({ name }) => name));
  expect(rows).toEqual(made.figures.map((one) => Object.values(figureRecord(one, edition))));
  expect(sheets.get('sources')?.map(([id]) => id)).toEqual([
    'source_id',
    trap.source.id,
    cited.source.id,
  ]);
  expect(sheets.get('caveats')?.[1]?.slice(0, 3)).toEqual([
    'made-up',
    'Label of made-up',
    '+1 is no number',
  ]);
  expect(sheets.get('definitions')?.[1]?.[4]).toBe(trap.definition.text);
});

test('text stays text: no formula and no day is in it, and numbers are in the columns of numbers alone', async () => {
  const parts = unzipSync(await figuresXlsx(made, edition));
  const [main = new Uint8Array()] = Object.entries(parts)
    .filter(([name]) => name.endsWith('sheet1.xml'))
    .map(([, bytes]) => bytes);
  const cells = strFromU8(main);
  expect(cells).not.toContain('<f>');
  const numbers = [...cells.matchAll(/<c r="([A-Z]+)\d+"(?![^>]* t=)[^>]*><v>(\d+)<\/v>/g)];
  expect(numbers.map(([, , value]) => value)).toEqual(['5111', '5111', '5111']);
  expect(cells).not.toContain('4321');
});

test('the same figures give the same bytes, whenever and wherever they are written', async () => {
  const [one, other] = [await figuresXlsx(made, edition), await figuresXlsx(made, edition)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  // The two words of an archive's clock: the first hour of 1980.
  const view = new DataView(one.buffer, one.byteOffset);
  expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, 0x21]);
});

test('a name of a letter in the format stays the text that it was', async () => {
  const coded = figure({ note: 'a _x0041_ b' });
  const parts = unzipSync(await figuresXlsx(library([coded]), edition));
  expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain(
    'a _x005F_x0041_ b',
  );
});
