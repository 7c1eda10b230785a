import { readLibrary } from '#lib/records/library.ts';

const ROOT = '/seeds/';

/** The texts of all seed files, by path; the one place that knows where they lie. */
const texts = import.meta.glob<string>('/seeds/**/*.{csv,yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What the seeds say, and what is wrong with them; never throws, so that a page can show the faults. */
export const { library, faults, ledger } = readLibrary(
  Object.fromEntries(Object.entries(texts).map(([path, text]) => [path.slice(ROOT.length), text])),
);
