import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { keptTell, seedsCommand, useSeedFolder } from '../../../tests/support/seed-folder.ts';
import { openSeeds } from '../seed-reader.js';
import { lookAt, soundOf } from '../seed-state.js';
import { sign } from './sign.js';

const FIGURE = 'example-agency-2034-02-02.killed.civilians.exa.example-recorded.2034-02-01';
const OTHER = 'example-2030-01-06.killed.civilians.exa.example-recorded.2030-01-06';

const copy = useSeedFolder();
const path = (name: string) => copy.path(`examplia-2030/${name}`);
const seeds = (...words: string[]) => seedsCommand(['--folder', copy.folder, ...words]);

/** The count of those killed, which only ever grows, is 999 where it had been at least 1,222. */
function addAFall(day = '02', value = 999) {
  const source =
    `--publisher example-agency --published 2034-02-${day} --kind report --redistribution cite
    --address https://data.example.org/updates/2034-02-${day}`.split(/\s+/);
  return seeds(
    ...['add', ...source, '--title', 'Example Agency, update', '--licence', 'not stated'],
    '--figure',
    'measure=killed,population=civilians,place=EXA,definition=example-recorded,period_start=2030-01-01,as_of=AS_OF,value=VALUE,qualifier=exact,verification=verified,status=P,caveats=none'
      .replace('AS_OF', day === '02' ? '2034-02-01' : '2034-02-02')
      .replace('VALUE', String(value)),
  );
}

test('what is odd about new figures is told with its line, keeps them from being published, and is signed', async () => {
  const added = await addAFall();
  expect(added.status).toBe(3);
  expect(added.stdout).toContain(
    'A count that can only grow became smaller:\n  999 civilians killed',
  );
  expect(added.stdout).toContain(`\n  falls,${FIGURE},${OTHER},YYYY-MM-DD,,\n`);
  expect(added.stdout).toContain('1 odd thing to look at.');

  const before = readFileSync(path('published.csv'), 'utf8');
  const refused = await seeds('publish');
  expect(refused.status).toBe(3);
  expect(refused.stdout).toMatch(/Nothing was published\.\n$/);
  expect(readFileSync(path('published.csv'), 'utf8')).toBe(before);

  expect((await seeds('sign', '--by', 'A. Keeper')).status).toBe(2);
  expect(
    (await seeds('sign', '--by', 'A. Keeper', '--reason', 'x', '--figure', OTHER)).status,
  ).toBe(1);
  const reason = 'The update says so, on page 1.';
  const signed = await seeds('sign', '--by', 'A. Keeper', '--reason', reason, '--figure', FIGURE);
  expect(signed.status).toBe(0);
  expect(readFileSync(path('signed.csv'), 'utf8')).toBe(
    `rule,figure,other,day,signed_by,reason\nfalls,${FIGURE},${OTHER},2035-06-01,A. Keeper,"${reason}"\n`,
  );
  expect((await seeds('check')).status).toBe(0);
  expect((await seeds('publish')).status).toBe(0);
  expect((await seeds('check')).stdout).toBe('6 sources, 15 figures, no faults\n');
});

test('a signature that fits nothing any more is told and stops nothing; a faulty one is a fault', async () => {
  appendFileSync(path('signed.csv'), 'rule,figure,other,day,signed_by,reason\n');
  appendFileSync(path('signed.csv'), `jumps,${OTHER},,2035-01-01,A. Keeper,Looked at.\n`);
  const idle = await seeds('check');
  expect(idle.stdout).toContain(
    `examplia-2030/signed.csv:2:1: no longer signs anything (${OTHER})`,
  );
  expect(idle.status).toBe(0);
  appendFileSync(path('signed.csv'), `jump,${OTHER},,2035-06-02,,\n`);
  const faulty = await seeds('check');
  for (const told of [
    'signed.csv:3:1: rule: expected one of falls, jumps, same-as-another, old-as-of, not-compared, number-gone, found "jump"; did you mean jumps?',
    'signed.csv:3:4: day: expected a day not after today (2035-06-01)',
    'signed.csv:3:5: signed_by: expected',
    'signed.csv:3:6: reason: expected',
  ])
    expect(faulty.stdout).toContain(told);
  expect(faulty.status).toBe(1);
});

/** The second fall: from 999 to 998. */
const SECOND = 'example-agency-2034-02-03.killed.civilians.exa.example-recorded.2034-02-02';

