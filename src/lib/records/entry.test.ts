import { expect, test } from 'vitest';
import { readEntry } from './entry.ts';
import type { Faults } from './fault.ts';

test.each([
  ['brackets', '['.repeat(20_000)],
  ['brackets that are closed', `id: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`],
  ['lists in lists', `${'- '.repeat(20_000)}x\n`],
])('YAML nested deeper than it can be read is a fault of its file: %s', (_, text) => {
  const faults: Faults = [];
  expect(readEntry('examplia-2030/situation.yaml', text, faults)).toBeNull();
  expect(faults.map(({ message }) => message)).toEqual([
    'examplia-2030/situation.yaml:1:1: expected YAML of a few levels, found more than can be read; take brackets and dashes away',
  ]);
});
