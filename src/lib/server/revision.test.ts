import { expect, test } from 'vitest';
import { revision, revisionOf } from './revision.ts';

const files = { 'a.csv': 'id,value\nx,1\n', 'b/c.csv': 'id\ny\n' };

test('the revision is ten hexadecimal digits', () => {
  expect(revision).toMatch(/^[\da-f]{10}$/);
});

test('the order in which files are read does not change it', () => {
  expect(revisionOf(Object.fromEntries(Object.entries(files).reverse()))).toBe(revisionOf(files));
});

test.each([
  ['a digit', { ...files, 'a.csv': 'id,value\nx,2\n' }],
  ['a name', { 'z.csv': files['a.csv'], 'b/c.csv': files['b/c.csv'] }],
  ['a file more', { ...files, 'd.csv': '' }],
  ['a line moved to the next file', { 'a.csv': 'id,value\n', 'b/c.csv': 'x,1\nid\ny\n' }],
])('it changes with %s', (_what, other) => {
  expect(revisionOf(other)).not.toBe(revisionOf(files));
});
