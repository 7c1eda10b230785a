import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { COLUMNS } from '#lib/records/columns.ts';
import { writeManyCells } from '../../../../tests/support/many-cells.ts';
import { startPostgres } from '../../../../tests/support/postgres-server.ts';
import { startS3 } from '../../../../tests/support/s3-server.ts';
import { openEngine, quotedText } from './engine.ts';
import { tablesIn } from './figure-tables.ts';
import { localCopies } from './local-copies.ts';

/* What it costs to fetch a table of a million rows from servers on the same machine, and to ask whether it has changed. */
const ROWS = 1_000_000;
const once = { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 };

let made: ReturnType<typeof make> | undefined;
/** Hooks of a suite are not called where benchmarks run. */
const madeOnce = () => (made ??= make());

async function make() {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-bench-'));
  chmodSync(folder, 0o755);
  const engine = await openEngine();
  for (const name of ['many.parquet', 'many.csv'])
    await writeManyCells(engine, join(folder, name), ROWS);
  engine.close();
  const s3 = await startS3();
  await s3.put('many.parquet', readFileSync(join(folder, 'many.parquet')));
  const postgres = await startPostgres();
  await postgres.run(
    `CREATE TABLE many (${COLUMNS.figures.map((name) => `${name} text`).join()});
     COPY many FROM ${quotedText(join(folder, 'many.csv'))} (FORMAT csv)`,
  );
  const env = { ...s3.env, PGHOST: '127.0.0.1', PGUSER: 'owner', PGPASSWORD: 'made-up' };
  return {
    async fetch(address: string) {
      const before = process.cpuUsage();
      const [table] = await localCopies(tablesIn([], { 'a/figures/b.address': address }, folder), {
        asking: 'always',
        folder: join(folder, 'cache'),
        env,
      });
      if (table?.fetched === undefined) throw new Error(table?.fault?.message);
      const { user, system } = process.cpuUsage(before);
      const memory = (process.memoryUsage.rss() / 1e6).toFixed(0);
      console.log(
        `${((user + system) / 1e6).toFixed(1)} s of processor time here, ${memory} MB in memory`,
      );
    },
    postgres: `postgres://127.0.0.1:${postgres.port}/figures\nTABLE many`,
    async close() {
      await postgres.close();
      await s3.close();
      rmSync(folder, { recursive: true });
    },
  };
}

describe('a table of a million rows that lies elsewhere', () => {
  bench('both servers are filled', async () => void (await madeOnce()), once);
  bench(
    'from a store that speaks S3',
    async () => (await madeOnce()).fetch('s3://figures/many.parquet'),
    once,
  );
  bench(
    'the same again, unchanged',
    async () => (await madeOnce()).fetch('s3://figures/many.parquet'),
    once,
  );
  bench(
    'from a PostgreSQL',
    async () => {
      const all = await madeOnce();
      await all.fetch(all.postgres);
      await all.close();
    },
    once,
  );
});
