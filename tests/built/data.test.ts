import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { revision } from '#lib/server/revision.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { serve } from '../../src/commands/serve.js';
import {
  faultsBySchema,
  faultsOfDataPackage,
  faultsOfDcat,
  triplesOf,
} from '../support/catalogue.ts';
import { faultsOfRows } from '../support/numbers-in-file.ts';
import { filesOf, folder, kindsOf } from '../support/site.ts';

const run = promisify(execFile);
const { id } = library.situation;
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  site = await serve(folder, 0);
});
afterAll(() => site.close());

interface Index {
  readonly data_revision: string;
  readonly files: readonly {
    address: string;
    immutable: string | null;
    bytes: number;
    sha256: string;
  }[];
}
const index = JSON.parse(read('data/index.json')) as Index;
const dataFiles = filesOf(join(folder, 'data'), '').filter(
  (file) => /\.[a-z]+$/.test(file) && !/\.(?:br|gz|html)$|(?:^|\/)revisions\//.test(file),
);

test('the index names every file, with its size and hash', () => {
  expect(index.data_revision).toBe(revision);
  expect(index.files.map(({ address }) => address).sort()).toEqual(
    dataFiles
      .filter((file) => file !== 'index.json')
      .map((file) => `/data/${file}`)
      .sort(),
  );
  const wrong = index.files.filter(({ address, bytes, sha256 }) => {
    const found = readFileSync(join(folder, address));
    return found.length !== bytes || createHash('sha256').update(found).digest('hex') !== sha256;
  });
  expect(wrong).toEqual([]);
});

test('what is kept under its revision is the same, and is sent as what never changes', async () => {
  const kept = index.files.filter(({ immutable }) => immutable !== null);
  expect(kept.length).toBeGreaterThan(1000);
  const other = kept.filter(
    ({ address, immutable }) =>
      !readFileSync(join(folder, address)).equals(readFileSync(join(folder, immutable ?? ''))),
  );
  expect(other).toEqual([]);
  const answer = await fetch(site.address + (kept[0]?.immutable ?? '').slice(1));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toContain('immutable');
});

test('the newest state leads to where it is kept', () => {
  const latest = JSON.parse(read('data/latest.json')) as {
    situations: Record<string, { immutable: string }>;
  };
  const { immutable = '' } = latest.situations[id] ?? {};
  expect(immutable).toContain(`/revisions/${revision}-`);
  expect(read(`${immutable}figures.csv`)).toBe(read(addresses.figures(id, 'csv')));
});

test('every file of figures in JSON obeys the schema that it names', () => {
  const schema = read(addresses.figuresSchema);
  const files = dataFiles.filter((file) =>
    /^[^/]+\/(?:figures|(?:series|days|flows)\/.*(?<!\.chart))\.json$/.test(file),
  );
  expect(files.length).toBeGreaterThan(500);
  const faults = files.flatMap((file) =>
    faultsBySchema(schema, read(`data/${file}`)).map((fault) => `${file}: ${fault}`),
  );
  expect(faults.slice(0, 20)).toEqual([]);
});

test('descriptor and catalogue are lawful', async () => {
  expect(faultsOfDataPackage(read(addresses.dataPackage(id)))).toEqual([]);
  expect(await faultsOfDcat(await triplesOf(read(addresses.dcat)))).toEqual([]);
  expect(await faultsOfDcat(read(addresses.dcatTurtle))).toEqual([]);
});

test('workbook and Parquet obey the law of numbers too', async () => {
  const sheets = await readXlsx(readFileSync(join(folder, addresses.figures(id, 'xlsx'))));
  const [names = [], ...rows] = sheets.find(({ sheet }) => sheet === 'figures')?.data ?? [];
  const records = rows.map((row) =>
    Object.fromEntries(names.map((name, i) => [String(name), row[i]])),
  );
  expect(records.length).toBe(library.figures.length);
  expect(faultsOfRows(records, library.figures).slice(0, 20)).toEqual([]);

  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const file = join(folder, addresses.figures(id, 'parquet'));
  const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}')`);
  expect(reader.getRowObjects().length).toBe(library.figures.length);
  expect(faultsOfRows(reader.getRowObjects(), library.figures).slice(0, 20)).toEqual([]);
  connection.closeSync();
  instance.closeSync();
});

test('what each kind of page says to machines is understood without fetching anything', async () => {
  const said = kindsOf(folder).flatMap(({ file }) => {
    const [, text = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(file)) ?? [];
    return text === '' ? [] : [{ file, text }];
  });
  expect(said.map(({ file }) => file)).toContain('data/index.html');
  expect(said.length).toBeGreaterThanOrEqual(6);
  for (const { file, text } of said)
    expect(await triplesOf(text), file).toContain('<https://schema.org/');
});

test('the page of every day leads to what it says to machines', async () => {
  const days = filesOf(join(folder, id, 'on'), '/index.html');
  for (const file of days) {
    const [, href = ''] =
      /<link rel="describedby" type="application\/ld\+json" href="([^"]+)"/.exec(
        read(`${id}/on/${file}`),
      ) ?? [];
    const [day = ''] = file.split('/');
    expect(href).toContain(`/data/${id}/days/${day}.jsonld`);
  }
  expect(await triplesOf(read(`data/${id}/days/2022-02-28.jsonld`))).toContain(
    '<https://schema.org/Dataset>',
  );
});

/** The lines of the page. */
const lines = [
  ...read('data/index.html').matchAll(/<pre data-lines[^>]*><code[^>]*>(.*?)<\/code>/gs),
].map(([, text = '']) => text.replaceAll('&lt;', '<').replaceAll('&amp;', '&'));
/** The same line, asking the site as it is served here. */
const here = (line: string) =>
  line.replace(/https?:\/\/[^"\s]+?(?=\/data\/)/, site.address.replace(/\/$/, ''));
const works = async (program: string) => {
  try {
    await run(program, ['--version']);
    return true;
  } catch {
    return false;
  }
};

test('the lines for curl bring the file', async ({ skip }) => {
  if (!(await works('curl'))) skip();
  const [curl = ''] = lines;
  expect(curl).toMatch(/^curl /);
  const where = mkdtempSync(join(tmpdir(), 'caveat-curl-'));
  try {
    await run('curl', here(curl).split(' ').slice(1), { cwd: where });
    expect(readFileSync(join(where, 'figures.csv'), 'utf8')).toBe(
      read(addresses.figures(id, 'csv')),
    );
  } finally {
    rmSync(where, { recursive: true });
  }
});

test('the lines for Python print the verified figures as sentences', async ({ skip }) => {
  if (!(await works('python3'))) skip();
  const python = lines[1] ?? '';
  expect(python).toMatch(/^import csv/);
  const { stdout } = await run('python3', ['-c', here(python)], {
    maxBuffer: 64e6,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  const verified = library.figures.filter(({ verification }) => verification === 'verified');
  expect(stdout.trimEnd().split('\n').length).toBe(verified.length);
});
