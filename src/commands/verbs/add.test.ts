import { appendFileSync, existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { scriptedAsker } from '../../../tests/support/scripted-asker.ts';
import type { Script } from '../../../tests/support/scripted-asker.ts';
import { keptTell, seedsCommand, useSeedFolder } from '../../../tests/support/seed-folder.ts';
import { openSession } from '../adding/session.js';
import { openSeeds } from '../seed-reader.js';
import { addByAsking } from './add.js';

const ID = 'example-agency-2034-02-02';
const FILE = `examplia-2030/figures/${ID}.csv`;

const copy = useSeedFolder();
const { path, read, names } = copy;
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2035, 5, 1) }));
afterEach(() => void vi.useRealTimers());

const ANSWERS: Script = {
  'Which publisher’s figures': 'example-agency',
  'How will you give': 'one',
  'When was it published': ['2 February 2034', '2034-02-02'],
  'Title:': 'Example Agency, update of 2 February 2034',
  'What kind of publication': 'report',
  Address: ['http://data.example.org/updates', 'https://data.example.org/updates/2034-02-02'],
  'What is counted': ['killed', 'border_crossings'],
  'Whom does it count': ['civilians', 'all_persons'],
  'Where, or where to': ['EXA', 'SAM'],
  'Under which definition': ['example-recorded', 'example-crossings'],
  'Counted from': ['2030-01-01', '2030-01-21'],
  'As of which day': ['2034-02-01', '2034-02-01'],
  'The number': ['at least 1,333', 'at least 1333', '2345'],
  'short phrase': ['at least 1,334', 'at least 1,333', ''],
  'How sure': ['verified', 'reported'],
  'Another figure': ['yes', 'no'],
};

/** What the command says to somebody who answers so. */
async function addWith(script: Script) {
  const { ask, asked, told } = scriptedAsker(script);
  const { tell, said } = keptTell();
  const seeds = await openSeeds(copy.folder, tell);
  const library = seeds?.readings[0]?.library;
  if (!seeds || !library) throw new Error(seeds?.faults[0]);
  const session = await openSession(seeds, library);
  const code = await addByAsking(seeds, session, ask, tell);
  return { code, asked, told, out: said.join('') };
}

