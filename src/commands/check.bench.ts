import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, bench, describe } from 'vitest';
import { readLibrary } from '#lib/records/library.ts';
import { findingsOf } from '#lib/views/quality/findings.ts';
import { manySeeds } from '../../tests/support/many-seeds.ts';
import { seedTexts } from '../../tests/support/seed-texts.ts';

// What a keeper waits for: the whole command with its start. Bounds: 4,000 rows 3 s, 100,000 rows 20 s.
const root = fileURLToPath(new URL('../../', import.meta.url));
const good = seedTexts(`${root}tests/fixtures/good-seeds/`);
const once = { iterations: 3, warmupIterations: 0, time: 0, warmupTime: 0 };
/** The made-up seeds are of years to come. */
const LATER = 'data:text/javascript,Date.now=()=>Date.UTC(2035,5,1)';
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function onDisk(texts: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-many-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** With all of it published, so that the record is read and held against the rows, too. */
function published(rows: number): Record<string, string> {
  const texts = manySeeds(good, rows);
  const { ledger, faults } = readLibrary(texts);
  if (ledger === null) throw new Error(faults[0]?.message ?? 'no ledger');
  return { ...texts, [ledger.path]: ledger.text() };
}

describe.each([4000, 100_000])('%i figures', (rows) => {
  const texts = published(rows);
  const folder = onDisk(texts);
  const { library } = readLibrary(texts);
  bench(
    'check, the whole command',
    () => {
      const args = ['--import', LATER, 'src/commands/seeds.js', 'check', folder];
      const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
      if (status !== 0) throw new Error(stdout);
    },
    once,
  );
  bench('reading them', () => void readLibrary(texts), once);
  bench('what is odd about them', () => void (library && findingsOf(library)), once);
});
