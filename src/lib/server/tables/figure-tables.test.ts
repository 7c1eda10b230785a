import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { COLUMNS } from '#lib/records/columns.ts';
import { goodSeeds, textsIn } from '../../../../tests/support/good-seeds.ts';
import { writeManyRows } from '../../../../tests/support/many-rows.ts';
import { openEngine, quotedText, type Engine } from './engine.ts';
import { readHouse, tablesIn } from './figure-tables.ts';

// An engine of its own is started.
vi.setConfig({ testTimeout: 60_000 });

const situation = 'examplia-2030';
const ofFigures = `${situation}/figures/`;
/** The publication with the most figures. */
const id =
  Object.entries(goodSeeds)
    .filter(([path]) => path.startsWith(ofFigures))
    .sort(([, a], [, b]) => b.split('\n').length - a.split('\n').length)
    .map(([path]) => path.slice(ofFigures.length, -'.csv'.length))[0] ?? '';
const csv = `${situation}/figures/${id}.csv`;
const parquet = `${situation}/figures/${id}.parquet`;
const { [csv]: figures = '', ...others } = goodSeeds;

let engine: Engine;
let folder = '';
beforeAll(async () => {
  folder = `${mkdtempSync(join(tmpdir(), 'caveat-tables-'))}/`;
  engine = await openEngine();
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

/** The rows of a figure file as a table, each changed by `sql` (a SELECT over the table `given`). */
async function tableOf(file: string, sql = 'SELECT * FROM given'): Promise<string> {
  const at = `${folder}${file}.parquet`;
  const [header = '', ...rows] = figures.trim().split('\n');
  const values = rows.map((row) => `(${cellsOf(row).map(quotedText).join()})`);
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE given AS SELECT * FROM (VALUES ${values.join()}) AS t(${header});
     COPY (${sql}) TO ${quotedText(at)} (FORMAT parquet)`,
  );
  return at;
}
const cellsOf = (row: string) =>
  [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

const read = async (at: string, texts = others) => {
  const readings = await readHouse(texts, [{ path: parquet, at }]);
  return {
    library: readings[0]?.library ?? null,
    faults: readings.flatMap((reading) => reading.faults.map(({ message }) => message)),
  };
};
/** What was never published is no silent change. */
const unpublished = Object.fromEntries(
  Object.entries(others).map(([path, text]) =>
    path.endsWith('published.csv')
      ? [path, 'thing,id,says\n']
      : path.endsWith('corrections.csv')
        ? [path, `${COLUMNS.corrections.join()}\n`]
        : [path, text],
  ),
);

test('figures from a table are those of the file of the same rows', async () => {
  const { library, faults } = await read(await tableOf('same'), unpublished);
  expect(faults).toEqual([]);
  const [plain] = await readHouse({ ...unpublished, [csv]: figures }, []);
  expect(library?.figures.map(({ id: one }) => one)).toEqual(
    plain?.library?.figures.map(({ id: one }) => one),
  );
  expect(library?.figures).toEqual(plain?.library?.figures);
  expect(library?.tables.map(({ path, rows }) => [path, rows])).toEqual([
    [parquet, figures.trim().split('\n').length - 1],
  ]);
});

describe('each row is asked what a row of a figure file is asked', () => {
  test.each([
    ['a number with a separator', "* REPLACE ('1,200' AS value)", /value: expected .*1,200/],
    ['a date that never was', "* REPLACE ('2030-02-30' AS as_of)", /as_of: expected/],
    ['no decision about caveats', "* REPLACE ('' AS caveats)", /caveats: expected/],
    ['a measure nobody knows', "* REPLACE ('sightings' AS measure)", /measure: expected/],
    ['a person-level column', "*, 'x' AS surname", /expected the columns measure,/],
    ['a column less', '* EXCLUDE (note)', /expected the columns measure,/],
  ])('%s', async (_fault, select, expected) => {
    const at = await tableOf('bad', `SELECT ${select} FROM given`);
    const { library, faults } = await read(at, unpublished);
    expect(library).toBeNull();
    expect(faults[0]).toMatch(expected);
    expect(faults[0]).toContain(parquet);
  });

  test('two rows about one thing', async () => {
    const at = await tableOf('twice', 'SELECT * FROM given UNION ALL SELECT * FROM given');
    expect((await read(at, unpublished)).faults[0]).toContain('one row about one thing');
  });

  test('a file that is no table', async () => {
    const { faults } = await read(`${folder}none.parquet`, unpublished);
    expect(faults[0]).toContain('expected a Parquet file that can be read');
  });
});

test('a fault is told with the number of its row in the table', async () => {
  const at = await tableOf(
    'third',
    "SELECT * REPLACE (CASE WHEN row_number() OVER () = 2 THEN 'x' ELSE value END AS value) FROM given",
  );
  expect((await read(at, unpublished)).faults.join('\n')).toMatch(/\.parquet:2:8: value/);
});

test('rows that get no page are asked the same', async () => {
  const seeds = join(folder, 'many');
  await writeManyRows('seeds', seeds, 6400);
  const texts = textsIn(`${seeds}/`);
  const [path = ''] = Object.keys(texts).filter((name) => name.endsWith('.parquet'));
  const others = Object.fromEntries(
    Object.entries(texts).filter(([name]) => /\.(?:csv|yaml)$/.test(name)),
  );
  const readWith = async (cell: string) => {
    const at = `${folder}last.parquet`;
    await engine.run(
      `COPY (SELECT * REPLACE (CASE WHEN origin = 'plenty-015' AND place = 'plenty-015' AND as_of = '2024-12-31'
         THEN '${cell}' ELSE CAST(value AS VARCHAR) END AS value)
       FROM read_parquet(${quotedText(join(seeds, path))})) TO ${quotedText(at)} (FORMAT parquet)`,
    );
    return readHouse(others, [{ path, at }]);
  };
  const [sound] = await readWith('1234');
  expect(sound?.faults).toEqual([]);
  expect(sound?.library?.figures.some(({ place }) => place.id === 'plenty-015')).toBe(false);
  const [faulty] = await readWith('1,234');
  expect(faulty?.library).toBeNull();
  expect(faulty?.faults.map(({ message }) => message)).toEqual([
    expect.stringMatching(/\.parquet:6400:8: value: expected .*1,234/),
  ]);
});

test('a table that was published and is another now is a silent change', async () => {
  const first = await read(await tableOf('first'), unpublished);
  const [reading] = await readHouse(unpublished, [{ path: parquet, at: await tableOf('first') }]);
  const published = {
    ...unpublished,
    [`${situation}/published.csv`]: reading?.ledger?.text() ?? '',
  };
  expect(first.faults).toEqual([]);
  expect((await read(await tableOf('again'), published)).faults).toEqual([]);
  const other = await tableOf('other', "SELECT * REPLACE ('p. 9' AS locator) FROM given");
  expect((await read(other, published)).faults.join('\n')).toMatch(/mark/);
});

test('a table at an address is not read without being asked for, and that is said', async () => {
  const path = parquet.replace('.parquet', '.address');
  const texts = { ...unpublished, [path]: 'https://127.0.0.1:1/none.parquet\n' };
  const readings = await readHouse(texts, tablesIn([], texts, '/house/'));
  expect(readings[0]?.library).toBeNull();
  // What follows from it, such as series that the situation names and nobody counts, is not told as if it were so.
  expect(readings.flatMap(({ faults }) => faults.map(({ message }) => message))).toEqual([
    `${path}:1:1: expected the table at https://127.0.0.1:1/none.parquet, found no copy of it; npm run seeds -- check --fetch reads it`,
  ]);
});

