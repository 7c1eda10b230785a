import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { seedTexts } from '../../../tests/support/seed-texts.ts';
import { readLibrary } from '#lib/records/library.ts';
import { seenDifferently } from './seen-differently.ts';

const good = seedTexts(
  fileURLToPath(new URL('../../../tests/fixtures/good-seeds/', import.meta.url)),
);
const CORRECTIONS = 'examplia-2030/corrections.csv';
const KILLED = 'example-2030-01-05.killed.civilians.exa.example-recorded.2030-01-05';

/** What a keeper is told of the lawful seeds with other texts in some files, and lines on record. */
function told(
  changes: readonly (readonly [file: string, from: string | RegExp, to: string])[],
  ...lines: string[]
): string[] {
  const files = { ...good };
  for (const [file, from, to] of changes) files[file] = files[file]?.replace(from, to) ?? '';
  files[CORRECTIONS] += lines.map((line) => `${line}\n`).join('');
  const { library, ledger, faults } = readLibrary(files);
  if (!library || !ledger) throw new Error(faults[0]?.message);
  return seenDifferently(library, ledger);
}

test('nothing is told of seeds that are published as they are', () => {
  expect(told([])).toEqual([]);
});

test('a figure put right is told by its old and its new sentence, with its pages', () => {
  const [entry = '', ...more] = told(
    [
      [
        'examplia-2030/figures/example-2030-01-05.csv',
        '1111,,at_least,"at least 1,111 civilians"',
        '1112,,at_least,',
      ],
    ],
    `${KILLED},value,1111,1112,2030-02-02,correction,A digit was read wrongly.`,
    `${KILLED},stated_as,"at least 1,111 civilians",,2030-02-01,correction,It gave no words.`,
  );
  expect(more).toEqual([]);
  expect(entry.split('\n  ')).toEqual([
    `changed figure ${KILLED}`,
    'was: At least 1,111 civilians killed in Examplia, 1 Jan to 5 Jan 2030 (Example Agency, verified; Example Agency, update of 5 January 2030).',
    'is:  At least 1,112 civilians killed in Examplia, 1 Jan to 5 Jan 2030 (Example Agency, verified; Example Agency, update of 5 January 2030).',
    'value: 1111 → 1112',
    'stated_as: at least 1,111 civilians → nothing',
    'on record: correction, 2030-02-02: A digit was read wrongly.',
    'on record: correction, 2030-02-01: It gave no words.',
    'on /examplia-2030/on/2030-01-05/ … /examplia-2030/on/2030-01-07/ (3 pages)',
    'on /examplia-2030/series/killed-civilians-exa-example-recorded/',
    'on /examplia-2030/sources/example-2030-01-05/',
  ]);
});

test('a caveat made clearer is told with every page on which it stands', () => {
  const [entry = ''] = told(
    [['caveats.csv', 'Who crosses twice is counted twice.', 'Each crossing counts.']],
    'caveat/crossings-not-people,text,Who crosses twice is counted twice.,Each crossing counts.,2030-02-01,clarification,Shorter.',
  );
  expect(entry).toContain('was: Crossings, not people: Who crosses twice is counted twice.');
  expect(entry).toContain('is:  Crossings, not people: Each crossing counts.');
  expect(entry).toContain('on record: clarification, 2030-02-01: Shorter.');
  expect(entry).toContain('on /examplia-2030/caveats/#crossings-not-people');
  expect(entry).toMatch(/on \/examplia-2030\/series\/\S+ … \S+ \(\d+ pages\)/);
});

test('a source that came out on another day is told with the days on which its figures stood', () => {
  const [entry = ''] = told(
    [['examplia-2030/sources.csv', '/2030-01-05,2030-01-05,', '/2030-01-05,2030-01-08,']],
    'source/example-2030-01-05,published,2030-01-05,2030-01-08,2030-02-01,correction,Read wrongly.',
  );
  expect(entry).toContain('published: 2030-01-05 → 2030-01-08');
  expect(entry).toMatch(/on \/examplia-2030\/on\/2030-01-05\/ … \/examplia-2030\/on\/2030-01-08\//);
});

test('a withdrawn figure is told by what it had said, with the pages that lose it', () => {
  const [entry = ''] = told(
    [['examplia-2030/figures/example-2030-01-05.csv', /killed,civilians.*\n/, '']],
    `${KILLED},,at_least 1111,,2030-02-01,withdrawal,It is not in the paper.`,
  );
  expect(entry).toMatch(/^withdrawn figure example.*\n {2}was: At least 1,111 civilians killed/);
  expect(entry).not.toContain('is:');
  expect(entry).toContain('on record: withdrawal, 2030-02-01: It is not in the paper.');
  expect(entry).toContain('on /examplia-2030/on/2030-01-05/');
});

test('a new figure is told by its sentence', () => {
  const entry = told([
    ['examplia-2030/published.csv', /\n[^]*/, '\n'],
    [CORRECTIONS, /\n[^]*/, '\n'],
  ]).find((one) => one.includes(KILLED));
  expect(entry).toMatch(/^new figure example.*\n {2}is: {2}At least 1,111 civilians killed/);
});
