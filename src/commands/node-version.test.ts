import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isTooOld } from './node-version.js';

test.each(['12.22.0', '18.20.4', '20.18.3', '21.7.3', '22.11.0', '23.11.1'])(
  'Node %s is too old',
  (version) => expect(isTooOld(version)).toBe(true),
);

test.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '26.1.0'])(
  'Node %s is new enough',
  (version) => expect(isTooOld(version)).toBe(false),
);

const entries = Object.values(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
)
  .map((script) => /^node (src\/commands\/\S+)/.exec(script)?.[1])
  .filter((path) => path !== undefined);

test('the commands that package.json names are there', () => {
  const there = readdirSync('src/commands').map((name) => `src/commands/${name}`);
  expect(there).toEqual(expect.arrayContaining(entries));
});

test.each(entries.filter((path) => !path.endsWith('seeds.js')))(
  '%s imports nothing statically but the check of the version',
  (path) => {
    const imports = [...readFileSync(path, 'utf8').matchAll(/^import .* from '(.*)';$/gm)];
    expect(imports.map(([, from]) => from)).toEqual(['./node-version.js']);
  },
);

test('an old Node is told so in one sentence', () => {
  const script = `
    Object.defineProperty(process.versions, 'node', { value: '18.20.4' });
    import('./src/commands/node-version.js').then(({ refuseOldNode }) => refuseOldNode());`;
  const told = () => execFileSync(process.execPath, ['-e', script], { stdio: 'pipe' });
  expect(told).toThrow(/Caveat needs Node 20\.19.*this is Node 18\.20\.4\./);
});
