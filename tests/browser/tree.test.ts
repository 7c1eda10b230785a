import { expect, test } from 'vitest';
import { useSite } from '../support/site.ts';
import { treeFaults, treeOf } from '../support/tree.ts';

/* Of every kind of page the tree is looked at in kinds.test.ts. */
const site = useSite();

test('a counter is read in one go: number, qualifier, what and when', async () => {
  const tree = await site.onPage('/ukraine-2022/on/2022-02-28/', treeOf);
  const articles = tree.filter(({ role }) => role === 'article').map(({ name }) => name);
  expect(articles.length).toBeGreaterThan(3);
  expect(articles[0]).toBe('102 civilians killed 24 to 27 Feb 2022');
  expect(articles.find((name) => name.startsWith('To Poland'))).toMatch(/281,000$/);
});

test('a heading that is not heard, and an article without a name, are found', async () => {
  await site.onPage('/ukraine-2022/', async (page) => {
    expect(await treeFaults(page)).toEqual([]);
    await page.evaluate(() => {
      document.querySelector('h2')?.setAttribute('role', 'presentation');
      document.querySelector('article')?.removeAttribute('aria-labelledby');
      document.querySelector('main')?.setAttribute('role', 'none');
    });
    const found = await treeFaults(page);
    expect(found).toHaveLength(3);
    expect(found.join()).toMatch(/headings heard.*no main landmark.*“article” without a name/);
  });
});
