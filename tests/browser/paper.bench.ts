import { afterAll, bench, describe } from 'vitest';
import { openPress } from '../../src/commands/sheets.js';
import { openApp } from '../../src/server/app.js';
import { builtServer } from '../../src/server/build.js';

/** What one set of sheets costs once the browser runs. All days cost that, some at once. */
describe('the sheets of a day as PDF', async () => {
  const press = await openPress(await openApp(await builtServer(process.cwd(), console.log)));
  afterAll(() => press.close());
  const newest = press.days.at(-1) ?? '';
  const options = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };
  for (const day of ['2022-02-28', newest])
    bench(day, async () => void (await press.print(`/ukraine-2022/print/on/${day}/`)), options);
});
