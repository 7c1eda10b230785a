import { readLibraries } from '#lib/records/library.ts';

/** Where they lie; no other place knows it. */
const ROOT = '/seeds/';

const read = import.meta.glob<string>('/seeds/**/*.{csv,yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The texts of all seed files, by path below `seeds/`. */
export const texts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(read).map(([path, text]) => [path.slice(ROOT.length), text]),
);

/** What the seeds say of each situation, by name; never throws, so that a page can show the faults. */
export const readings = readLibraries(texts);

/** Everything that is wrong with them. */
export const faults = readings.flatMap((reading) => reading.faults);
