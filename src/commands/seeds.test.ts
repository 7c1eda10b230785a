import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  LATER,
  copyOfSeeds,
  root,
  seedsCommand,
  seedsProcess,
} from '../../tests/support/seed-folder.ts';
import { notPublished } from './verbs/publish.js';

test('lawful seeds are counted, and the command ends well', async () => {
  const { stdout, status } = await seedsCommand(['check', 'tests/fixtures/good-seeds']);
  expect(stdout).toBe('5 sources, 14 figures, no faults\n');
  expect(status).toBe(0);
});

test('all faults are printed, then their number, and the command fails', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'caveat-empty-'));
  const { stdout, status } = await seedsCommand(['check', empty]);
  rmSync(empty, { recursive: true });
  expect(stdout).toMatch(/^caveats\.csv:1:1: expected this file, found none/);
  expect(stdout).toMatch(/\n\n7 faults\. Nothing is published until all are corrected\.\n$/);
  expect(status).toBe(1);
});

test.each([
  [[], /^Usage: npm run seeds -- /],
  [
    ['chekc'],
    /^error: unknown command 'chekc'\n\(Did you mean check\?\)\n\nUsage: npm run seeds -- /,
  ],
  [['check', 'a', 'b'], /^error: too many arguments .*\n\nUsage: npm run seeds -- check /],
  [['check', '--al'], /^error: unknown option '--al'\n\(Did you mean --all\?\)\n\nUsage: /],
])('%j is told how it is used, and the nearest known word', async (words, told) => {
  const { stdout, stderr, status } = await seedsCommand(words);
  expect(stderr).toMatch(told);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test.each(['check', 'add', 'diff', 'sign', 'publish', 'new'])(
  '%s tells what it does, with examples, and ends well',
  async (verb) => {
    const { stdout, status } = await seedsCommand([verb, '--help']);
    expect(stdout).toMatch(new RegExp(`^Usage: npm run seeds -- ${verb} `));
    expect(stdout).toContain(`\nExamples\n  npm run seeds -- ${verb}`);
    expect(status).toBe(0);
  },
);

test('for machines there is one document, each fault in its parts', async () => {
  const well = await seedsCommand(['check', '--json', '--folder', 'tests/fixtures/good-seeds']);
  expect(JSON.parse(well.stdout)).toEqual({
    ok: true,
    counts: { sources: 5, figures: 14 },
    faults: [],
    findings: [],
    findingsOnFiguresPublishedBefore: 0,
    changes: [],
  });
  const copy = keptCopy();
  try {
    copy.replace(FIGURES, ',222,,exact', ',2 22,,exact');
    const { stdout, status } = await seedsCommand(['--json', 'check', copy.folder]);
    const { ok, faults } = JSON.parse(stdout) as { ok: boolean; faults: unknown[] };
    expect(ok).toBe(false);
    expect(faults).toEqual([
      expect.objectContaining({
        file: 'examplia-2030/figures/example-2030-01-05.csv',
        line: 7,
        column: 8,
        name: 'value',
        found: '"2 22"',
      }),
    ]);
    expect(status).toBe(1);
  } finally {
    rmSync(copy.folder, { recursive: true });
  }
});

test('check reports one cause once, in lines and for machines, however many rows have it', async () => {
  const copy = keptCopy();
  try {
    writeFileSync(copy.path(FIGURES), copy.text(FIGURES).replaceAll(',reported,', ',reportd,'));
    const lines = (await copy.say('check')).stdout.split('\n');
    const reported = lines.filter((line) => line.includes('verification: expected'));
    expect(reported).toHaveLength(1);
    const places = [5, 6].map(
      (line) => `  also examplia-2030/${FIGURES}:${line}:12: found "reportd"`,
    );
    const at = lines.indexOf(reported[0] ?? '');
    expect(lines.slice(at + 1, at + 4)).toEqual([...places, '  and 1 more place (4 times in all)']);
    expect(lines).toContain('4 faults, 1 cause. Nothing is published until all are corrected.');
    const { stdout, status } = await seedsCommand(['check', '--json', copy.folder]);
    const { faults } = JSON.parse(stdout) as {
      faults: { name: string; count: number; places: { line: number }[] }[];
    };
    expect(faults.map(({ name, count }) => [name, count])).toEqual([['verification', 4]]);
    expect(faults[0]?.places.map(({ line }) => line)).toEqual([4, 5, 6]);
    expect(status).toBe(1);
  } finally {
    rmSync(copy.folder, { recursive: true });
  }
});

test('a folder that is not there is told in one sentence', async () => {
  const { stderr, status } = await seedsCommand(['check', 'no-such-folder']);
  expect(stderr).toBe('The folder no-such-folder cannot be read: it is not there.\n');
  expect(status).toBe(2);
});

/** A copy of the lawful seeds, and what the commands say of it. */
function keptCopy() {
  const folder = copyOfSeeds();
  const path = (name: string) => join(folder, 'examplia-2030', name);
  const text = (name: string) => readFileSync(path(name), 'utf8');
  const replace = (name: string, from: string, to: string) => {
    expect(text(name)).toContain(from);
    writeFileSync(path(name), text(name).replace(from, to));
  };
  const record = (line: string) => appendFileSync(path('corrections.csv'), `${line}\n`);
  const names = () => readdirSync(join(folder, 'examplia-2030')).sort();
  const say = (command: string) => seedsCommand([command, folder]);
  return { folder, text, replace, record, names, say, path };
}

const FIGURES = 'figures/example-2030-01-05.csv';
const MOVED =
  'example-2030-01-05.border_crossings.all_persons.sam.example-crossings-early.from-mod.2030-01-05';

test('a digit changed by hand is refused; on record it is shown to its keeper, then published', async () => {
  const copy = keptCopy();
  try {
    expect((await copy.say('publish')).stdout).toMatch(/^Nothing is new or changed/);
    const before = copy.text('published.csv');
    copy.replace(FIGURES, ',222,,exact', ',223,,exact');
    for (const command of ['check', 'diff', 'publish']) {
      const { stdout, status } = await copy.say(command);
      expect(stdout).toMatch(/value: expected "222", as published, found "223"; put it back/);
      expect(status).toBe(1);
    }
    expect(copy.text('published.csv')).toBe(before);

    copy.record(`${MOVED},value,222,223,2030-02-01,correction,A digit was read wrongly.`);
    expect((await copy.say('check')).stdout).toContain(
      '1 thing changed, 1 line of corrections since',
    );
    const told = (await copy.say('diff')).stdout;
    expect(told).toContain('was: 222 border crossings to Samplia from Modelland');
    expect(told).toContain('is:  223 border crossings to Samplia from Modelland');
    expect(told).toContain('on record: correction, 2030-02-01: A digit was read wrongly.');
    expect(told).toContain(`on /examplia-2030/sources/example-2030-01-05/`);

    expect((await copy.say('publish')).stdout).toMatch(
      /^Published in examplia-2030\/published\.csv: 1 /,
    );
    expect(copy.text('published.csv')).toContain('value: 223');
    expect(copy.names().filter((name) => name.startsWith('.'))).toEqual([]);
    expect((await copy.say('diff')).stdout).toBe('Readers will see nothing new.\n');
  } finally {
    rmSync(copy.folder, { recursive: true });
  }
});

test('a record in another form is written anew, and that is told', async () => {
  const copy = keptCopy();
  try {
    const before = copy.text('published.csv');
    const [header = '', first = '', ...rows] = before.trimEnd().split('\n');
    const turned = [header, first, ...rows.reverse()].join('\r\n');
    writeFileSync(copy.path('published.csv'), `${turned}\r\n`);
    expect((await copy.say('publish')).stdout).toMatch(
      /^Nothing is new or changed .* was rewritten\.\n$/,
    );
    expect(copy.text('published.csv')).toBe(before);
    expect((await copy.say('publish')).stdout).toMatch(/nothing was written\.\n$/);
  } finally {
    rmSync(copy.folder, { recursive: true });
  }
});

test.each([
  ['ENOSPC', 'the disk is full; make room and publish again'],
  ['EACCES', 'its folder may not be written to; give yourself the right'],
  ['EIO', 'the disk refused (EIO); solve that and publish again'],
])(
  'where nothing could be written (%s), one sentence says so, why, and what to do',
  (code, why) => {
    expect(notPublished('a/published.csv', code)).toContain(
      `Nothing was published, a/published.csv is as it was: ${why}`,
    );
  },
);

test('what is dated after today is refused by every command', async () => {
  const copy = keptCopy();
  try {
    copy.replace(FIGURES, ',222,,exact', ',223,,exact');
    copy.record(`${MOVED},value,222,223,2035-06-03,correction,A digit was read wrongly.`);
    for (const command of ['check', 'diff', 'publish']) {
      const { stdout, status } = await copy.say(command);
      expect(stdout).toContain(
        'examplia-2030/corrections.csv:3:5: day: expected a day not after today (2035-06-01), found "2035-06-03"; write the day on which it was changed\n\n1 fault.',
      );
      expect(status).toBe(1);
    }
  } finally {
    rmSync(copy.folder, { recursive: true });
  }
});

test('as a process of its own it says the same, and ends with the same code', async () => {
  const good = ['check', '--json', '--folder', 'tests/fixtures/good-seeds'];
  const empty = mkdtempSync(join(tmpdir(), 'caveat-empty-'));
  for (const words of [good, ['check', empty], ['chekc']]) {
    const { stdout, stderr, status } = seedsProcess(...words);
    expect({ stdout, stderr, status }).toEqual(await seedsCommand(words));
  }
  rmSync(empty, { recursive: true });
});

test.each([
  ['from its translation', ''],
  [
    'where node_modules may not be written to',
    `const fs = (await import('node:fs')).default;
     const { existsSync } = fs;
     fs.existsSync = (path) => !String(path).includes('caveat-commands') && existsSync(path);
     fs.mkdirSync = () => { throw Object.assign(new Error('made up'), { code: 'EROFS' }); };
     (await import('node:module')).syncBuiltinESMExports();`,
  ],
])('whatever a command loads of the library, a process of its own can load, %s', (_, before) => {
  const files = readdirSync(join(root, 'src/commands'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js'));
  const loaded = files.flatMap((name) =>
    [
      ...readFileSync(join(root, 'src/commands', name), 'utf8').matchAll(/\bload\(\s*'([^']+)'/g),
    ].map(([, path = '']) => path),
  );
  expect(loaded.length).toBeGreaterThan(10);
  const program = `const { load } = await (async () => {
      const loader = await import('./src/commands/load.js');
      ${before}
      return loader;
    })();
    for (const path of ${JSON.stringify([...new Set(loaded)])}) {
      const names = Object.keys(await load(path));
      if (names.length === 0) throw new Error(path);
    }`;
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('whoever closes the pipe after the first lines sees no fault of the command', async () => {
  const line = `"${process.execPath}" --import "${LATER}" src/commands/seeds.js --help | head -1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: root, encoding: 'utf8' });
  expect(stdout).toMatch(/^Usage/);
  expect(stderr).toBe('');
});

test('what is not understood is told to machines, too', async () => {
  const { stdout, status } = await seedsCommand(['chekc', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: expect.stringContaining('chekc') });
  expect(status).toBe(2);
});

test('the day of an act is the day where the keeper is, not the first anywhere', async () => {
  const at = (zone: string) =>
    spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        "Date.now = () => Date.UTC(2034, 10, 26, 23, 45); const { dayHere, today } = await import('./src/commands/seed-reader.js'); console.log(dayHere(), today());",
      ],
      { cwd: root, encoding: 'utf8', env: { ...process.env, TZ: zone } },
    ).stdout.trim();
  expect(at('UTC')).toBe('2034-11-26 2034-11-27');
  expect(at('America/Los_Angeles')).toBe('2034-11-26 2034-11-27');
  expect(at('Asia/Tokyo')).toBe('2034-11-27 2034-11-27');
});
