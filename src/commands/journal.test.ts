import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atCall } from '../../tests/support/disk-faults.ts';
import { JOURNAL } from '#lib/server/unfinished.js';
import { finishFound } from './journal.js';
import { NotWritten, writeSeeds } from './write-seeds.js';

const STEP = { verb: 'add', asked: '["made up"]' };
const BEFORE = { 'places.csv': 'old places', 'a/sources.csv': 'old sources' };
const TEXTS = {
  'places.csv': 'new places',
  'a/figures/one.csv': 'figures',
  'a/sources.csv': 'new sources',
  'b/c/situation.yaml': 'plan',
};
const DRAFT = 'a/.add-draft.json';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-journal-'));
  begin();
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** The state before the step. */
function begin() {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  mkdirSync(join(folder, 'a'));
  for (const [path, text] of Object.entries(BEFORE)) writeFileSync(join(folder, path), text);
  writeFileSync(join(folder, DRAFT), 'draft');
}

const step = () => writeSeeds(folder, TEXTS, BEFORE, { step: STEP, drop: [DRAFT] });

/** What a reader of the folder sees, and whether the draft is there. */
function seen() {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile() && !/\.\d{6,10}$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')])
      .sort(),
  );
}
const OLD = { ...BEFORE, [DRAFT]: 'draft' };

test('all files of a step are written, with the folders they need, and nothing stays beside', () => {
  step();
  expect(seen()).toEqual(TEXTS);
  expect(readdirSync(folder, { recursive: true })).toHaveLength(8);
});

test('killed at whatever it asks of the disk, the next command finds the step not begun, or finishes it', () => {
  const ends = { old: 0, finished: 0 };
  for (let call = 0; ; call += 1) {
    begin();
    const died = atCall(call, 'dies', step);
    if (!died.isReached) break;
    const found = finishFound(folder);
    const isNew = !(DRAFT in seen());
    expect(seen(), `killed at call ${call}, ${died.name}`).toEqual(isNew ? TEXTS : OLD);
    if (found !== null)
      expect(found).toEqual({ step: STEP, paths: Object.keys(TEXTS), isDone: true });
    ends[isNew ? 'finished' : 'old'] += 1;
    expect(finishFound(folder)).toBeNull();
    if (!isNew) {
      step();
      expect(seen(), `once more after call ${call}`).toEqual(TEXTS);
    }
  }
  for (const [end, times] of Object.entries(ends)) expect(times, end).toBeGreaterThan(0);
});

test('killed again while the rest is done, the one after that does it', () => {
  for (let first = 0; ; first += 1) {
    begin();
    if (!atCall(first, 'dies', step).isReached) break;
    if (!existsSync(join(folder, JOURNAL))) continue;
    const left = readdirSync(folder, { recursive: true }).length;
    expect(left).toBeGreaterThan(0);
    atCall(first % 5, 'dies', () => finishFound(folder));
    finishFound(folder);
    expect(seen(), `killed at ${first} and ${first % 5}`).toEqual(TEXTS);
  }
});

test('an error at whatever it asks of the disk: nothing was written, and it says so, or all is', () => {
  const ends = { old: 0, stuck: 0, new: 0 };
  for (let call = 0; ; call += 1) {
    begin();
    const refused = atCall(call, 'refuses', step);
    if (!refused.isReached) break;
    const about = `an error at call ${call}, ${refused.name}`;
    if (refused.threw === null) {
      ends.new += 1;
      finishFound(folder);
      expect(seen(), about).toEqual(TEXTS);
      continue;
    }
    expect(refused.threw, about).toBeInstanceOf(NotWritten);
    const { message, isPartly } = refused.threw as NotWritten;
    expect(/^Nothing was written: .*\(EIO\)/.test(message), `${about}: ${message}`).toBe(!isPartly);
    ends[isPartly ? 'stuck' : 'old'] += 1;
    if (!isPartly) expect(finishFound(folder), about).toBeNull();
    else {
      expect(message).toMatch(
        /^"add" is not finished: .* is not written \(EIO\)\. Put that right; /,
      );
      finishFound(folder);
    }
    expect(seen(), about).toEqual(isPartly ? TEXTS : OLD);
  }
  for (const [end, times] of Object.entries(ends)) expect(times, end).toBeGreaterThan(0);
});

test('files that somebody changed after the kill are not written over', () => {
  const kinds = new Set<string>();
  for (let call = 0; ; call += 1) {
    begin();
    if (!atCall(call, 'dies', step).isReached) break;
    if (!existsSync(join(folder, JOURNAL))) continue;
    const isOpen = readFileSync(join(folder, 'a/sources.csv'), 'utf8') === BEFORE['a/sources.csv'];
    const isBegun = readFileSync(join(folder, 'places.csv'), 'utf8') !== BEFORE['places.csv'];
    writeFileSync(join(folder, 'a/sources.csv'), 'by hand');
    if (isOpen && isBegun) {
      kinds.add('half');
      expect(() => finishFound(folder)).toThrow(
        /^"add" is not finished: places\.csv.* written; a\/sources\.csv is not written \(it was changed meanwhile\)\. Take places\.csv.* back from git and delete \.unfinished-step\.json/,
      );
    } else {
      const found = finishFound(folder);
      kinds.add(isOpen ? 'undone' : 'done');
      expect(found?.isDone).toBe(!isOpen);
      if (isOpen) expect(seen()).toEqual({ ...OLD, 'a/sources.csv': 'by hand' });
    }
    expect(readFileSync(join(folder, 'a/sources.csv'), 'utf8')).toBe('by hand');
  }
  expect([...kinds].sort()).toEqual(['done', 'half', 'undone']);
});