test('a publication is asked for, each answer read at once, shown in sentences, and written', async () => {
  const { code, told, out } = await addWith(ANSWERS);
  // No crossings to this place were known by this rule: nobody can compare them.
  expect(out).toContain('it is the first number of its series');
  expect(code).toBe(3);
  expect(told).toEqual([
    expect.stringMatching(/^expected a day .*found "2 February 2034"/),
    expect.stringMatching(/^expected .*https.*found "http:/),
    expect.stringMatching(/^expected a whole number .*found "1,333"; write 1333/),
    expect.stringMatching(/^expected no number but 1333, found "at least 1,334"/),
    expect.stringMatching(/^At least\s1,333 civilians killed in Examplia/),
    expect.stringMatching(/^2,345 border crossings to Samplia/),
  ]);
  expect(read(FILE)).toBe(
    `${read('examplia-2030/figures/example-2030-01-05.csv').split('\n')[0] ?? ''}
killed,civilians,EXA,EXA,example-recorded,2030-01-01,2034-02-01,1333,,at_least,"at least 1,333",verified,P,none,,
border_crossings,all_persons,EXA,SAM,example-crossings,2030-01-21,2034-02-01,2345,,exact,,reported,A,none,,
`,
  );
  // After the last that came out earlier, before the undated one.
  expect(read('examplia-2030/sources.csv').split('\n').at(-3)).toBe(
    `${ID},example-agency,"Example Agency, update of 2 February 2034",report,https://data.example.org/updates/2034-02-02,2034-02-02,2035-06-01,,,not stated,may,,`,
  );
  expect(out).toMatch(/At least\s1,333 civilians killed in Examplia/);
  expect(out).toMatch(/6 sources, 16 figures, no faults\n3 things new since the last publish/);
  expect(existsSync(path('examplia-2030/.add-draft.json'))).toBe(false);
});

test('who leaves finds every answer again, and only what is missing is asked', async () => {
  const before = names();
  const first = await addWith({ ...ANSWERS, 'The number': 'leave' });
  expect(first.code).toBe(1);
  expect(first.out).toMatch(/Nothing was written\. What you typed is kept in .*\.add-draft\.json/);
  expect(names()).toEqual([...before, 'examplia-2030/.add-draft.json'].sort());
  const rest = { 'The number': 'at least 1333', 'How sure': 'verified' };
  const second = await addWith(rest);
  expect(second.code).toBe(0);
  expect(second.asked).toEqual([
    `Continue with ${ID}, which was not finished? (No discards it.)`,
    expect.stringContaining('The number'),
    expect.stringContaining('short phrase'),
    'How sure is it?',
    expect.stringContaining('Caveats for this figure alone'),
    'Another figure of this publication?',
    'Write these?',
  ]);
  expect(read(FILE)).toContain('2034-02-01,1333,,at_least,');
});

test('a day after the publication is refused where it is asked for, not after the last question', async () => {
  const { code, told, asked } = await addWith({
    ...ANSWERS,
    'As of which day': ['2034-02-09', '2034-02-01'],
    'Another figure': 'no',
  });
  expect(told.join('\n')).toContain('expected a day not after 2034-02-02, found "2034-02-09"');
  const from = asked.findIndex((question) => question.startsWith('As of which day'));
  expect(asked.slice(from, from + 3)).toEqual([
    expect.stringContaining('As of which day'),
    expect.stringContaining('As of which day'),
    expect.stringContaining('The number'),
  ]);
  expect(code).toBe(0);
  expect(read(FILE)).toContain(',2034-02-01,1333,');
});

test('a period that begins after its as-of is told there, and both days are asked again', async () => {
  const { code, told, asked } = await addWith({
    ...ANSWERS,
    'Counted from': ['2034-02-01', '2030-01-01'],
    'As of which day': ['2034-01-31', '2034-02-01'],
    'Another figure': 'no',
  });
  expect(told.join('\n')).toContain(
    'period_start: expected a day not after the as-of (2034-01-31), found "2034-02-01"',
  );
  const from = asked.findIndex((question) => question.startsWith('Counted from'));
  expect(asked.slice(from, from + 5)).toEqual([
    expect.stringContaining('Counted from'),
    expect.stringContaining('As of which day'),
    expect.stringContaining('Counted from'),
    expect.stringContaining('As of which day'),
    expect.stringContaining('The number'),
  ]);
  expect(code).toBe(0);
  expect(read(FILE)).toContain(',2030-01-01,2034-02-01,1333,');
});

test('who leaves at such a question is asked for both days when going on', async () => {
  const first = await addWith({
    ...ANSWERS,
    'Counted from': ['2034-02-01', 'leave'],
    'As of which day': '2034-01-31',
  });
  expect(first.code).toBe(1);
  const second = await addWith({ 'The number': '1333', 'As of which day': '2034-02-01' });
  expect(second.asked.slice(1, 4)).toEqual([
    expect.stringContaining('Counted from'),
    expect.stringContaining('As of which day'),
    expect.stringContaining('The number'),
  ]);
  expect(second.code).not.toBe(1);
  expect(read(FILE)).toContain(',2034-02-01,2034-02-01,1333,');
});

test('an upper end that is not above the lower is told there', async () => {
  const { code, asked, told } = await addWith({
    ...ANSWERS,
    'The number': ['1333 to 1333', '1333 to 1444'],
    'short phrase': '',
    'Another figure': 'no',
  });
  expect(told.join('\n')).toContain('expected a number above 1333, found "1333"');
  expect(asked.filter((question) => question.startsWith('The number'))).toHaveLength(2);
  expect(code).toBe(0);
  expect(read(FILE)).toContain(',1333,1444,between,');
});

test('a publication read before it came out, or that repeats a later number, is told where it is asked for', async () => {
  const { code, told, asked } = await addWith({
    ...ANSWERS,
    'Also right': 'no',
    'on which you read it': ['2034-02-01', '2035-06-01'],
    'The day of the figure it repeats': ['2034-02-03', '2034-02-01'],
    'Which publication does it repeat': 'a speech',
    'Another figure': 'no',
  });
  expect(told.join('\n')).toContain('expected a day not before the publication (2034-02-02)');
  expect(told.join('\n')).toContain('expected a day not after the publication (2034-02-02)');
  const from = asked.findIndex((question) => question.includes('on which you read it'));
  expect(asked.slice(from, from + 6)).toEqual([
    expect.stringContaining('on which you read it'),
    expect.stringContaining('on which you read it'),
    expect.stringContaining('Which publication does it repeat'),
    expect.stringContaining('The day of the figure it repeats'),
    expect.stringContaining('The day of the figure it repeats'),
    expect.stringContaining('Licence'),
  ]);
  expect(code).toBe(0);
});

test('a projection may speak of a later day; no other number may', async () => {
  const { code, told } = await addWith({
    ...ANSWERS,
    'What is counted': 'projected',
    'Whom does it count': 'all_persons',
    'Where, or where to': 'ABROAD',
    'Under which definition': 'example-outlook',
    'As of which day': '2035-12',
    'The number': '4000000',
    'short phrase': '',
    'How sure': 'estimated',
    'Another figure': 'no',
  });
  expect(told.join('\n')).not.toContain('expected a day not after');
  expect(code).not.toBe(1);
  expect(read(FILE)).toContain(',2035-12,4000000,,exact,,estimated,F,');
});

test('what only all seeds together tell is told before it is written, and can be left out there', async () => {
  const twice = {
    'What is counted': ['killed', 'killed', 'border_crossings'],
    'Whom does it count': ['civilians', 'civilians', 'all_persons'],
    'Where, or where to': ['EXA', 'EXA', 'SAM'],
    'Under which definition': ['example-recorded', 'example-recorded', 'example-crossings'],
    'Counted from': ['2030-01-01', '2030-01-01', '2030-01-21'],
    'The number': ['1333', '1444', '2345'],
    'short phrase': ['', '', ''],
    'Another figure': ['yes', 'yes', 'no'],
    'This cannot be written yet': 'drop',
    'Which figure': '1',
  };
  const { code, out, asked } = await addWith({ ...ANSWERS, ...twice });
  expect(out).toContain(`${FILE}:3:7: as_of: expected one row about one thing`);
  expect(asked.slice(-3)).toEqual([
    'This cannot be written yet. What do you want to correct?',
    'Which figure?',
    'Write these?',
  ]);
  expect(code).toBe(3);
  expect(read(FILE)).toContain(',1333,');
  expect(read(FILE)).toContain(',2345,');
  expect(read(FILE)).not.toContain(',1444,');
});

test('a new counting rule is asked for in the same go, and all three files are written or none', async () => {
  const answers = { ...ANSWERS, 'Under which definition': '+', 'Another figure': 'no' };
  const { code } = await addWith({
    ...answers,
    'short name for the definition': 'example-verified',
    'Which publisher’s definition': ['exemple-agency', 'example-agency'],
    'Which measures': 'killed',
    'Which kind of statistic': 'cumulative',
    'Its label': 'Verified anew',
    'What is counted and what is not': 'Each case once another person has verified it.',
  });
  expect(code).toBe(3);
  expect(read('examplia-2030/definitions.csv')).toMatch(
    /\nexample-verified,example-agency,killed,cumulative,Verified anew,Each case once another person has verified it\.,,,,,,\n$/,
  );
  expect(read(FILE)).toContain('killed,civilians,EXA,EXA,example-verified,');
});

test('seeds that changed meanwhile are not written over; the answers are kept', async () => {
  const sources = 'examplia-2030/sources.csv';
  const { tell, said } = keptTell();
  const seeds = await openSeeds(copy.folder, tell);
  const library = seeds?.readings[0]?.library;
  if (!seeds || !library) throw new Error('lawful seeds');
  const session = await openSession(seeds, library);
  appendFileSync(path(sources), 'x\n');
  const before = names();
  const { ask } = scriptedAsker({ ...ANSWERS, 'Write these': ['write', 'later'] });
  expect(await addByAsking(seeds, session, ask, tell)).toBe(1);
  expect(said.join('')).toContain(`Nothing was written: ${sources} changed meanwhile`);
  expect(said.join('')).toContain('What you typed is kept in');
  expect(names()).toEqual([...before, 'examplia-2030/.add-draft.json'].sort());
});

const FLAGS = `--publisher example-agency --published 2034-02-02 --kind report --redistribution cite
  --address https://data.example.org/updates/2034-02-02`
  .split(/\s+/)
  .concat('--title', 'Example Agency, update of 2 February 2034', '--licence', 'not stated');
const FIGURE =
  'measure=killed,population=civilians,place=EXA,definition=example-recorded,period_start=2030-01-01,as_of=2034-02-01,value=1333,qualifier=at_least,stated_as=at least 1,333,verification=verified,status=P,caveats=none';

const addFromFlags = (...more: string[]) =>
  seedsCommand(['add', '--folder', copy.folder, ...FLAGS, ...more]);

test('a script gives the same by flags, and gets one document', async () => {
  const dry = await addFromFlags('--figure', FIGURE, '--dry-run');
  expect(dry.stdout).toMatch(/Nothing was written: this was a dry run/);
  expect(existsSync(path(FILE))).toBe(false);
  const { stdout, status } = await addFromFlags('--figure', FIGURE, '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    written: [FILE, 'examplia-2030/sources.csv'],
    figures: [{ sentence: expect.stringMatching(/^At least\s1,333 civilians killed/) as string }],
    check: { ok: true, counts: { sources: 6, figures: 15 } },
  });
  expect(status).toBe(0);
  expect(read(FILE)).toContain('"at least 1,333"');
});

