import { expect, test } from 'vitest';
import type { Faults } from './fault.ts';
import { readTable } from './table.ts';

const HEADER = 'id,label,phrase,part_of';

function read(text: string) {
  const faults: Faults = [];
  const { rows, whole } = readTable('populations', 'populations.csv', text, faults);
  const cells = rows.map((row) => [row.line, row.raw('id'), row.raw('label')]);
  return { cells, whole, faults: faults.map(({ message }) => message) };
}

test('rows stand on the line on which an editor shows them, whatever the quotes hold', () => {
  const text = `${HEADER}\na,"one\ntwo",,\n"b","say ""so""",,\nc,d,,`;
  expect(read(text)).toEqual({
    cells: [
      [2, 'a', 'one\ntwo'],
      [4, 'b', 'say "so"'],
      [5, 'c', 'd'],
    ],
    whole: true,
    faults: [],
  });
});

test('both line ends are lines, mixed in one file and inside quotes', () => {
  const { cells, faults } = read(`${HEADER}\r\na,"one\r\ntwo",,\r\nb,x,,\nc,y,,\r\n`);
  expect(faults).toEqual([]);
  expect(cells.map(([line]) => line)).toEqual([2, 4, 5]);
});

test('every ragged row is told, and the others are read', () => {
  const { cells, whole, faults } = read(`${HEADER}\na,b\nc,d,,\ne,f,,,,\n\n`);
  expect(cells).toEqual([[3, 'c', 'd']]);
  expect(whole).toBe(false);
  expect(faults.map((fault) => fault.split(':')[1])).toEqual(['2', '4', '5']);
});

test('a file over 20 MB is not read', { timeout: 60_000 }, () => {
  const { cells, faults } = read(`${HEADER}\n${'é'.repeat(10_000_001)},b,,\n`);
  expect(cells).toEqual([]);
  expect(faults).toEqual([
    'populations.csv:1:1: expected a file of at most 20 MB, found a larger one; part it by publication',
  ]);
});

test('a file of 20 MB less a little is read', { timeout: 60_000 }, () => {
  expect(read(`${HEADER}\n${'a'.repeat(19_999_900)},b,,\n`).faults).toEqual([]);
});

test('a column about single persons is refused in words of its own, in figures', () => {
  const personal = ['name', 'Full name', 'date_of_birth', 'passport_no', 'phone', 'home_address'];
  for (const header of personal) {
    const faults: Faults = [];
    readTable('figures', 'f.csv', `measure,${header}\n`, faults);
    const told = faults.filter(({ message }) => message.includes('single persons'));
    expect(told, header).toHaveLength(1);
  }
});
