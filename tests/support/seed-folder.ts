import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { tellTo } from '../../src/commands/tell.js';

/** The top of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The made-up seeds are of days to come: commands are run as if it were later. */
export const LATER = 'data:text/javascript,Date.now=()=>Date.UTC(2035,5,1)';

/** A copy of the lawful made-up seeds. */
export function copyOfSeeds(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-seeds-'));
  cpSync(join(root, 'tests/fixtures/good-seeds'), folder, { recursive: true });
  return folder;
}

/** One for each test of a file, gone after it. */
export function useSeedFolder() {
  let folder = '';
  beforeEach(() => {
    folder = copyOfSeeds();
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return {
    get folder() {
      return folder;
    },
    /** @param path below it */
    path: (path: string) => join(folder, path),
    read: (path: string) => readFileSync(join(folder, path), 'utf8'),
    /** Every file and folder below it. */
    names: () => readdirSync(folder, { recursive: true }).map(String).sort(),
  };
}

/** What `npm run seeds -- …` says, and with which code it ends. */
export function seedsCommand(...words: string[]) {
  const args = ['--import', LATER, 'src/commands/seeds.js', ...words];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

/** A teller whose words, in both streams, are kept in `said`. */
export function keptTell() {
  const said: string[] = [];
  const write = (text: string) => void said.push(text);
  return { tell: tellTo({ out: { write }, err: { write } }), said };
}
