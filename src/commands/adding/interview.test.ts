import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  copyOfSeeds,
  keptTell,
  seedsCommand,
  useSeedFolder,
} from '../../../tests/support/seed-folder.ts';
import { scriptedAsker } from '../../../tests/support/scripted-asker.ts';
import type { Script } from '../../../tests/support/scripted-asker.ts';
import { openSeeds } from '../seed-reader.js';
import { addByAsking } from '../verbs/add.js';
import { Back, Left } from './asker.js';
import type { Asker } from './asker.js';
import { openSession } from './session.js';

const LAST = 'example-agency-2034-01-26';
const ID = 'example-agency-2034-02-02';
const FILE = `examplia-2030/figures/${ID}.csv`;
const ADDRESS = 'https://data.example.org/updates/2034-02-02';
const HEADER =
  'measure,population,origin,place,definition,period_start,as_of,value,value_high,qualifier,stated_as,verification,status,caveats,locator,note';

/** An update of ten figures as a body gives it every week: made up, as all of this. */
const BEFORE = `killed,civilians,EXA,EXA,example-recorded,2030-01-01,2034-01-25,5000,,at_least,,verified,P,none,page 1,
injured,civilians,EXA,EXA,example-recorded,2030-01-01,2034-01-25,9000,,at_least,,verified,P,none,page 1,
killed,children,EXA,EXA,example-recorded,2030-01-01,2034-01-25,500,,exact,children,verified,P,none,,
injured,children,EXA,EXA,example-recorded,2030-01-01,2034-01-25,900,,exact,children,verified,P,none,,
killed,civilians,EXA,SAM,example-recorded,2030-01-01,2034-01-25,50,,exact,,verified,P,rounded,,
injured,civilians,EXA,SAM,example-recorded,2030-01-01,2034-01-25,90,,exact,,verified,P,rounded,,
killed,civilians,EXA,MOD,example-recorded,2030-01-01,2034-01-25,,,withheld,,verified,P,none,,
injured,civilians,EXA,MOD,example-recorded,2030-01-01,2034-01-25,20,30,between,,verified,P,none,,
border_crossings,all_persons,EXA,SAM,example-weekly,2034-01-19,2034-01-25,7000,,exact,,reported,A,none,,
refugees_recorded,all_persons,EXA,SAM,example-present,,2034-01-25,80000,,about,,reported,A,none,,
`;
const NOW = ['at least 5050', 'at least 9090', '505', '909', '51', '91', 'withheld', '21 to 31', '7070', 'about 80800']; // prettier-ignore
const AFTER = `${HEADER}
killed,civilians,EXA,EXA,example-recorded,2030-01-01,2034-02-01,5050,,at_least,,verified,P,none,,
injured,civilians,EXA,EXA,example-recorded,2030-01-01,2034-02-01,9090,,at_least,,verified,P,none,,
killed,children,EXA,EXA,example-recorded,2030-01-01,2034-02-01,505,,exact,children,verified,P,none,,
injured,children,EXA,EXA,example-recorded,2030-01-01,2034-02-01,909,,exact,children,verified,P,none,,
killed,civilians,EXA,SAM,example-recorded,2030-01-01,2034-02-01,51,,exact,,verified,P,rounded,,
injured,civilians,EXA,SAM,example-recorded,2030-01-01,2034-02-01,91,,exact,,verified,P,rounded,,
killed,civilians,EXA,MOD,example-recorded,2030-01-01,2034-02-01,,,withheld,,verified,P,none,,
injured,civilians,EXA,MOD,example-recorded,2030-01-01,2034-02-01,21,31,between,,verified,P,none,,
border_crossings,all_persons,EXA,SAM,example-weekly,2034-01-26,2034-02-01,7070,,exact,,reported,A,none,,
refugees_recorded,all_persons,EXA,SAM,example-present,,2034-02-01,80800,,about,,reported,A,none,,
`;
const ANSWERS: Script = {
  'When was it published': '2034-02-02',
  Address: ADDRESS,
  'As of which day': '2034-02-01',
  'Now?': NOW,
  'Counted from': '2034-01-26',
};

const copy = useSeedFolder();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2035, 5, 1) });
  withLast(copy.folder);
});
afterEach(() => void vi.useRealTimers());

/** The seeds with the update before this one. */
function withLast(folder: string) {
  const path = (name: string) => join(folder, 'examplia-2030', name);
  const [header = '', ...lines] = readFileSync(path('sources.csv'), 'utf8').trimEnd().split('\n');
  const line = `${LAST},example-agency,"Example Agency, update of 26 January 2034",report,https://data.example.org/updates/2034-01-26,2034-01-26,2034-01-27,,,not stated,may,,`;
  const undated = lines.pop() ?? '';
  writeFileSync(path('sources.csv'), `${[header, ...lines, line, undated].join('\n')}\n`);
  writeFileSync(path(`figures/${LAST}.csv`), `${HEADER}\n${BEFORE}`);
}

