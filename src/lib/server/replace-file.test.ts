import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs, {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isLeftover, replaceFile } from './replace-file.js';

/** Each lands within a replacing: the killed program does nothing else. */
const KILLS = process.env['PROVE'] ? 200 : 15;
/** Large enough that a kill can land within the writing. */
const ROWS = 10_000;
const textOf = (word: string) => `thing,id,says\n${`figure,example,${word}\n`.repeat(ROWS)}`;
const before = textOf('old');
const after = textOf('new');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-replace-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('a file is made or replaced, keeps its permissions, and nothing else is touched', () => {
  const path = join(folder, 'published.csv');
  const beside = ['published.csv.123456789', '.published.csv.bak', 'published.csv.2'];
  for (const name of beside) writeFileSync(join(folder, name), 'kept');
  replaceFile(path, 'old');
  expect(readFileSync(path, 'utf8')).toBe('old');
  chmodSync(path, 0o640);
  replaceFile(path, new TextEncoder().encode('new'));
  expect(readFileSync(path, 'utf8')).toBe('new');
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).sort()).toEqual([...beside, 'published.csv'].sort());
  for (const name of beside) expect(readFileSync(join(folder, name), 'utf8')).toBe('kept');
});

test('what cannot be written is told by its reason, and nothing is left beside it', () => {
  const path = join(folder, 'published.csv');
  mkdirSync(join(path, 'no-file'), { recursive: true });
  expect(() => replaceFile(path, 'new')).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^E[A-Z]+$/) }),
  );
  expect(readdirSync(folder)).toEqual(['published.csv']);
  expect(() => replaceFile(join(folder, 'none', 'published.csv'), 'new')).toThrow(
    expect.objectContaining({ code: 'ENOENT' }),
  );
});

test('an error before the file takes its name leaves the old content; after that none can come', () => {
  const path = join(folder, 'published.csv');
  writeFileSync(path, 'old');
  const fails = () => {
    throw Object.assign(new Error('made up'), { code: 'EIO' });
  };
  const sync = vi.spyOn(fs, 'fsyncSync').mockImplementation(fails);
  expect(() => replaceFile(path, 'new')).toThrow(expect.objectContaining({ code: 'EIO' }));
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['old', ['published.csv']]);
  sync.mockRestore();
  // Whatever asks the disk for something once the name is taken is refused.
  const { renameSync } = fs;
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    renameSync(from, to);
    for (const name of ['openSync', 'fsyncSync', 'closeSync', 'chmodSync', 'unlinkSync'] as const)
      vi.spyOn(fs, name).mockImplementation(fails);
  });
  replaceFile(path, 'new');
  vi.restoreAllMocks();
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['new', ['published.csv']]);
});

test.skipIf(process.platform === 'win32')(
  'a disk that takes a part and no more leaves the old content',
  () => {
    const path = join(folder, 'published.csv');
    const from = join(folder, 'new-text');
    writeFileSync(path, 'old');
    writeFileSync(from, after);
    // A limit on the size of files answers as a full disk does: the first bytes are taken, the rest refused.
    const limited = `trap '' XFSZ; ulimit -f 8; exec "$0" --input-type=module -e "$1" "$2" "$3" 2>&1`;
    const run = () =>
      execFileSync('sh', ['-c', limited, process.execPath, program, path, from], {
        encoding: 'utf8',
      });
    expect(run).toThrow(
      expect.objectContaining({ stdout: expect.stringMatching(/^begins[^]*EFBIG/) }),
    );
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['new-text', 'published.csv']);
  },
);

test('git knows what a killed run leaves of each kind of file written so, and hides no seed', () => {
  copyFileSync(new URL('../../../.gitignore', import.meta.url), join(folder, '.gitignore'));
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: folder, encoding: 'utf8' }).split('\n').filter(Boolean);
  git('init', '--quiet');
  const leftovers = [
    'seeds/published.csv.3735928559',
    'seeds/example-2034/figures/example.csv.271828',
    'seeds/example-2034/situation.yaml.3735928559',
    'seeds/.add-draft.json.3735928559',
    'seeds/.unfinished-step.json.3735928559',
    'seeds/places.csv.3735928559',
    'seeds/example-2034/signed.csv.3735928559',
    'seeds/example-2034/mappings/example.yaml.3735928559',
    'example-2034-2034-03-09.pdf.3735928559',
  ];
  const seeds = ['seeds/published.csv', 'seeds/a.20340309.csv', 'seeds/a.yaml', 'a.pdf'];
  expect(leftovers.every(isLeftover)).toBe(true);
  expect(git('check-ignore', '--', ...leftovers, ...seeds)).toEqual(leftovers);
});

