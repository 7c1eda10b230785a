import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createGzip } from 'node:zlib';
import { stringify } from 'csv-stringify/sync';
import { parquetOf } from './data-parquet.js';
import { load, openSeeds } from './seed-reader.js';

/**
 * Writes, of each table of figures, all rows as files to download: those without pages too, each with all that belongs
 * to it. They are read as they were checked, and written by what writes every other file, a batch at a time.
 * @param {string} folder the built site
 * @param {string} revision the data revision
 * @param {string} [of] the folder of the seeds; without it those of this house
 */
export async function writeTables(folder, revision, of) {
  const seeds = await openSeeds(of, undefined, 'where absent');
  if (seeds === null || seeds.tables.length === 0) return;
  const { readings } = seeds;
  const { openEngine } = await load('server/tables/engine.ts');
  const { readRows } = await load('server/tables/figure-tables.ts');
  const { site } = await load('server/site.ts');
  const { addresses } = await load('wording/addresses.ts');
  const { columns } = await load('downloads/data/columns.ts');
  const { inert } = await load('downloads/data/inert.ts');
  const { figureRecord } = await load('downloads/figure-record.ts');
  const engine = await openEngine();
  const beside = mkdtempSync(join(tmpdir(), 'caveat-table-'));
  try {
    for (const { library } of readings)
      for (const { source, path } of library?.tables ?? []) {
        const situation = library?.situation.id ?? '';
        const table = seeds.tables.find((one) => one.path === path);
        const edition = { situation, site, revision };
        // A figure without a page of its own is read about where its publication is.
        const page = `${site ?? ''}${addresses.source(situation, source.id)}`;
        const pages = new Set(library?.figures.map(({ id }) => id));
        const target = (/** @type {string} */ format) =>
          join(folder, addresses.table(situation, source.id, format));
        mkdirSync(dirname(target('parquet')), { recursive: true });
        const lines = join(beside, 'figures.ndjson');
        const text = createWriteStream(lines);
        const packed = createGzip({ level: 5 });
        const file = packed.pipe(createWriteStream(target('csv.gz')));
        packed.write(stringify([columns.map((/** @type {{ name: string }} */ { name }) => name)]));
        for await (const { figures } of readRows(engine, table, readings)) {
          const records = figures.map((/** @type {{ id: string }} */ figure) => {
            const record = figureRecord(figure, edition);
            return pages.has(figure.id) ? record : { ...record, page };
          });
          const json = records
            .map((/** @type {object} */ one) => `${JSON.stringify(one)}\n`)
            .join('');
          const csv = stringify(
            records.map((/** @type {object} */ one) => Object.values(one)),
            { cast: { string: inert } },
          );
          if (!text.write(json)) await once(text, 'drain');
          if (!packed.write(csv)) await once(packed, 'drain');
        }
        packed.end();
        text.end();
        await Promise.all([once(file, 'close'), once(text, 'close')]);
        await parquetOf(lines, target('parquet'), columns, edition.revision);
      }
  } finally {
    engine.close();
    rmSync(beside, { recursive: true, force: true });
  }
}
