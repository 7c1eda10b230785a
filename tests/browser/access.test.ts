import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { folder, kindsOf, useSite } from '../support/site.ts';

const home = useSite();
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Both widths and both colour schemes; the four pairs would say nothing that these two do not. */
const sights = [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;
const cases = kindsOf(folder, 'typical').flatMap((kind) =>
  sights.map((sight) => ({ ...kind, ...sight })),
);

test.each(cases)('$name at $width px, $colorScheme: axe finds nothing ($file)', async (kind) => {
  const { address, width, colorScheme } = kind;
  const context = await home.browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  await page.goto(home.site + address);
  // What is laid out only when it comes near is looked at too.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('section { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  await context.close();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
  expect(found).toEqual([]);
});