test('faults beside a table that was not read are told with it', async () => {
  const path = parquet.replace('.parquet', '.address');
  const texts = { ...unpublished, [path]: 'ftp://example.org/c.parquet', 'caveats.csv': 'code\n' };
  const readings = await readHouse(texts, tablesIn([], texts, '/house/'));
  const faults = readings.flatMap((reading) => reading.faults.map(({ message }) => message));
  expect(faults[0]).toMatch(/\.address:1:1: expected .*, found ftp:/);
  expect(faults.some((fault) => fault.startsWith('caveats.csv:1'))).toBe(true);
});

test.each([
  ['a link', 'link.parquet'],
  ['a link', 'linked/elsewhere.parquet'],
  ['no file', 'folder.parquet'],
])('an address that leads to %s below the seeds is refused', async (found, to) => {
  const path = parquet.replace('.parquet', '.address');
  const outside = mkdtempSync(join(tmpdir(), 'caveat-outside-'));
  const inside = mkdtempSync(join(tmpdir(), 'caveat-inside-'));
  copyFileSync(await tableOf('elsewhere'), join(outside, 'elsewhere.parquet'));
  symlinkSync(join(outside, 'elsewhere.parquet'), join(inside, 'link.parquet'));
  symlinkSync(outside, join(inside, 'linked'));
  mkdirSync(join(inside, 'folder.parquet'));
  const texts = { ...unpublished, [path]: to };
  const [reading] = await readHouse(texts, tablesIn([], texts, `${inside}/`));
  for (const one of [outside, inside]) rmSync(one, { recursive: true });
  expect(reading?.faults[0]?.message).toContain(`:1:1: expected a file at ${to}, found ${found};`);
});

test('a table in another folder is read where its line says', async () => {
  const path = parquet.replace('.parquet', '.address');
  await tableOf('elsewhere');
  const texts = { ...unpublished, [path]: 'elsewhere.parquet\n' };
  const [reading] = await readHouse(texts, tablesIn([], texts, folder));
  expect(reading?.faults).toEqual([]);
  expect(reading?.library?.tables.map((table) => table.path)).toEqual([path]);
});

test('a table can lie elsewhere: its seed is then the line that says where', () => {
  const texts = {
    'a/figures/b.address': 's3://bucket/b.parquet\n',
    'a/figures/c.address': 'tables/c.parquet\n',
    'a/sources.csv': '',
  };
  expect(tablesIn(['a/figures/d.parquet', 'tables/c.parquet'], texts, '/house/')).toEqual([
    {
      path: 'a/figures/b.address',
      at: 's3://bucket/b.parquet',
      remote: { kind: 's3', name: 's3://bucket/b.parquet', bucket: 'bucket', key: 'b.parquet' },
    },
    { path: 'a/figures/c.address', at: '/house/tables/c.parquet' },
    { path: 'a/figures/d.parquet', at: '/house/a/figures/d.parquet' },
  ]);
});
