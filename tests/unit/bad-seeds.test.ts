import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readLibrary } from '#lib/records/library.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const good = textsIn(`${fixtures}good-seeds/`);

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
  const { library, faults } = readLibrary(Object.fromEntries(files));
  expect(faults.map(({ message }) => `${message}\n`).join('')).toBe(expected);
  expect(library).toBeNull();
});

function textsIn(home: string): Record<string, string> {
  const entries = readdirSync(home, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => `${parentPath.replace(/\/$/, '')}/${name}`);
  return Object.fromEntries(
    paths.map((path) => [path.slice(home.length), readFileSync(path, 'utf8')]),
  );
}
