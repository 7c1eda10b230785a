import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createGzip } from 'node:zlib';
import { error } from '@sveltejs/kit';
import { stringify } from 'csv-stringify/sync';
import { columns } from '#lib/downloads/data/columns.ts';
import type { Edition } from '#lib/downloads/data/edition.ts';
import { mediaTypeOf } from '#lib/downloads/data/file-kinds.ts';
import { inert } from '#lib/downloads/data/inert.ts';
import { figureRecord } from '#lib/downloads/figure-record.ts';
import { writeParquet } from '#lib/server/parquet.ts';
import { revision } from '#lib/server/revision.ts';
import { readings, tables } from '#lib/server/seeds.ts';
import { site } from '#lib/server/site.ts';
import { openEngine } from '#lib/server/tables/engine.ts';
import { readRows } from '#lib/server/tables/figure-tables.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { libraryOf, type Library } from './situations.ts';

type Reading = Parameters<typeof readRows>[2][number];
type Table = Parameters<typeof readRows>[1];

/** Where they are kept once made: below MADE_FOLDER, or `dist/made` in the folder in which the program runs. */
const home = () => join(resolve(process.env['MADE_FOLDER'] ?? 'dist/made'), 'tables');

/**
 * Writes all rows of a table as `figures.csv.gz` and `figures.parquet`: those without pages too, each with all that belongs
 * to it. They are read as they were checked, and written by what writes every other file, a batch at a time.
 */
export async function writeTableFiles(
  folder: string,
  table: Table,
  from: {
    readonly library: Library;
    readonly source: string;
    readonly readings: readonly Reading[];
  },
  edition: Edition,
): Promise<void> {
  // A figure without a page of its own is read about where its publication is.
  const page = `${edition.site ?? ''}${addresses.source(edition.situation, from.source)}`;
  const pages = new Set(from.library.figures.map(({ id }) => id));
  const engine = await openEngine();
  try {
    const lines = join(folder, 'figures.ndjson');
    const text = createWriteStream(lines);
    const packed = createGzip({ level: 5 });
    const file = packed.pipe(createWriteStream(join(folder, 'figures.csv.gz')));
    const closed = Promise.all([once(file, 'close'), once(text, 'close')]);
    packed.write(stringify([columns.map(({ name }) => name)]));
    for await (const { figures } of readRows(engine, table, from.readings)) {
      const records = figures.map((figure) => {
        const record = figureRecord(figure, edition);
        return pages.has(figure.id) ? record : { ...record, page };
      });
      const csv = stringify(
        records.map((record) => Object.values(record)),
        { cast: { string: inert } },
      );
      const isFull = !text.write(records.map((one) => `${JSON.stringify(one)}\n`).join(''));
      if (isFull) await once(text, 'drain');
      if (!packed.write(csv)) await once(packed, 'drain');
    }
    packed.end();
    text.end();
    await closed;
    await writeParquet(lines, join(folder, 'figures.parquet'), columns, edition.revision);
    await rm(lines);
  } finally {
    engine.close();
  }
}

/** The folders being made, by name: who asks meanwhile waits for them. */
const making = new Map<string, Promise<string>>();

/** A table of figures as a file, made when it is first asked for; 404 for a table or a format that there is not. */
export async function tableFile(situation: string, source: string, format: string) {
  const library = libraryOf(situation);
  const known = library.tables.find((one) => one.source.id === source);
  const table = tables.find(({ path }) => path === known?.path);
  if (!known || !table || !['csv.gz', 'parquet'].includes(format))
    error(404, 'There is no such file.');
  const edition = { situation, site, revision };
  const name = createHash('sha256')
    .update([known.mark, situation, source, site ?? '', revision].join('\0'))
    .digest('hex')
    .slice(0, 16);
  const asked = making.get(name) ?? madeIn(name, table, { library, source, readings }, edition);
  making.set(name, asked);
  asked.catch(() => making.delete(name));
  return new Response(null, {
    headers: {
      'content-type': mediaTypeOf(`.${format}`),
      'x-file': join(await asked, `figures.${format}`),
    },
  });
}

/** The folder of a table's files, whole or not there. */
async function madeIn(
  name: string,
  ...of: Parameters<typeof writeTableFiles> extends [string, ...infer Rest] ? Rest : never
) {
  const folder = join(home(), name);
  if (existsSync(folder)) return folder;
  const begun = `${folder}.${String(process.pid)}`;
  try {
    await mkdir(begun, { recursive: true });
    await writeTableFiles(begun, ...of);
    await rename(begun, folder).catch((cause: unknown) => {
      // Another process was first.
      if (!existsSync(folder)) throw cause;
    });
    return folder;
  } finally {
    await rm(begun, { recursive: true, force: true });
  }
}
