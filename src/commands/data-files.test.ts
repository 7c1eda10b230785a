import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { columns } from '#lib/downloads/data/columns.ts';
import { dataPackage } from '#lib/downloads/data/data-package.ts';
import { dcatJson } from '#lib/downloads/data/dcat.ts';
import { formats, mediaTypeOf } from '#lib/downloads/data/file-kinds.ts';
import { figuresSchema } from '#lib/downloads/data/json-schema.ts';
import { figuresXlsx } from '#lib/downloads/data/xlsx.ts';
import { figureRecord } from '#lib/downloads/figure-record.ts';
import { figuresCsv, figuresHxlCsv } from '#lib/downloads/figures-csv.ts';
import { figuresJson } from '#lib/downloads/figures-json.ts';
import { faultsOfDataPackage, faultsOfDcat, triplesOf } from '../../tests/support/catalogue.ts';
import { figure, library, source } from '../../tests/support/made.ts';
import { compress } from './compress.js';
import { keepRevisions, makeDataFiles } from './data-files.js';

const edition = { situation: 'examplia-2030', site: null, revision: 'abcdef0123' };
const made = library([
  figure({ value: 1_111 }),
  figure({ amount: { kind: 'word', word: 'hundreds' }, statedAs: 'hundreds' }),
  figure({ value: 4_321, source: source({ id: 'example-relay', redistribution: 'cite' }) }),
]);

/** A site with the files of the whole alone, before anything is made of them. */
async function lay(folder: string): Promise<void> {
  const files = [...formats, 'parquet'].map((format) => ({
    address: `/data/examplia-2030/figures.${format}`,
    mediaType: mediaTypeOf(`.${format}`),
  }));
  const set = { name: 'Examplia', page: '/examplia-2030/', figures: made.figures, files };
  const laid: Record<string, string | Uint8Array> = {
    'examplia-2030/figures.csv': figuresCsv(made, edition),
    'examplia-2030/figures.hxl.csv': figuresHxlCsv(made, edition),
    'examplia-2030/figures.json': figuresJson(made, edition),
    'examplia-2030/figures.xlsx': await figuresXlsx(made, edition),
    'examplia-2030/datapackage.json': dataPackage(made, edition),
    'examplia-2030/days.json': '["2030-01-05"]',
    'schemas/figures.schema.json': figuresSchema(edition),
    'dcat.jsonld': dcatJson([set], edition),
    'index.html': '<h1>data</h1>',
  };
  for (const [path, text] of Object.entries(laid)) {
    mkdirSync(dirname(join(folder, 'data', path)), { recursive: true });
    writeFileSync(join(folder, 'data', path), text);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'caveat-data-'));
const other = mkdtempSync(join(tmpdir(), 'caveat-data-'));
beforeAll(async () => {
  for (const one of [folder, other]) {
    await lay(one);
    await makeDataFiles(one);
    await compress(one);
    keepRevisions(one);
  }
});
afterAll(() => {
  for (const one of [folder, other]) rmSync(one, { recursive: true });
});

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
interface Index {
  readonly data_revision: string;
  readonly files: readonly {
    address: string;
    immutable: string | null;
    what: string;
    media_type: string;
    bytes: number;
    sha256: string;
    data_revision: string;
  }[];
}
const index = () => JSON.parse(read('data/index.json')) as Index;

test('the index names every file with its size and hash', () => {
  const { files, data_revision: revision } = index();
  expect(revision).toBe('abcdef0123');
  expect(files.map(({ address }) => address)).toEqual([
    '/data/dcat.jsonld',
    '/data/dcat.ttl',
    '/data/examplia-2030/datapackage.json',
    '/data/examplia-2030/days.json',
    '/data/examplia-2030/figures.csv',
    '/data/examplia-2030/figures.hxl.csv',
    '/data/examplia-2030/figures.json',
    '/data/examplia-2030/figures.parquet',
    '/data/examplia-2030/figures.xlsx',
    '/data/latest.json',
    '/data/schemas/figures.schema.json',
  ]);
  for (const { address, bytes, sha256 } of files) {
    const found = readFileSync(join(folder, address));
    expect(found.length).toBe(bytes);
    expect(createHash('sha256').update(found).digest('hex')).toBe(sha256);
  }
});

test('what is kept lies under its revision with what was compressed, and the newest leads there', () => {
  const latest = JSON.parse(read('data/latest.json')) as {
    situations: Record<string, { immutable: string }>;
  };
  const base = latest.situations['examplia-2030']?.immutable ?? '';
  expect(base).toMatch(/^\/data\/examplia-2030\/revisions\/abcdef0123-[\da-f]{8}\/$/);
  const kept = index().files.flatMap(({ address, immutable }) =>
    immutable === null ? [] : [[address, immutable] as const],
  );
  expect(kept.map(([, immutable]) => immutable)).toContain(`${base}figures.csv`);
  expect(kept.map(([address]) => address)).not.toContain('/data/examplia-2030/days.json');
  expect(kept.map(([address]) => address)).toContain('/data/schemas/figures.schema.json');
  for (const [address, immutable] of kept) expect(read(immutable)).toBe(read(address));
  expect(readFileSync(join(folder, `${base}figures.csv.br`))).toEqual(
    readFileSync(join(folder, 'data/examplia-2030/figures.csv.br')),
  );
  const links = statSync(join(folder, base, 'figures.csv')).nlink;
  expect(links).toBe(2);
});

test('the descriptor has the size and hash of each file and is lawful', () => {
  const text = read('data/examplia-2030/datapackage.json');
  expect(faultsOfDataPackage(text)).toEqual([]);
  const { resources } = JSON.parse(text) as {
    resources: { path: string; bytes: number; hash: string }[];
  };
  const known = new Map(index().files.map((file) => [file.address, file]));
  for (const { path, bytes, hash } of resources) {
    const file = known.get(`/data/examplia-2030/${path}`);
    expect({ bytes, hash }).toEqual({ bytes: file?.bytes, hash: `sha256:${String(file?.sha256)}` });
  }
});

test('the catalogue has sizes and checksums, and says the same in Turtle', async () => {
  const triples = await triplesOf(read('data/dcat.jsonld'));
  expect(await faultsOfDcat(triples)).toEqual([]);
  expect(triples.match(/checksumValue/g)?.length).toBe(5);
  const turtle = read('data/dcat.ttl');
  expect(await faultsOfDcat(turtle)).toEqual([]);
  expect(turtle).toContain('dcat:downloadURL </data/examplia-2030/figures.csv>');
});

test('Parquet has the columns by type and reads back as the records', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const file = join(folder, 'data/examplia-2030/figures.parquet');
  const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}')`);
  const rows = reader
    .getRowObjects()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, cell]) => [
          key,
          typeof cell === 'bigint' ? Number(cell) : cell,
        ]),
      ),
    );
  expect(rows).toEqual(made.figures.map((one) => figureRecord(one, edition)));
  expect(reader.columnTypes().map(String)).toEqual(
    columns.map(({ type }) => (type === 'count' ? 'BIGINT' : 'VARCHAR')),
  );
  connection.closeSync();
  instance.closeSync();
});

test('the same files are made of the same site, byte by byte', () => {
  for (const { address, sha256 } of index().files)
    expect(
      createHash('sha256')
        .update(readFileSync(join(other, address)))
        .digest('hex'),
      address,
    ).toBe(sha256);
});
