import { afterAll, bench, describe } from 'vitest';
import { SheetPrinter } from '#lib/server/made/sheet-printer.ts';
import { siteAt } from '../support/paper.ts';
import { useSite } from '../support/site.ts';

/** What one set of sheets costs once the browser runs. All days cost that, some at once. */
describe('the sheets of a day as PDF', async () => {
  const site = useSite();
  const printer = new SheetPrinter(60_000);
  afterAll(() => printer.close());
  const days = JSON.parse((await site.fetch('/data/ukraine-2022/days.json')).text) as string[];
  const newest = days.at(-1) ?? '';
  const options = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };
  for (const day of ['2022-02-28', newest])
    bench(
      day,
      async () => {
        await printer.print(siteAt(site.address), `/ukraine-2022/print/on/${day}/`, newest);
      },
      options,
    );
});
