import {
  existsSync,
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
import writeXlsx from 'write-excel-file/node';
import { intakeSeeds, mappingFor } from '../../../tests/support/intake-seeds.ts';
import { seedsCommand } from '../../../tests/support/seed-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-import-'));
  for (const [path, text] of Object.entries(intakeSeeds())) {
    mkdirSync(dirname(join(folder, 'seeds', path)), { recursive: true });
    writeFileSync(join(folder, 'seeds', path), text);
  }
  writeFileSync(join(folder, 'm.yaml'), mappingFor('later'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const run = (...words: string[]) =>
  seedsCommand(['--folder', join(folder, 'seeds'), ...words], Date.UTC(2036, 0, 1));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const figures = () => join(folder, 'seeds/northland-2034/figures/later.csv');
const SOUND = 'country,date,individuals\nWestland,2034-03-09,1234\n';

test('a dry run writes nothing, --write writes, and a second run has nothing new', async () => {
  const path = file('c.csv', SOUND);
  const words = ['import', path, '--mapping', join(folder, 'm.yaml')];
  const dry = await run(...words);
  expect(dry.stdout).toContain('Read as: tidy, because its mapping says so');
  expect(dry.stdout).toContain('1,234 border crossings to Westland');
  expect(dry.stdout).toContain(
    'A dry run, nothing was written. --write writes northland-2034/figures/later.csv, northland-2034/mappings/later.yaml.',
  );
  expect([dry.status, existsSync(figures())]).toEqual([0, false]);
  const written = await run(...words, '--write');
  expect(written.stdout).toContain('Written: northland-2034/figures/later.csv');
  expect(written.status).toBe(0);
  expect(readFileSync(figures(), 'utf8')).toContain(
    'border_crossings,refugees,NOR,WES,entries,2034-02-24,2034-03-09,1234,,exact,,reported,A,none,,\n',
  );
  const again = await run('import', path, '--source', 'later', '--write');
  expect(again.stdout).toContain('Nothing is new; nothing was written.');
  expect(again.status).toBe(0);
});

test('with a refused row nothing is written, unless it is left out, and then said', async () => {
  const path = file('c.csv', `${SOUND}Eastland,2034-03-09,12345*\n`);
  const words = ['import', path, '--mapping', join(folder, 'm.yaml'), '--write'];
  const refused = await run(...words);
  expect(refused.stdout).toContain('footnote mark');
  expect(refused.stdout).toContain('Nothing was written: some rows are refused.');
  expect([refused.status, existsSync(figures())]).toEqual([1, false]);
  const left = await run(...words, '--leave-out-refused');
  expect(left.stdout).toContain('Left out: 1 refused');
  expect([left.status, readFileSync(figures(), 'utf8').split('\n').length]).toEqual([0, 3]);
});

test('--json is one document with the same', async () => {
  const { stdout, status } = await run(
    '--json',
    'import',
    file('c.csv', SOUND),
    '--mapping',
    join(folder, 'm.yaml'),
  );
  const report: unknown = JSON.parse(stdout);
  expect(report).toMatchObject({
    source: 'later',
    counts: { adds: 1, refuses: 0 },
    written: null,
    files: [{ format: 'tidy', encoding: 'UTF-8' }],
  });
  expect(status).toBe(0);
});

test('what would be odd is told by the dry run, in lines and as JSON', async () => {
  const path = file('c.csv', `${SOUND}Westland,2034-03-10,999\n`);
  const words = ['import', path, '--mapping', join(folder, 'm.yaml')];
  const dry = await run(...words);
  expect(dry.stdout).toContain('Odd about it\n\nA count that can only grow became smaller:');
  expect(dry.stdout).toContain(
    '1 odd thing would come with it and needs a signed line before publish.',
  );
  expect([dry.status, existsSync(figures())]).toEqual([0, false]);
  expect(JSON.parse((await run('--json', ...words)).stdout)).toMatchObject({
    findings: [
      { state: 'unsigned', rule: 'falls', line: expect.stringMatching(/^falls,later\./) as string },
    ],
    signedIn: 'northland-2034/signed.csv',
  });
});

test('a fault that the seeds would have with it is told by the dry run, with its file and way out', async () => {
  const sums = 'id,definitions,by,whole,parts,said_by\nall,entries,place,ABROAD,WES;EAS,Test\n';
  writeFileSync(join(folder, 'seeds/sums.csv'), sums);
  writeFileSync(join(folder, 'm.yaml'), mappingFor('later', 'places: {Total: ABROAD}\n'));
  const table = `${SOUND}Eastland,2034-03-09,1000\nTotal,2034-03-09,9999\n`;
  const words = ['import', file('c.csv', table), '--mapping', join(folder, 'm.yaml')];
  const dry = await run(...words);
  expect(dry.stdout).toMatch(/northland-2034\/figures\/later\.csv:4:\d+: value: expected/);
  expect(dry.stdout).toContain(
    'The seeds would have the faults above: correct them before --write.',
  );
  expect(dry.status).toBe(1);
  const written = await run(...words, '--write');
  expect(written.stdout).toContain('Nothing was written: the seeds would have the faults above.');
  expect([written.status, existsSync(figures())]).toEqual([1, false]);
});

test('asked wrongly: no file, an unknown word, a file that is not there', async () => {
  expect((await run('import', 'tidy')).status).toBe(2);
  const { stderr, status } = await run(
    'import',
    file('c.csv', SOUND),
    '--definition',
    'entires',
    '--as-of',
    '9 March',
  );
  expect(stderr).toContain('did you mean entries?');
  expect(stderr).toContain('--as-of: expected a calendar day');
  expect(status).toBe(2);
  expect((await run('import', join(folder, 'none.csv'), '--source', 'later')).stderr).toContain(
    'cannot be read: it is not there',
  );
});

test('a new source without its flags is not written, with them it is', async () => {
  const path = file('c.csv', SOUND);
  writeFileSync(join(folder, 'n.yaml'), mappingFor('fresh'));
  const words = ['import', path, '--mapping', join(folder, 'n.yaml'), '--write'];
  const bare = await run(...words);
  expect(bare.stdout).toContain(
    "still needed are --title --kind --address --published (its day, or 'not given') --retrieved --licence --redistribution",
  );
  expect([
    bare.status,
    readdirSync(join(folder, 'seeds/northland-2034')).includes('mappings'),
  ]).toEqual([1, false]);
  const flags = [
    '--title',
    'Fresh',
    '--kind',
    'dataset',
    '--address',
    'https://example.org/',
    '--published',
    '2034-03-12',
    '--retrieved',
    '2035-12-01',
    '--licence',
    'not stated',
    '--redistribution',
    'may',
  ];
  expect((await run(...words, ...flags)).status).toBe(0);
  expect(readFileSync(join(folder, 'seeds/northland-2034/sources.csv'), 'utf8')).toContain(
    '\nfresh,agency,Fresh,dataset,https://example.org/,2034-03-12,2035-12-01,,,not stated,may,,\n',
  );
});

test('a workbook with one sheet is read like any table', async () => {
  const data = [
    ['country', 'date', 'individuals'],
    ['Westland', '2034-03-09', 1234],
  ].map((row) => row.map((value) => ({ value })));
  const path = join(folder, 'c.xlsx');
  await writeXlsx(data as never).toFile(path);
  writeFileSync(join(folder, 'x.yaml'), mappingFor('fresh'));
  const { stdout } = await run('import', path, '--mapping', join(folder, 'x.yaml'));
  expect(stdout).toContain('a workbook, sheet');
  expect(stdout).toContain('WES 2034-03-09 1234 border_crossings');
});
