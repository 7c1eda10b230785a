import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Answered } from './answers-of.js';
import type { Asked } from './other-process.js';

export type Answers = Readonly<Record<string, Answered>>;

/** A working folder of its own with a copy of the seeds, in which a built server can be started. */
export function otherFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-other-'));
  const seeds = join(folder, 'facts');
  cpSync('seeds', seeds, { recursive: true });
  const path = (file: string) => join(seeds, file);
  return {
    folder,
    seeds,
    /** Changes every row of a seed file. */
    change(file: string, change: (row: Record<string, string>, line: number) => void): void {
      const rows = parse(readFileSync(path(file), 'utf8'), { columns: true }) as Record<
        string,
        string
      >[];
      rows.forEach((row, i) => change(row, i + 2));
      writeFileSync(path(file), stringify(rows, { header: true }));
    },
    /** As if nothing had been published yet: otherwise a change would be refused before it reaches a page. */
    forgetPublished(situation: string): void {
      writeFileSync(path(`${situation}/published.csv`), 'thing,id,says\n');
      // Names with a number, and a note with a count, stay as they were published; nobody may write them anew.
      for (const file of ['sources.csv', 'figures/guardian-2022-05-10.csv'])
        this.change(`${situation}/${file}`, (row) => {
          for (const column of ['title', 'relay_of', 'note'])
            row[column] &&= row[column].replace(/France 24|24 Kanal|24tv|thousands/g, 'a channel');
        });
      writeFileSync(
        path(`${situation}/corrections.csv`),
        'figure,column,old,new,day,kind,reason\n',
      );
    },
    /** What a built server answers in a process whose working folder this is. */
    ask: (built: string, asked: Asked, env: Record<string, string> = {}) =>
      askOther(built, folder, asked, { SEEDS: seeds, ...env }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * @returns what was answered, by address
 * @throws {Error} with what the process said, when it did not end with 0
 */
async function askOther(
  built: string,
  folder: string,
  asked: Asked,
  env: Record<string, string>,
): Promise<Answers> {
  const made = join(folder, 'made');
  mkdirSync(made, { recursive: true });
  const given = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|NODE_ENV|TEST|DEV|PROD|MODE|SSR|SITE_ADDRESS)/.test(name),
  );
  const child = spawn(
    process.execPath,
    [resolve('tests/support/other-process.js'), resolve(built)],
    {
      cwd: folder,
      env: {
        ...Object.fromEntries(given),
        REVISIONS: join(made, 'revisions'),
        MADE_FOLDER: made,
        ...env,
      },
    },
  );
  child.stdin.end(JSON.stringify(asked));
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((done) => child.once('close', done)),
  ]);
  if (code !== 0) throw new Error(`It ended with ${String(code)}: ${err}`);
  return JSON.parse(out) as Answers;
}
