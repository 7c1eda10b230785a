import type { Library } from '#lib/records/model.ts';
import { localCopies, readHouse, tablesIn } from './tables/figure-tables.ts';

/** Where they lie; no other place knows it. */
const ROOT = '/seeds/';

const read = import.meta.glob<string>('/seeds/**/*.{csv,yaml,address}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** Never loaded as modules: the engine reads them where they lie. */
const parquet = Object.keys(import.meta.glob('/seeds/**/*.parquet', { query: '?url' }));

const below = (path: string) => path.slice(ROOT.length);

/** The texts of all seed files, by path below `seeds/`. */
export const texts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(read).map(([path, text]) => [below(path), text]),
);

/** What the seeds say of each situation, by name; never throws, so that a page can show the faults. */
export const readings = await readHouse(
  texts,
  // Before a build the command has asked for their newest state; all of it reads the same.
  await localCopies(tablesIn(parquet.map(below), texts, `${process.cwd()}${ROOT}`), {
    asking: 'where absent',
  }),
);

/** Everything that is wrong with them. */
export const faults = readings.flatMap((reading) => reading.faults);

/** The marks of all tables of figures, by path: with the texts they are all that is known. */
export const marks: Readonly<Record<string, string>> = Object.fromEntries(
  readings
    .flatMap(({ library }): Library['tables'] => library?.tables ?? [])
    .map(({ path, mark }) => [path, mark]),
);
