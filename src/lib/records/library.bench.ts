import { bench, describe } from 'vitest';
import { textsIn } from '../../../tests/support/good-seeds.ts';
import { csvRows } from './csv-rows.ts';
import { readLibrary } from './library.ts';

const texts = Object.fromEntries(
  Object.entries(textsIn(`${process.cwd()}/seeds/`)).filter(([path]) =>
    /\.(?:csv|yaml)$/.test(path),
  ),
);
const once = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };

describe('all seeds', () => {
  bench(
    'parted into rows and cells',
    () => {
      for (const [path, text] of Object.entries(texts)) if (path.endsWith('.csv')) csvRows(text);
    },
    once,
  );
  bench(
    'read and held against what was published',
    () => {
      readLibrary(texts);
    },
    once,
  );
});
