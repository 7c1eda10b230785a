import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { useSite } from '../support/site.ts';

/*
 * What a screen reader is given: the browser's tree of a page just opened, before anything is scrolled to, has the
 * headings and landmarks of the document, each with its name.
 */
const site = useSite();
const kinds = await site.kinds();
const LANDMARKS = ['region', 'navigation', 'main', 'contentinfo', 'banner', 'form', 'search', 'article', 'complementary']; // prettier-ignore
/** Of these a page has one at most, so they need no name. */
const SINGLE = ['main', 'contentinfo', 'banner'];

interface Node {
  readonly nodeId: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}

async function treeOf(page: Page): Promise<{ role: string; name: string }[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
    nodes: readonly Node[];
  };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (node: Node): Node[] => [
    node,
    ...(node.childIds ?? []).flatMap((id) =>
      inOrder(byId.get(id) ?? { nodeId: id, ignored: true }),
    ),
  ];
  return nodes
    .slice(0, 1)
    .flatMap(inOrder)
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: role?.value ?? '', name: squeezed(name?.value ?? '') }));
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What the document says that a reader can find: headings that are not in something closed. */
const headingsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((one) => one.checkVisibility() && one.closest('[aria-hidden="true"]') === null)
      .map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()),
  );

test.each(kinds)(
  'of $address has every heading, and each landmark has a name',
  async ({ address }) => {
    const { tree, headings } = await site.onPage(
      address,
      async (page) => ({ tree: await treeOf(page), headings: await headingsOf(page) }),
      { viewport: { width: 360, height: 740 } },
    );
    expect(headings.length).toBeGreaterThan(0);
    expect(tree.filter(({ role }) => role === 'heading').map(({ name }) => name)).toEqual(headings);
    const landmarks = tree.filter(({ role }) => LANDMARKS.includes(role));
    expect(landmarks.map(({ role }) => role)).toContain('main');
    expect(landmarks.filter(({ role, name }) => name === '' && !SINGLE.includes(role))).toEqual([]);
  },
);

test('a counter is read in one go: number, qualifier, what and when', async () => {
  const tree = await site.onPage('/ukraine-2022/on/2022-02-28/', treeOf);
  const articles = tree.filter(({ role }) => role === 'article').map(({ name }) => name);
  expect(articles.length).toBeGreaterThan(3);
  expect(articles[0]).toBe('102 civilians killed 24 to 27 Feb 2022');
  expect(articles.find((name) => name.startsWith('To Poland'))).toMatch(/281,000$/);
});
