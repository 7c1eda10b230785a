import { expect, test } from 'vitest';
import { cellsOf, lineOf, withLine, withSource } from './rows.js';

const header = 'id,published';
const publishedOf = (line: string) => line.split(',')[1] ?? '';
const withOne = (text: string, published: string) =>
  withSource(text, `new,${published}`, published, publishedOf);

test.each([
  ['2034-01-05', ['a,2034-01-03', 'new,2034-01-05', 'b,2034-01-07', 'u,']],
  ['2034-01-03', ['a,2034-01-03', 'new,2034-01-03', 'b,2034-01-07', 'u,']],
  ['2034-01-01', ['new,2034-01-01', 'a,2034-01-03', 'b,2034-01-07', 'u,']],
  ['2034-01-09', ['a,2034-01-03', 'b,2034-01-07', 'new,2034-01-09', 'u,']],
  ['2034-01', ['a,2034-01-03', 'b,2034-01-07', 'new,2034-01', 'u,']],
  ['', ['a,2034-01-03', 'b,2034-01-07', 'u,', 'new,']],
])('published %j stands in the order of publication', (published, lines) => {
  const before = [header, 'a,2034-01-03', 'b,2034-01-07', 'u,'];
  expect(withOne(`${before.join('\n')}\n`, published)).toBe(`${[header, ...lines].join('\n')}\n`);
  expect(withOne(before.join('\r\n'), published)).toBe(`${[header, ...lines].join('\r\n')}\r\n`);
});

test('a first row goes below the header', () => {
  expect(withOne(`${header}\n`, '2034-01-01')).toBe(`${header}\nnew,2034-01-01\n`);
  expect(withOne(`${header}\nu,\n`, '2034-01-01')).toBe(`${header}\nu,\nnew,2034-01-01\n`);
});

test('a line is quoted where it must be, and goes to the end', () => {
  const line = lineOf(['id', 'title'], { id: 'a', title: 'One, "two"' });
  expect(line).toBe('a,"One, ""two"""');
  expect(withLine('id,title', line)).toBe(`id,title\n${line}\n`);
});

test('cells are parted only where a column follows the comma', () => {
  const names = ['measure', 'stated_as', 'value'];
  expect(cellsOf('measure=killed,stated_as=at least 1,234,value=1234', names)).toEqual({
    measure: 'killed',
    stated_as: 'at least 1,234',
    value: '1234',
  });
  expect(() => cellsOf('measure=killed,valeu=3', names)).toThrow('found "valeu=3"');
  expect(() => cellsOf('value=3,value=4', names)).toThrow('each column once');
});
