import { bench, describe } from 'vitest';
import { readLibrary } from '#lib/records/library.ts';
import { textsIn } from '../../../../tests/support/good-seeds.ts';
import { layoutFor } from './layouts.ts';

const { library } = readLibrary(
  Object.fromEntries(
    Object.entries(textsIn(`${process.cwd()}/seeds/`)).filter(([path]) =>
      /\.(?:csv|yaml)$/.test(path),
    ),
  ),
);
const once = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };

describe('the layout of a map of the seeds, from nothing', () => {
  if (library === null) throw new Error('The seeds cannot be read: npm run seeds -- check');
  for (const map of library.situation.maps)
    bench(
      map.id,
      () => {
        // Copies are another library and another map: nothing is known of them from before.
        layoutFor({ ...library }, { ...map });
      },
      once,
    );
});
