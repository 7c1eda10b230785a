import { afterAll, bench, describe } from 'vitest';
import { openPress } from '../../src/commands/sheets.js';
import { folder } from '../support/site.ts';

/** What one set of sheets costs once the browser runs; it needs a built site. All days cost that, some at once. */
describe('the sheets of a day as PDF', async () => {
  const press = await openPress(folder);
  afterAll(() => press.close());
  const newest = press.days.at(-1) ?? '';
  const options = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };
  for (const day of ['2022-02-28', newest])
    bench(day, async () => void (await press.print(`/ukraine-2022/print/on/${day}/`)), options);
});
