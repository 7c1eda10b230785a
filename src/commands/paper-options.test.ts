import { expect, test } from 'vitest';
import { readOptions } from './paper-options.js';

test.each([
  [
    ['--on', '2022-02-28', '--size', 'Letter', '--out', 'x.pdf'],
    { on: '2022-02-28', query: '?paper=letter', all: false },
  ],
  [['--all', '--out', 'sheets', '--jobs', '3'], { on: null, query: '', all: true, jobs: 3 }],
  [
    ['--without', 'chart,map', '--notes', 'short', '--out', 'x.pdf'],
    { query: '?without=map,chart&notes=short' },
  ],
  [['--help'], { help: true }],
])('%j is understood', async (args, wanted) => {
  const read = await readOptions(args);
  expect(read.faults).toEqual([]);
  expect(read.wanted).toMatchObject(wanted);
});

test('everything that is wrong is said at once, each with the way out', async () => {
  const { faults } = await readOptions([
    '--on',
    '28.2.2022',
    '--all',
    '--size',
    'B5',
    '--without',
    'maps',
    '--notes',
    'none',
    '--jobs',
    '0',
  ]);
  expect(faults).toEqual([
    '--without: there is no part "maps"; there are counters, map, chart, claims, changes, events.',
    '--size: "B5" is neither A4 nor Letter.',
    '--notes: "none" is neither full nor short.',
    '--on: "28.2.2022" is no day; write it like 2022-02-28.',
    '--on and --all: one day or all of them.',
    '--jobs: "0" is no number from 1 to 16.',
    '--out: say where to, such as sheets/.',
  ]);
});

test('a word it does not know is named', async () => {
  const { faults } = await readOptions(['--page', '3']);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain('--page');
});