test('of two who sign at once one is first; the other is informed and has signed nothing', async () => {
  // Two commands in one process: the clock of the second stays when the first has ended.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2035, 5, 1) });
  onTestFinished(() => void vi.useRealTimers());
  await addAFall();
  await addAFall('03', 998);
  const words = (figure: string) =>
    ['sign', '--by', 'A. Keeper', '--reason', 'The update says so.', '--figure', figure] as const;
  const late =
    /^Nothing was written: examplia-2030\/signed\.csv changed meanwhile; somebody else was first, at \d\d:\d\d:\d\d \(UTC\)\. Look at that and run it again\.\n$/;
  for (let round = 0; round < 25; round += 1) {
    rmSync(path('signed.csv'), { force: true });
    const both = [FIGURE, SECOND].map((figure) => seeds(...words(figure)));
    const ended = await Promise.all(both);
    const lines = readFileSync(path('signed.csv'), 'utf8').trim().split('\n').slice(1);
    const signed = [FIGURE, SECOND].filter((_, index) => ended[index]?.status !== 1);
    expect(signed.length).toBeGreaterThan(0);
    expect(lines.map((line) => line.split(',')[1]).sort()).toEqual([...signed].sort());
    for (const { status, stdout, stderr } of ended)
      if (status === 1) expect(stderr, stdout).toMatch(late);
  }
  // Both have read before either writes.
  rmSync(path('signed.csv'));
  const { tell, said } = keptTell();
  const read = await Promise.all([openSeeds(copy.folder, tell), openSeeds(copy.folder, tell)]);
  const codes = [];
  for (const [index, figure] of [FIGURE, SECOND].entries()) {
    const both = read[index];
    const [sound] = (both && soundOf(both)) ?? [];
    if (!both || !sound) throw new Error(both?.faults[0]);
    const options = { by: 'A. Keeper', reason: 'The update says so.', figure: [figure] };
    codes.push(await sign(both, await lookAt(sound), options, tell));
  }
  expect(codes).toEqual([3, 1]);
  expect(said.at(-1)).toMatch(late);
  for (const figure of [FIGURE, SECOND]) await seeds(...words(figure));
  expect((await seeds('check')).status).toBe(0);
});

test('a headline that moves far needs no --confirm where its figure is signed', async () => {
  const flags = [
    ...['add', '--publisher', 'example-agency', '--published', '2034-02-02', '--kind', 'report'],
    ...['--redistribution', 'cite', '--address', 'https://data.example.org/updates/2034-02-02'],
    ...['--title', 'Example Agency, update', '--licence', 'not stated', '--figure'],
  ];
  const cells = (value: number) =>
    `measure=killed,population=civilians,place=EXA,definition=example-recorded,period_start=2030-01-01,as_of=2034-02-01,value=${value},qualifier=at_least,verification=verified,status=P,caveats=none`;
  expect((await seeds(...flags, cells(12222))).status).toBe(3);
  const before = readFileSync(path('published.csv'), 'utf8');
  const reason = ['--by', 'A. Keeper', '--reason', 'Looked up.', '--figure', FIGURE];
  expect((await seeds('publish')).status).toBe(3);
  expect((await seeds('sign', ...reason)).status).toBe(0);
  // Signed: nothing more is asked.
  expect((await seeds('publish')).status).toBe(0);
  expect(readFileSync(path('published.csv'), 'utf8')).not.toBe(before);
});

test('a headline that only --confirm lets through', async () => {
  const base = [
    ...['add', '--publisher', 'example-agency', '--kind', 'report', '--redistribution', 'cite'],
    ...['--address', 'https://data.example.org/updates/x', '--title', 'Example Agency, update'],
    ...['--licence', 'not stated'],
  ];
  const cells = (day: string, value: number) =>
    `measure=killed,population=civilians,place=EXA,definition=example-recorded,period_start=2030-01-01,as_of=${day},value=${value},qualifier=exact,verification=verified,status=P,caveats=none`;
  const add = (published: string, day: string, value: number) =>
    seeds(...base, '--published', published, '--figure', cells(day, value));
  expect((await add('2034-02-02', '2034-02-01', 1234)).status).toBe(0);
  expect((await seeds('publish')).status).toBe(0);
  expect((await add('2034-02-09', '2034-02-08', 1243)).status).toBe(0);
  const before = readFileSync(path('published.csv'), 'utf8');
  const refused = await seeds('publish');
  expect(refused.status).toBe(3);
  expect(refused.stdout).toContain(
    'A headline figure changes by digits exchanged, dropped or added:',
  );
  expect(refused.stdout).toMatch(
    /was: 1,234 civilians killed.*\n {2}is: {2}1,243 civilians killed/,
  );
  expect(readFileSync(path('published.csv'), 'utf8')).toBe(before);
  expect((await seeds('publish', '--confirm')).status).toBe(0);
  expect(readFileSync(path('published.csv'), 'utf8')).not.toBe(before);
});
