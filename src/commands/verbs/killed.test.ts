import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { atCallOf } from '../../../tests/support/disk-faults.ts';
import { intakeSeeds, mappingFor } from '../../../tests/support/intake-seeds.ts';
import { copyOfSeeds, seedsCommand } from '../../../tests/support/seed-folder.ts';
import { JOURNAL } from '#lib/server/unfinished.js';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'caveat-killed-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const PUBLICATION = [
  ...'--publisher example-agency --published 2034-02-02 --kind report --redistribution cite'.split(
    ' ',
  ),
  ...['--address', 'https://data.example.org/updates/2034-02-02', '--licence', 'not stated'],
  ...['--title', 'Example Agency, update', '--figure'],
];
const figure = (place: string, value: number, from = '2030-01-01') =>
  `measure=killed,population=civilians,place=${place},definition=example-recorded,period_start=${from},as_of=2034-02-01,value=${value},qualifier=exact,verification=verified,status=P,caveats=none`;
const ODD = 'example-agency-2034-02-02.killed.civilians.exa.example-recorded.2034-02-01';

/** The folder of seeds before the step. */
const start = () => join(home, 'start');
const now = () => join(home, 'seeds');

function useExamplia() {
  const copy = copyOfSeeds();
  cpSync(copy, start(), { recursive: true });
  rmSync(copy, { recursive: true });
}

/** Each step that writes: what is there before, the command, and how it ends when nothing comes between. */
const STEPS: readonly [string, () => Promise<void> | void, () => string[], number][] = [
  ['add', useExamplia, () => ['add', ...PUBLICATION, figure('EXA', 1333)], 0],
  [
    'new',
    useExamplia,
    () => [
      ...['new', 'otherland-2034', '--situation-title', 'Otherland from 3 February 2034'],
      ...['--country', 'OTH', '--start', '2034-02-03', '--neighbours', 'SAM'],
      ...[
        '--new-place',
        'id=OTH,label=Otherland,kind=country,in_phrase=in Otherland,to_phrase=to Otherland,iso_numeric=902,longitude=20,latitude=40',
      ],
      ...[...PUBLICATION, figure('OTH', 99, '2034-02-01')],
    ],
    // The first number of a series can be compared with nothing.
    3,
  ],
  [
    'sign',
    async () => {
      useExamplia();
      const words = ['add', '--folder', start(), ...PUBLICATION, figure('EXA', 999)];
      expect((await seedsCommand(words)).status).toBe(3);
    },
    () => ['sign', '--by', 'A. Keeper', '--reason', 'The update says so.', '--figure', ODD],
    0,
  ],
  [
    'publish',
    async () => {
      useExamplia();
      const words = ['add', '--folder', start(), ...PUBLICATION, figure('EXA', 1333)];
      expect((await seedsCommand(words)).status).toBe(0);
    },
    () => ['publish'],
    0,
  ],
  [
    'import',
    () => {
      for (const [path, text] of Object.entries(intakeSeeds())) {
        mkdirSync(dirname(join(start(), path)), { recursive: true });
        writeFileSync(join(start(), path), text);
      }
      writeFileSync(join(home, 'm.yaml'), mappingFor('later'));
      writeFileSync(join(home, 'c.csv'), 'country,date,individuals\nWestland,2034-03-09,1234\n');
    },
    () => ['import', join(home, 'c.csv'), '--mapping', join(home, 'm.yaml'), '--write'],
    0,
  ],
];

/** Calls of the disk that are tried: each third, of steps with many files each seventh, or with PROVE=1 every one. */
const everyOf = (verb: string): number => {
  if (process.env['PROVE'] === '1') return 1;
  return verb === 'publish' || verb === 'sign' ? 3 : 7;
};

const run = (...words: string[]) =>
  seedsCommand(['--folder', now(), ...words], Date.UTC(2036, 0, 1));

function begin() {
  rmSync(now(), { recursive: true, force: true });
  cpSync(start(), now(), { recursive: true });
}

/** All that a reader of the folder sees. */
function seen(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(now(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.\d{6,10}$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(now().length + 1), readFileSync(path, 'utf8')] as const)
      .sort(),
  );
}

test.each(STEPS)(
  '%s, killed at whatever it asks of the disk: the same command or a check leaves all of it or nothing, never half',
  async (verb, prepare, words, code) => {
    await prepare();
    begin();
    const before = seen();
    const done = await run(...words());
    expect([done.status, done.stderr]).toEqual([code, '']);
    const after = seen();
    expect(after).not.toEqual(before);

    let finished = 0;
    // By turns a check comes after the kill, and the same command.
    for (let call = 0, isChecked = true; ; call += everyOf(verb), isChecked = !isChecked) {
      begin();
      const died = await atCallOf(call, 'dies', () => run(...words()));
      if (!died.isReached) break;
      const about = `${verb} killed at call ${call}, ${died.name}`;
      const isDecided = JOURNAL in seen();
      if (isDecided) finished += 1;
      if (isChecked) {
        const check = await run('check');
        expect([0, 3], `${about}: ${check.stdout}`).toContain(check.status);
        const left = seen();
        const isNew = isDecided || Object.values(left).join() === Object.values(after).join();
        expect(left, about).toEqual(isNew ? after : before);
        if (isDecided)
          expect(check.stderr).toMatch(`"${verb}" was interrupted before; it is finished now: `);
      }
      const again = await run(...words());
      if (isDecided && !isChecked) {
        expect(
          [again.status, again.stderr.split('\n').length],
          `${about}: ${again.stdout}`,
        ).toEqual([code, 2]);
        expect(again.stderr).toMatch(`"${verb}" was interrupted before; it is finished now: `);
      }
      expect(seen(), about).toEqual(after);
    }
    expect(finished).toBeGreaterThan(0);
  },
  120_000,
);

test.each(STEPS)(
  '%s, with an error of the disk: it says that nothing was written where that is so, and only there',
  async (verb, prepare, words, code) => {
    await prepare();
    begin();
    const before = seen();
    await run(...words());
    const after = seen();
    for (let call = 0; ; call += everyOf(verb)) {
      begin();
      let ended: Awaited<ReturnType<typeof run>> | undefined;
      const refused = await atCallOf(call, 'refuses', async () => (ended = await run(...words())));
      if (!refused.isReached) break;
      const about = `${verb} refused at call ${call}, ${refused.name}`;
      expect(refused.threw, about).toBeNull();
      const said = `${ended?.stdout ?? ''}${ended?.stderr ?? ''}`;
      const isNothing = /Nothing was (?:written|published)/.test(said);
      if (ended?.status === code) expect(isNothing, about).toBe(false);
      else
        expect(isNothing || said.includes(`"${verb}" is not finished`), `${about}: ${said}`).toBe(
          true,
        );
      await run('check');
      expect(seen(), about).toEqual(isNothing ? before : after);
    }
  },
  120_000,
);