test('a dry run tells what would be odd, as the check does, and that it will want a line', async () => {
  const less = FIGURE.replace(
    'value=1333,qualifier=at_least,stated_as=at least 1,333',
    'value=1100,qualifier=exact',
  );
  const dry = await addFromFlags('--figure', less, '--dry-run');
  expect(dry.stdout).toContain(
    'A count that can only grow became smaller:\n  1,100 civilians killed',
  );
  expect(dry.stdout).toContain(
    '1 odd thing would come with it and needs a signed line before publish.',
  );
  expect(dry.stdout).toContain('examplia-2030/signed.csv');
  expect([dry.status, existsSync(path(FILE))]).toEqual([0, false]);
  const { findings: ahead } = JSON.parse(
    (await addFromFlags('--figure', less, '--dry-run', '--json')).stdout,
  ) as { findings: unknown[] };
  expect(ahead).toHaveLength(1);
  const written = await addFromFlags('--figure', less, '--json');
  expect((JSON.parse(written.stdout) as { check: { findings: unknown[] } }).check.findings).toEqual(
    ahead,
  );
  expect(written.status).toBe(3);
});

test('a publication without a day is said to be one, in words, by flags and when asked', async () => {
  const without = FLAGS.filter((word) => !['--published', '2034-02-02'].includes(word));
  const dry = ['--folder', copy.folder, ...without, '--figure', FIGURE, '--dry-run'];
  const forgotten = await seedsCommand(['add', ...dry]);
  expect(forgotten.stderr).toContain("the day of publication or the words 'not given', found none");
  expect(forgotten.status).toBe(2);
  const said = await seedsCommand(['add', ...dry, '--published', 'not given', '--json']);
  expect((JSON.parse(said.stdout) as { rows: { line: string }[] }).rows[0]?.line).toContain(
    'updates/2034-02-02,,2035-06-01,',
  );
  const { told } = await addWith({
    ...ANSWERS,
    'When was it published': ['', 'not given'],
    'Its name': 'example-undated-2',
    'Another figure': 'no',
  });
  expect(told[0]).toBe('expected the day of publication or the words not given, found nothing');
  expect(read('examplia-2030/sources.csv')).toContain('updates/2034-02-02,,2035-06-01,');
});

