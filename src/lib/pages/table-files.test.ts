import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { columns } from '#lib/downloads/data/columns.ts';
import { openEngine, quotedText, type Engine } from '#lib/server/tables/engine.ts';
import { MANY, writeManyRows } from '../../../tests/support/many-rows.ts';
import { readSeedFiles } from '#lib/server/seed-files.js';
import { readHouse, tablesIn } from '#lib/server/tables/figure-tables.ts';
import { writeTableFiles } from './table-files.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ROWS = 6400;
let engine: Engine;
beforeAll(async () => (engine = await openEngine()));
afterAll(() => engine.close());

describe.each(['may', 'forbids'])(
  'a table whose terms say %s of passing numbers on',
  (redistribution) => {
    let folder = '';
    let from = '';
    let all: Record<string, unknown>[] = [];
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'caveat-tables-'));
      const seeds = join(folder, 'seeds');
      await writeManyRows('seeds', seeds, ROWS, redistribution);
      const files = await readSeedFiles(seeds);
      const [table] = tablesIn(files.tables, files.texts, `${seeds}/`);
      if (!table) throw new Error('no table');
      const readings = await readHouse(files.texts, [table]);
      const library = readings.flatMap((reading) => reading.library ?? [])[0];
      if (!library) throw new Error('no library');
      const source = 'unhcr-2025-01-01-plenty';
      const edition = { situation: MANY, site: null, revision: '0123456789' };
      await writeTableFiles(folder, table, { library, source, readings }, edition);
      from = join(folder, 'figures');
      all = await engine.all(`SELECT * FROM read_parquet(${quotedText(`${from}.parquet`)})`);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('the file has every row, with pages or without', () => {
      expect(all).toHaveLength(ROWS);
      expect(new Set(all.map(({ id }) => id)).size).toBe(ROWS);
      const ownPage = all.filter(({ page }) => String(page).includes('/figures/'));
      expect(ownPage.length).toBeGreaterThan(0);
      expect(ownPage.length).toBeLessThan(ROWS);
      for (const { page } of all)
        expect(page).toMatch(/^\/plenty\/(?:figures\/[^/]+|sources\/unhcr-2025-01-01-plenty)\/$/);
    });

    test('each row has all that belongs to its figure', () => {
      const always = columns.filter((column) => column.always).map(({ name }) => name);
      const lacking = all.flatMap((row) =>
        always
          .filter((name) => row[name] === null || row[name] === '')
          .map((name) => `${String(row['id'])}: ${name}`),
      );
      expect(lacking).toEqual([]);
      for (const row of all) {
        expect(row['data_revision']).toBe('0123456789');
        expect(row['address']).toBe('https://example.org/plenty');
      }
    });

    test('it tells numbers only where they may be passed on', () => {
      const told = all.filter(
        ({ value, sentence }) => value !== null || /\d,\d{3}/.test(String(sentence)),
      );
      expect(told).toHaveLength(redistribution === 'may' ? ROWS : 0);
    });

    test('the spreadsheet says the same', async () => {
      const names = columns.map(({ name }) => `"${name}"`).join();
      const [differ] = await engine.all(
        `SELECT count(*)::INTEGER AS n FROM (
         SELECT ${names} FROM read_csv(${quotedText(`${from}.csv.gz`)}, header = true, all_varchar = true, nullstr = '')
         EXCEPT SELECT ${columns.map(({ name }) => `CAST("${name}" AS VARCHAR)`).join()} FROM read_parquet(${quotedText(`${from}.parquet`)}))`,
      );
      expect(differ?.['n']).toBe(0);
    });
  },
);
