import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readLibraries, readLibrary } from '#lib/records/library.ts';
import { goodSeeds as good, textsIn } from '../support/good-seeds.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

test('the lawful seeds have no fault', () => {
  const { library, faults } = readLibrary(good);
  expect(faults).toEqual([]);
  expect(library?.figures).toHaveLength(14);
});

const folders = readdirSync(`${fixtures}bad-seeds/`, { withFileTypes: true });

/** A folder holds what differs from the lawful seeds, and the very text with which it must be refused. */
test.each(folders.filter((entry) => entry.isDirectory()).map(({ name }) => name))('%s', (fault) => {
  const home = `${fixtures}bad-seeds/${fault}/`;
  const { 'faults.txt': expected, 'missing.txt': missing, ...changed } = textsIn(home);
  const files = Object.entries({ ...good, ...changed }).filter(
    ([path]) => path !== missing?.trim(),
  );
  const readings = readLibraries(Object.fromEntries(files));
  const faults = readings.flatMap((reading) => reading.faults);
  expect(faults.map(({ message }) => `${message}\n`).join('')).toBe(expected);
  expect(readings.flatMap(({ library, ledger }) => library ?? ledger ?? [])).toEqual([]);
});
