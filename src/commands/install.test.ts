import { expect, test } from 'vitest';
import { installIfNeeded, isInstalled } from './install.js';

const asked = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/example': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/example-for-another-machine': { version: '1.0.0', optional: true },
  },
};

test('a package for another machine may be missing', () => {
  const packages = { 'node_modules/example': { version: '1.0.0', integrity: 'sha512-a' } };
  expect(isInstalled(asked, { packages })).toBe(true);
});

test('a package that the lockfile asks for must be there', () => {
  expect(isInstalled(asked, { packages: {} })).toBe(false);
});

test('another version, or other bytes of the same one, is not what the lockfile asks for', () => {
  const other = { version: '1.0.1', integrity: 'sha512-a' };
  const bytes = { version: '1.0.0', integrity: 'sha512-b' };
  expect(isInstalled(asked, { packages: { 'node_modules/example': other } })).toBe(false);
  expect(isInstalled(asked, { packages: { 'node_modules/example': bytes } })).toBe(false);
});

test('what a test starts never installs, whatever lies in node_modules', async () => {
  // Nothing can be installed in a folder that is not there.
  await expect(installIfNeeded('/no-such-folder')).resolves.toBeUndefined();
});
