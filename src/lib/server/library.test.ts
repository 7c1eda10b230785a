import { expect, test } from 'vitest';
import { library } from './library.ts';
import { faults } from './seeds.ts';

test('the seeds of this project have no fault, and every figure names a source that is listed', () => {
  expect(faults).toEqual([]);
  const listed = new Set(library.sources);
  expect(library.figures.filter(({ source }) => !listed.has(source))).toEqual([]);
});