test('a faulty flag names its fault and its way out; nothing is written', async () => {
  const before = names();
  const faulty = await addFromFlags('--figure', FIGURE.replace('value=1333', 'value=1.333'));
  expect(faulty.stdout).toContain(`${FILE}:2:8: value: expected a whole number`);
  expect(faulty.stdout).toContain('Nothing was written.');
  expect(faulty.status).toBe(1);
  const strange = await addFromFlags('--figure', FIGURE.replace('value=', 'valeu='));
  expect(strange.stderr).toContain('found "valeu=1333"');
  expect(strange.status).toBe(2);
  const missing = await addFromFlags('--figures', path('none.csv'));
  expect(missing.stderr).toContain('none.csv cannot be read: it is not there');
  expect(missing.status).toBe(2);
  expect(names()).toEqual(before);
});

test('all that is wrong with a publication and its figures is told in one run', async () => {
  const broken = (more: string) =>
    seedsCommand([
      ...['add', '--folder', copy.folder, '--publisher', 'example-agency', '--dry-run'],
      ...['--published', '2034-02-30', '--kind', 'report', '--redistribution', 'maybe'],
      ...['--address', 'http://data.example.org/x', '--licence', 'not stated'],
      ...['--title', '1,333 killed', '--figure', more],
    ]);
  const { stdout } = await broken(
    FIGURE.replace('=2034-02-01', '=2034-02-31')
      .replace('population=civilians', 'population=civilans')
      .replace('caveats=none', 'caveats=none,note=99 of them men'),
  );
  for (const column of ['population', 'as_of', 'note', 'title', 'address', 'published'])
    expect(stdout, column).toMatch(new RegExp(`:\\d+:\\d+: ${column}: expected`));
  expect(stdout).toContain('redistribution: expected one of');
  expect(stdout).toContain('7 faults. Nothing was written.');
  const later = await broken(FIGURE.replace('period_start=2030', 'period_start=2035'));
  expect(later.stdout).toContain('period_start: expected a day not after the as-of');
});

test('where nobody can be asked, that is said', async () => {
  const { stderr, status } = await seedsCommand(['add', '--folder', copy.folder]);
  expect(stderr).toContain('This is no terminal');
  expect(status).toBe(2);
});