test('on a disk without links the journal is copied; a part of one is no step', () => {
  vi.spyOn(fs, 'linkSync').mockImplementation(() => {
    throw Object.assign(new Error('made up'), { code: 'EPERM' });
  });
  step();
  expect(seen()).toEqual(TEXTS);
  begin();
  writeFileSync(join(folder, JOURNAL), '{"verb": "add", "targ');
  expect(finishFound(folder)).toBeNull();
  expect(seen()).toEqual(OLD);
}, 20_000);

/** Writes a line of its own behind those that are there, until it was not too late; then says how often it was. */
const appends = `
  import { readFileSync } from 'node:fs';
  import { NotWritten, writeSeeds } from ${JSON.stringify(new URL('./write-seeds.js', import.meta.url).href)};
  const [folder, mark] = process.argv.slice(1);
  const paths = ['one.csv', 'two.csv'];
  for (let late = 0; ; late += 1) {
    const from = Object.fromEntries(paths.map((path) => [path, readFileSync(folder + '/' + path, 'utf8')]));
    const texts = Object.fromEntries(paths.map((path) => [path, from[path] + mark + '\\n']));
    try {
      writeSeeds(folder, texts, from);
      process.stdout.write(String(late));
      break;
    } catch (cause) {
      if (!(cause instanceof NotWritten) || !/somebody else was first/.test(cause.message)) throw cause;
    }
  }
`;

const WRITERS = process.env['PROVE'] ? 50 : 12;

test(`of ${WRITERS} processes, ten at once, each writes upon what the one before wrote, and none is lost`, async () => {
  begin();
  for (const path of ['one.csv', 'two.csv']) writeFileSync(join(folder, path), '');
  const marks = Array.from({ length: WRITERS }, (_, index) => `process ${index}`);
  const codes: (number | null)[] = [];
  const late: number[] = [];
  const todo = [...marks];
  const lane = async () => {
    for (let mark = todo.pop(); mark !== undefined; mark = todo.pop()) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', appends, folder, mark]);
      child.stdout.on('data', (text: Buffer) => late.push(Number(String(text))));
      const [code] = (await once(child, 'exit')) as [number | null];
      codes.push(code);
    }
  };
  await Promise.all(Array.from({ length: 10 }, lane));
  expect(codes).toEqual(marks.map(() => 0));
  for (const path of ['one.csv', 'two.csv'])
    expect(readFileSync(join(folder, path), 'utf8').trim().split('\n').sort()).toEqual(
      [...marks].sort(),
    );
  expect(late).toHaveLength(WRITERS);
}, 120_000);

/** Writes two files that always say the same, by turns, for ever; says how long two turns take, in milliseconds. */
const endless = `
  import { writeSync } from 'node:fs';
  import { writeSeeds } from ${JSON.stringify(new URL('./write-seeds.js', import.meta.url).href)};
  const [folder] = process.argv.slice(1);
  const textsOf = (turn) => ({ 'one.csv': 'x'.repeat(100_000) + turn, 'b/two.csv': 'x'.repeat(100_000) + turn });
  let from = {};
  for (let begun = performance.now(), turn = 0; ; turn += 1) {
    writeSeeds(folder, textsOf(turn), from, { step: { verb: 'add', asked: String(turn) } });
    from = textsOf(turn);
    if (turn === 1) writeSync(1, String(performance.now() - begun));
  }
`;
const KILLS = process.env['PROVE'] ? 200 : 8;

test(`killed at any of ${KILLS} moments, both files say the same once the next command has begun`, async () => {
  const left = { open: 0, decided: 0 };
  for (let at = 0; at < KILLS; at += 1) {
    const home = join(folder, `run-${at}`);
    mkdirSync(home);
    const child = spawn(process.execPath, ['--input-type=module', '-e', endless, home]);
    const ended = once(child, 'exit');
    const [takes] = (await once(child.stdout, 'data')) as [Buffer];
    setTimeout(() => child.kill('SIGKILL'), (Number(String(takes)) * at) / KILLS);
    await ended;
    left[existsSync(join(home, JOURNAL)) ? 'decided' : 'open'] += 1;
    finishFound(home);
    const [one, two] = ['one.csv', 'b/two.csv'].map((path) =>
      readFileSync(join(home, path), 'utf8'),
    );
    expect(one === two, `kill ${at}`).toBe(true);
    expect(existsSync(join(home, JOURNAL))).toBe(false);
  }
  for (const [when, times] of Object.entries(left)) expect(times, when).toBeGreaterThan(0);
}, 240_000);

test.skipIf(process.platform === 'win32')(
  'a disk that takes the first file and not the second takes neither',
  () => {
    // A limit on the size of files answers as a full disk does.
    const limited = `trap '' XFSZ; ulimit -f 8; exec "$0" --input-type=module -e "$1" "$2" 2>&1`;
    const program = `
      import { writeSeeds } from ${JSON.stringify(new URL('./write-seeds.js', import.meta.url).href)};
      try {
        writeSeeds(process.argv[1], { 'places.csv': 'new', 'b/large.csv': 'x'.repeat(100_000) }, { 'places.csv': 'old places' });
      } catch ({ message }) { console.log(message); }`;
    const said = execFileSync('sh', ['-c', limited, process.execPath, program, folder], {
      encoding: 'utf8',
    });
    expect(said).toBe(
      'Nothing was written: b/large.csv could not be (EFBIG). Put that right and try again.\n',
    );
    expect(seen()).toEqual(OLD);
    expect(readdirSync(folder, { recursive: true })).toHaveLength(4);
  },
);
