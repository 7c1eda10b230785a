import { expect, test } from 'vitest';
import { faultRecord } from './fault-record.js';

test.each([
  [
    'a-1/figures/x.csv:7:8: value: expected a whole number of persons, found "1,234"; write 1234',
    ['a-1/figures/x.csv', 7, 8, 'value', 'a whole number of persons', '"1,234"', 'write 1234'],
  ],
  [
    'a.csv:1:1: expected this file, found none; begin it with the header id,label',
    ['a.csv', 1, 1, '', 'this file', 'none', 'begin it with the header id,label'],
  ],
  [
    'a.csv:2:8: value: expected "1, found 2", as published, found "3; 4"; put it back; or not',
    ['a.csv', 2, 8, 'value', '"1, found 2", as published', '"3; 4"', 'put it back; or not'],
  ],
  ['a.csv:2:8: x: expected one, found two', ['a.csv', 2, 8, 'x', 'one', 'two', '']],
])('%s', (message, parts) => {
  const { file, line, column, name, expected, found, wayOut } = faultRecord(message);
  expect([file, line, column, name, expected, found, wayOut]).toEqual(parts);
});