test('many runs at once do not break each other', async () => {
  const path = join(folder, 'published.csv');
  const from = join(folder, 'new-text');
  writeFileSync(path, before);
  writeFileSync(from, after);
  const runs = Array.from({ length: 6 }, async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, path, from]);
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  });
  expect(await Promise.all(runs)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(readFileSync(path, 'utf8')).toBe(after);
  expect(readdirSync(folder).sort()).toEqual(['new-text', 'published.csv']);
});

/** A program of its own: it says when it begins to replace the file, and when it is done. */
const program = `
  import { readFileSync } from 'node:fs';
  import { replaceFile } from ${JSON.stringify(new URL('./replace-file.js', import.meta.url).href)};
  const [path, from] = process.argv.slice(1);
  const text = readFileSync(from, 'utf8');
  process.stdout.write('begins');
  replaceFile(path, text);
  process.stdout.write('done');
`;

/** Another: it replaces the file for ever, by one content and the other, and says how long both take, in milliseconds. */
const endless = `
  import { readFileSync, writeSync } from 'node:fs';
  import { replaceFile } from ${JSON.stringify(new URL('./replace-file.js', import.meta.url).href)};
  const [path, ...from] = process.argv.slice(1);
  const texts = from.map((one) => readFileSync(one, 'utf8'));
  for (let begun = performance.now(), turn = 0; ; turn += 1) {
    replaceFile(path, texts[turn % 2]);
    if (turn === 1) writeSync(1, String(performance.now() - begun));
  }
`;

test('between any two things it asks of the disk the old or the new content is there, whole', () => {
  const path = join(folder, 'published.csv');
  writeFileSync(path, before);
  const seen: ('old' | 'new' | 'neither')[] = [];
  let isLooking = false;
  const look = () => {
    if (isLooking) return;
    isLooking = true;
    const text = readFileSync(path, 'utf8');
    seen.push(text === before ? 'old' : text === after ? 'new' : 'neither');
    isLooking = false;
  };
  const asked = (Object.keys(fs) as 'fsyncSync'[]).filter(
    (name) => name.endsWith('Sync') && typeof fs[name] === 'function',
  );
  for (const name of asked) {
    const real = fs[name];
    vi.spyOn(fs, name).mockImplementation((...given) => {
      look();
      const answer = Reflect.apply(real, fs, given) as undefined;
      look();
      return answer;
    });
  }
  replaceFile(path, after);
  vi.restoreAllMocks();
  expect(seen.length).toBeGreaterThan(6);
  expect(seen.join(' ')).toMatch(/^(old )+(new ?)+$/);
});

test(
  `killed at any of ${KILLS} moments it leaves the old or the new content, whole`,
  { timeout: 240_000 },
  async () => {
    const texts = [join(folder, 'new-text'), join(folder, 'old-text')];
    writeFileSync(texts[0] ?? '', after);
    writeFileSync(texts[1] ?? '', before);
    const left = { old: 0, new: 0, half: 0 };
    for (let at = 0; at < KILLS; at += 1) {
      const home = mkdtempSync(join(folder, 'run-'));
      const path = join(home, 'published.csv');
      const child = spawn(process.execPath, ['--input-type=module', '-e', endless, path, ...texts]);
      const ended = once(child, 'exit');
      const [takes] = (await once(child.stdout, 'data')) as [Buffer];
      // From before the first byte to after the last of both, whatever else the machine has to do.
      setTimeout(() => child.kill('SIGKILL'), (Number(String(takes)) * at) / KILLS);
      await ended;
      const text = readFileSync(path, 'utf8');
      expect([before, after].includes(text), 'the old or the new content').toBe(true);
      left[text === before ? 'old' : 'new'] += 1;
      const others = readdirSync(home).filter((name) => name !== 'published.csv');
      if (others.length > 0) left.half += 1;
      expect(others.every((name) => name.startsWith('published.csv.') && isLeftover(name))).toBe(
        true,
      );
      rmSync(home, { recursive: true });
    }
    expect(left.old, 'killed while the old was there').toBeGreaterThan(0);
    expect(left.new, 'killed while the new was there').toBeGreaterThan(0);
    expect(left.half, 'killed while it wrote').toBeGreaterThan(0);
  },
);
