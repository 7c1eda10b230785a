import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundled } from './bundle.js';

let root = '';
beforeEach(() => {
  root = `${mkdtempSync(join(tmpdir(), 'caveat-bundle-'))}/`;
  for (const folder of ['src/lib/words', 'src/commands', 'node_modules'])
    mkdirSync(join(root, folder), { recursive: true });
  write('package.json', '{"type": "module", "imports": {"#lib/*": "./src/lib/*"}}');
  write('node_modules/.package-lock.json', '{}');
  write('src/commands/bundle.js', '');
  write('src/lib/shared.ts', 'export const shared: object = {};');
  write(
    'src/lib/words/one.ts',
    "export { shared } from '#lib/shared.ts'; export const n: number = 1;",
  );
  write('src/lib/words/two.ts', "export { shared } from '#lib/shared.ts';");
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const MODULES = ['words/one.ts', 'words/two.ts'];
const home = () => join(root, 'node_modules/.cache/caveat-commands');

async function read(folder: string, name: string) {
  const file = pathToFileURL(join(folder, name)).href;
  return (await import(/* @vite-ignore */ file)) as Record<string, unknown>;
}

test('modules are translated, and what they share is read once', async () => {
  const folder = await bundled(root, MODULES);
  const [one, two] = [await read(folder, 'words/one.js'), await read(folder, 'words/two.js')];
  expect(one['n']).toBe(1);
  expect(one['shared']).toBe(two['shared']);
});

test('a changed source, package or list is translated anew; nothing else is', async () => {
  const first = await bundled(root, MODULES);
  expect(await bundled(root, MODULES)).toBe(first);
  write('src/lib/words/one.ts', 'export const n: number = 2;');
  const second = await bundled(root, MODULES);
  expect((await read(second, 'words/one.js'))['n']).toBe(2);
  write('node_modules/.package-lock.json', '{"changed": true}');
  const third = await bundled(root, MODULES);
  const fourth = await bundled(root, MODULES.slice(1));
  expect(new Set([first, second, third, fourth]).size).toBe(4);
  expect(readdirSync(home())).toHaveLength(4);
});

test('several processes at once make the same, and none of them half', async () => {
  const folders = await Promise.all([1, 2, 3].map(() => bundled(root, MODULES)));
  expect(new Set(folders).size).toBe(1);
  expect(readdirSync(home())).toHaveLength(1);
});

test('what a killed run left, and translations of other sources, go after a week', async () => {
  await bundled(root, MODULES);
  mkdirSync(join(home(), 'making-killed'));
  for (const name of readdirSync(home())) utimesSync(join(home(), name), 1, 1);
  write('src/lib/shared.ts', 'export const shared: object = { anew: true };');
  const folder = await bundled(root, MODULES);
  expect(readdirSync(home()).map((name) => join(home(), name))).toEqual([folder]);
});

test('a source that cannot be translated is told, and leaves nothing', async () => {
  write('src/lib/words/one.ts', 'export const = 1;');
  await expect(bundled(root, MODULES)).rejects.toThrow();
  expect(readdirSync(home())).toEqual([]);
});
