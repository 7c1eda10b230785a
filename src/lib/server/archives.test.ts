import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'caveat-archives-'));
vi.stubEnv('REVISIONS', folder);
const { keepArchive, keptArchive } = await import('./archives.ts');
afterAll(() => rmSync(folder, { recursive: true }));

test('what was kept is read again, byte by byte', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  expect(await keptArchive('examplia-2030', 'abcdef0123-00000000')).toBe(null);
  await keepArchive('examplia-2030', 'abcdef0123-00000000', bytes);
  expect(await keptArchive('examplia-2030', 'abcdef0123-00000000')).toEqual(bytes);
});

test.each(['../examplia-2030/abcdef0123-00000000', '', 'a/b', 'abcdef0123-00000000.zip'])(
  'the name "%s" leads to no file',
  async (name) => {
    expect(await keptArchive('examplia-2030', name)).toBe(null);
  },
);
