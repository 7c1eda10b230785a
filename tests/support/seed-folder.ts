import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, vi } from 'vitest';
import { tellTo } from '../../src/commands/tell.js';
import { runProgram } from '../../src/commands/verbs/program.js';

/** The top of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The made-up seeds are of days to come: commands are run as if it were later. */
const JUNE_2035 = Date.UTC(2035, 5, 1);
export const LATER = `data:text/javascript,Date.now=()=>${JUNE_2035}`;

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

/** What a command wrote, and with which code it ended. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** What `npm run seeds -- …` says on 1 June 2035 where nobody can be asked, as a process of its own. */
export function seedsProcess(...words: string[]): Ended {
  const args = ['--import', LATER, 'src/commands/seeds.js', ...words];
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
}

/** The same in this process, without the second in which another starts; `now` in milliseconds since 1970. */
export async function seedsCommand(words: readonly string[], now = JUNE_2035): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const into = (stream: keyof typeof said) => ({
    write: (text: string) => void (said[stream] += text),
  });
  const terminal = { stdin: {}, stdout: into('stdout'), stderr: into('stderr'), env: {} };
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now);
  try {
    const status = await runProgram(['node', 'seeds.js', ...words], terminal);
    return { ...said, status };
  } finally {
    clock.mockRestore();
  }
}

/** A teller whose words, in both streams, are kept in `said`. */
export function keptTell() {
  const said: string[] = [];
  const write = (text: string) => void said.push(text);
  return { tell: tellTo({ out: { write }, err: { write } }), said };
}
