import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepRevisions, makeDataFiles } from '../../src/commands/data-files.js';
import { buildCopy, copyProject } from '../support/copy.ts';
import { filesOf, folder } from '../support/site.ts';

const hashes = (home: string) =>
  Object.fromEntries(
    filesOf(home, '')
      .filter((file) => /\.[a-z]+$/.test(file) && !/\.(br|gz)$/.test(file))
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(home, file)))
          .digest('hex'),
      ]),
  );

test('the same seeds give the same bytes in another folder, time zone and language', async () => {
  const copy = copyProject();
  try {
    const other = await buildCopy(copy.folder, {
      TZ: 'Pacific/Apia',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    });
    // Vite alone makes nothing out of other files; the build does that at its end.
    await makeDataFiles(other);
    keepRevisions(other);
    const [here, there] = [hashes(folder), hashes(other)];
    const differing = Object.keys({ ...here, ...there }).filter(
      (file) => here[file] !== there[file],
    );
    expect(Object.keys(here).length).toBeGreaterThan(100);
    expect(differing.slice(0, 20)).toEqual([]);
  } finally {
    copy.remove();
  }
}, 1_200_000);
