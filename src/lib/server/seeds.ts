import { resolve } from 'node:path';
import { building } from '$app/environment';
import type { Library } from '#lib/records/model.ts';
import { readSeedFiles } from './seed-files.js';
import { localCopies, readHouse, tablesIn } from './tables/figure-tables.ts';

/** The folder of the seeds: SEEDS, or `seeds` in the folder in which the program runs. No other file knows it. */
const folder = resolve(process.env['SEEDS'] ?? 'seeds');

/** While the server is built, its modules are only analysed: it contains no seeds. */
const files = building
  ? { texts: {}, tables: [], faults: [] }
  : await readSeedFiles(folder).catch((cause: NodeJS.ErrnoException) => {
      throw new Error(
        `The folder of the seeds cannot be read (${cause.code ?? cause.message}): ${folder}`,
      );
    });

/** The texts of all seed files, by path below the folder. */
export const texts: Readonly<Record<string, string>> = files.texts;

/** The tables of figures among them. */
export const tables = tablesIn(files.tables, texts, `${folder}/`);

/** What the seeds say of each situation, by name; never throws, so that a page can show the faults. */
export const readings = building
  ? []
  : await readHouse(
      texts,
      // The last copy of a table that is elsewhere will do: "npm run seeds -- check --fetch" brings its newest state.
      await localCopies(tables, { asking: 'where absent' }),
    );

/** Everything that is wrong with them, as sentences that begin with file, line and column. */
export const faults: readonly string[] = [
  ...files.faults,
  ...readings.flatMap((reading) => reading.faults.map(({ message }) => message)),
];

/** The marks of all tables of figures, by path: with the texts they are all that is known. */
export const marks: Readonly<Record<string, string>> = Object.fromEntries(
  readings
    .flatMap(({ library }): Library['tables'] => library?.tables ?? [])
    .map(({ path, mark }) => [path, mark]),
);
