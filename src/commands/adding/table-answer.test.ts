import { expect, test } from 'vitest';
import { refusalOfRows } from './table-answer.js';

const refusals = (why: (row: string) => string) => (cells: Readonly<Record<string, string>>) =>
  new Map([['value', why(cells['value'] ?? '')]]);
const rows = Array.from({ length: 12 }, (_, n) => ({ value: `1,${100 + n}` }));

test('of a table one cause is reported once, with how many rows have it and the first three', () => {
  expect(
    refusalOfRows(
      rows,
      refusals((value) => `expected digits, found "${value}"`),
    ),
  ).toBe('rows 1, 2, 3 and 9 more, value: expected digits, found "1,100"');
  expect(
    refusalOfRows(
      rows.slice(0, 1),
      refusals(() => 'expected digits'),
    ),
  ).toBe('row 1, value: expected digits');
});

test('a table without a fault has no refusal', () => {
  expect(refusalOfRows(rows, () => new Map())).toBeNull();
});