async function interviewed(ask: Asker, folder = copy.folder) {
  const { tell, said } = keptTell();
  const seeds = await openSeeds(folder, tell);
  const library = seeds?.readings[0]?.library;
  if (!seeds || !library) throw new Error(seeds?.faults.join('\n'));
  const code = await addByAsking(seeds, await openSession(seeds, library), ask, tell);
  return { code, out: said.join('') };
}

const written = (folder: string) =>
  ['examplia-2030/sources.csv', FILE].map((name) => readFileSync(join(folder, name), 'utf8'));

test('a usual update of ten figures takes at most 40 answers: the last one is a form to correct', async () => {
  const { ask, asked, told } = scriptedAsker(ANSWERS);
  const { out } = await interviewed(ask);
  expect(copy.read(FILE)).toBe(AFTER);
  expect(copy.read('examplia-2030/sources.csv')).toContain(
    `\n${ID},example-agency,"Example Agency, update of 2 February 2034",report,${ADDRESS},2034-02-02,2035-06-01,,,not stated,may,,\n`,
  );
  expect(asked).toHaveLength(19);
  expect(asked.join('\n')).not.toMatch(/status|letter/i);
  expect(told.filter((line) => line.startsWith('expected'))).toEqual([]);
  // All of it is shown before it is written.
  expect(out).toMatch(/At least\s5,050 civilians killed in Examplia[^]*Written:/);
});

