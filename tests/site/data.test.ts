import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { revision } from '#lib/server/revision.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { faultsOfDataPackage, faultsOfDcat, triplesOf } from '../support/catalogue.ts';
import { faultsOfRows } from '../support/numbers-in-file.ts';
import { faultsOfHeaders } from './laws.ts';
import { bytesOf, get, listed, pass, running, textOf, type Found } from './pass.ts';

const run = promisify(execFile);
const { id } = library.situation;
const folder = mkdtempSync(join(tmpdir(), 'caveat-data-'));

let site: Found;
/** The site for programs: every request is answered by the threads that hold it. */
let server: Server;
let address = '';
beforeAll(async () => {
  const [first] = await pass();
  if (!first) throw new Error('The site is visited.');
  site = first;
  server = createServer((request, response) => {
    void get(request.url ?? '').then(({ status, headers, body }) =>
      response.writeHead(status, headers).end(body),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((done) => server.close(done));
});

test('the index names every file that an export has too, with its size and hash', async () => {
  const index = JSON.parse(await textOf(addresses.dataIndex)) as {
    data_revision: string;
    files: { address: string; bytes: number; sha256: string; data_revision: string }[];
  };
  expect(index.data_revision).toBe(revision);
  const { outputs } = await running();
  const files = outputs
    .flatMap(({ exported }) => exported)
    .filter((file) => file.startsWith('/data/') && !file.endsWith('/'));
  expect(files.length).toBeGreaterThan(800);
  expect(index.files.map((file) => file.address)).toEqual(
    files.filter((file) => file !== addresses.dataIndex).sort(),
  );
  const wrong = index.files.filter((file) => {
    const found = site.at.get(file.address);
    return found?.bytes !== file.bytes || found.sha256 !== file.sha256;
  });
  expect(listed(wrong.map((file) => file.address))).toEqual([]);
});

test('the newest state leads to its archive, whose files are the newest and never change', async () => {
  const { data_revision, situations } = JSON.parse(await textOf(addresses.latest)) as {
    data_revision: string;
    situations: Record<string, { latest: string; archive: string }>;
  };
  expect(data_revision).toBe(revision);
  const { latest, archive = '' } = situations[id] ?? {};
  expect(latest).toBe(`/data/${id}/`);
  expect(archive).toMatch(new RegExp(`^/data/${id}/revisions/${revision}-[\\da-f]{8}\\.zip$`));
  const answer = await get(archive);
  expect(faultsOfHeaders(archive, answer)).toEqual([]);
  const files = unzipSync(answer.body);
  const newest: Readonly<Record<string, string>> = {
    'figures.csv': addresses.figures(id, 'csv'),
    'figures.json': addresses.figures(id, 'json'),
    'figures.parquet': addresses.figures(id, 'parquet'),
    'sources.csl.json': addresses.sourcesFile(id, 'csl.json'),
    'figures.schema.json': addresses.figuresSchema,
  };
  expect(Object.keys(files).sort()).toEqual(Object.keys(newest).sort());
  for (const [name, file] of Object.entries(newest))
    expect((await bytesOf(file)).equals(files[name] ?? new Uint8Array()), name).toBe(true);
  expect((await get(archive)).body).toEqual(answer.body);
  expect((await get(archive.replace(revision, '0123456789'))).status).toBe(404);
});

test('descriptor and catalogue are valid', async () => {
  expect(faultsOfDataPackage(await textOf(addresses.dataPackage(id)))).toEqual([]);
  expect(await faultsOfDcat(await triplesOf(await textOf(addresses.dcat)))).toEqual([]);
  expect(await faultsOfDcat(await textOf(addresses.dcatTurtle))).toEqual([]);
});

test('workbook and Parquet obey the law of numbers too', async () => {
  const sheets = await readXlsx(await bytesOf(addresses.figures(id, 'xlsx')));
  const [names = [], ...rows] = sheets.find(({ sheet }) => sheet === 'figures')?.data ?? [];
  const records = rows.map((row) =>
    Object.fromEntries(names.map((name, i) => [String(name), row[i]])),
  );
  expect(records.length).toBe(library.figures.length);
  expect(listed(faultsOfRows(records, library.figures))).toEqual([]);

  const file = join(folder, 'figures.parquet');
  writeFileSync(file, await bytesOf(addresses.figures(id, 'parquet')));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}')`);
  expect(reader.getRowObjects().length).toBe(library.figures.length);
  expect(listed(faultsOfRows(reader.getRowObjects(), library.figures))).toEqual([]);
  connection.closeSync();
  instance.closeSync();
});

/** The lines of the page about data, asking this server. */
async function linesOf(program: RegExp): Promise<string> {
  const page = await textOf(addresses.data);
  const lines = [...page.matchAll(/<pre data-lines[^>]*><code[^>]*>(.*?)<\/code>/gs)].map(
    ([, text = '']) => text.replaceAll('&lt;', '<').replaceAll('&amp;', '&'),
  );
  const line = lines.find((text) => program.test(text));
  if (line === undefined) throw new Error(`no lines for ${program.source}`);
  return line.replace(/https?:\/\/[^"\s]+?(?=\/data\/)/, address);
}
const works = (program: string) =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  );

test('the lines for curl bring the file', async ({ skip }) => {
  if (!(await works('curl'))) skip();
  const curl = await linesOf(/^curl /);
  await run('curl', curl.split(' ').slice(1), { cwd: folder });
  const brought = readFileSync(join(folder, 'figures.csv'));
  expect(brought.equals(await bytesOf(addresses.figures(id, 'csv')))).toBe(true);
});

test('the lines for Python print the verified figures as sentences', async ({ skip }) => {
  if (!(await works('python3'))) skip();
  const python = await linesOf(/^import csv/);
  const { stdout } = await run('python3', ['-c', python], {
    maxBuffer: 64e6,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  const verified = library.figures.filter(({ verification }) => verification === 'verified');
  expect(stdout.trimEnd().split('\n').length).toBe(verified.length);
});

test('a picture to share is as large as the pages say', async () => {
  const pictures = site.visited.filter(({ address: one }) => one.endsWith('.png'));
  expect(pictures.length).toBeGreaterThan(2);
  for (const { address: one } of pictures) {
    const png = await bytesOf(one);
    expect(png.subarray(1, 4).toString('latin1'), one).toBe('PNG');
    const size = one.includes('.wide.') ? [1200, 630] : [1080, 1080];
    if (one.startsWith('/share/'))
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], one).toEqual(size);
  }
});