test('interview, flags, a file and a pasted table give the same rows', async () => {
  await interviewed(scriptedAsker(ANSWERS).ask);
  const wanted = written(copy.folder);
  const flags = [
    ...['--publisher', 'example-agency', '--published', '2034-02-02', '--kind', 'report'],
    ...['--redistribution', 'may', '--address', ADDRESS, '--licence', 'not stated'],
    ...['--title', 'Example Agency, update of 2 February 2034'],
  ];
  const rows = AFTER.trimEnd().split('\n').slice(1);
  const names = HEADER.split(',');
  const figures = rows.flatMap((row) => [
    '--figure',
    row
      .split(',')
      .flatMap((cell, index) => (cell === '' ? [] : [`${names[index] ?? ''}=${cell}`]))
      .join(','),
  ]);
  const short = ['measure,population,place,definition,period_start,value,value_high,qualifier']
    .concat(
      rows.map((row) => {
        const cell = row.split(',');
        return [0, 1, 3, 4, 5, 7, 8, 9].map((index) => cell[index]).join(',');
      }),
    )
    .join('\n');
  const table = join(copy.folder, 'table.txt');
  writeFileSync(table, AFTER);
  const ways: ((folder: string) => Promise<unknown>)[] = [
    (folder) => seedsCommand(['add', '--folder', folder, ...flags, ...figures]),
    (folder) => seedsCommand(['add', '--folder', folder, ...flags, '--figures', table]),
    (folder) =>
      interviewed(
        scriptedAsker({ ...ANSWERS, 'How will you give': 'file', 'Path of the file': table }).ask,
        folder,
      ),
    (folder) =>
      interviewed(
        scriptedAsker({
          ...ANSWERS,
          'How will you give': 'paste',
          'Paste the table': short.replaceAll(',', '\t'),
        }).ask,
        folder,
      ),
  ];
  for (const way of ways) {
    const folder = copyOfSeeds();
    try {
      withLast(folder);
      await way(folder);
      expect(written(folder)).toEqual(wanted);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});

/** Answers by what is asked; what was answered before is taken as it stands in the field. */
function rememberingAsker(before: (message: string, at: number) => void) {
  const answered = new Map<string, string>();
  const asked: string[] = [];
  const now = [...NOW];
  const answer = (message: string, initial: string) => {
    asked.push(message);
    before(message, asked.length);
    const known = answered.get(message);
    if (known !== undefined) {
      expect(initial, message).toBe(known);
      return known;
    }
    const [, given] = Object.entries(ANSWERS).find(([piece]) => message.includes(piece)) ?? [];
    const text = typeof given === 'string' ? given : given === undefined ? initial : now.shift();
    answered.set(message, text ?? '');
    return text ?? '';
  };
  const ask: Asker = {
    text: async ({ message, initial = '' }) => answer(message, initial),
    choose: async ({ message, options, initial }) =>
      answer(message, initial ?? options[0]?.value ?? ''),
    confirm: async (message, initial = true) => answer(message, initial ? 'yes' : 'no') === 'yes',
    lines: async (message) => answer(message, ''),
    say: () => undefined,
  };
  return { ask, asked };
}

test('each question goes back to the one before, whose answer stands there as it was given', async () => {
  const hasGoneBack = new Set<string>();
  const { ask, asked } = rememberingAsker((message) => {
    if (hasGoneBack.has(message)) return;
    hasGoneBack.add(message);
    throw new Back();
  });
  await interviewed(ask);
  expect(copy.read(FILE)).toBe(AFTER);
  // Each of the 19 once more for its way back, and all but the last once more for the next one's.
  expect(asked).toHaveLength(19 + 19 + 18);
});

test('who leaves at any question goes on there, with nothing lost', async () => {
  const { ask: all, asked } = rememberingAsker(() => undefined);
  await interviewed(all);
  const wanted = written(copy.folder);
  for (let at = 1; at <= asked.length; at += 1) {
    const folder = copyOfSeeds();
    try {
      withLast(folder);
      let isLeaving = true;
      const { ask } = rememberingAsker((message) => {
        if (!isLeaving || message !== asked[at - 1]) return;
        isLeaving = false;
        throw new Left('left');
      });
      expect((await interviewed(ask, folder)).code).toBe(1);
      expect(existsSync(join(folder, FILE))).toBe(false);
      await interviewed(ask, folder);
      expect(written(folder), asked[at - 1]).toEqual(wanted);
      expect(existsSync(join(folder, 'examplia-2030/.add-draft.json'))).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});

test('a figure that the new publication does not give is left out, another is added, one is corrected', async () => {
  const { ask } = scriptedAsker({
    ...ANSWERS,
    'Now?': ['at least 5050', 'at least ', '505', '909', '51', '91', '', '21 to 31', '7070', ''],
    'Write these': ['figure', 'add', 'write'],
    'Which figure': '2',
    'What of it': 'amount',
    'The number': ['808', '12'],
    'What is counted': 'killed',
    'Whom does it count': 'civilians',
    'Where, or where to': 'MOD',
    'Under which definition': 'example-recorded',
    'Counted from which day or month?': ['2034-01-26', '2030-01-01'],
    'As of which day or month?': ['2034-02-01', '2034-02-01'],
  });
  const { out } = await interviewed(ask);
  const rows = copy.read(FILE).split('\n');
  expect(rows).toHaveLength(10);
  expect(rows[3]).toContain('injured,children,EXA,EXA,example-recorded,2030-01-01,2034-02-01,808,');
  expect(rows[8]).toContain('killed,civilians,EXA,MOD,example-recorded,2030-01-01,2034-02-01,12,');
  expect(out).toContain('A count that can only grow became smaller');
});

test('what would be odd is told before it is written, and a way back is offered there', async () => {
  const { ask, asked } = scriptedAsker({
    ...ANSWERS,
    'Now?': ['at least 50500', ...NOW.slice(1)],
    'Write these': 'later',
  });
  const { out, code } = await interviewed(ask);
  expect(out).toContain('More than a fifth away from its neighbour');
  expect(asked.at(-1)).toBe('Write these?');
  expect([code, existsSync(copy.path(FILE))]).toEqual([1, false]);
});

test('neither a rule nor a period of another kind of number stands in a field', async () => {
  appendFileSync(
    copy.path(`examplia-2030/figures/${LAST}.csv`),
    'border_crossings,all_persons,EXA,SAM,example-crossings,2030-01-21,2034-01-25,9900000,,exact,,reported,A,none,,\n',
  );
  const shown: Record<string, string> = {};
  const { ask } = scriptedAsker({
    ...ANSWERS,
    'How will you give': 'one',
    'What is counted': 'border_crossings',
    'Whom does it count': 'all_persons',
    'Where, or where to': 'SAM',
    'Under which definition': 'example-weekly',
    'The number': '7070',
  });
  const { choose, text } = ask;
  ask.choose = (question) => {
    shown[question.message] = question.initial ?? question.options[0]?.value ?? '';
    return choose(question);
  };
  ask.text = (question) => {
    shown[question.message] = question.initial ?? '';
    return text(question);
  };
  await interviewed(ask);
  expect(shown['Under which definition?']).toBe('');
  expect(shown['Counted from which day or month?']).toBe('');
});

test('a title of last time is no title of this time', async () => {
  const { ask, told } = scriptedAsker({
    ...ANSWERS,
    'When was it published': '2034-02',
    'Title:': ['Example Agency, update of 26 January 2034', 'Example Agency, an update'],
    'Its name': 'example-agency-2034-02-02',
  });
  await interviewed(ask);
  expect(told).toContain(`expected a title of its own, found that of ${LAST}`);
  expect(copy.read('examplia-2030/sources.csv')).toContain(
    '\nexample-agency-2034-02,example-agency,"Example Agency, an update"',
  );
});

test('what was chosen and is no longer there is asked again when going on', async () => {
  const { ask } = scriptedAsker({ ...ANSWERS, Address: 'leave' });
  await interviewed(ask);
  const draft = copy.path('examplia-2030/.add-draft.json');
  writeFileSync(draft, readFileSync(draft, 'utf8').replaceAll(LAST, 'example-agency-2034-01-01'));
  const { ask: again, asked } = scriptedAsker(ANSWERS);
  await interviewed(again);
  expect(asked[1]).toBe('How will you give its figures?');
  expect(copy.read(FILE)).toBe(AFTER);
});
