import type { Page } from 'playwright';

/** Roles by which a screen reader goes from part to part. */
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

/** The browser's accessibility tree of a page in reading order, without what is ignored. */
export async function treeOf(page: Page): Promise<{ role: string; name: string }[]> {
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

/** Headings of the document that the tree lacks or has in another order, and landmarks without a name. */
export async function treeFaults(page: Page): Promise<string[]> {
  const tree = await treeOf(page);
  const headings = await headingsOf(page);
  const heard = tree.filter(({ role }) => role === 'heading').map(({ name }) => name);
  const landmarks = tree.filter(({ role }) => LANDMARKS.includes(role));
  const isSame = heard.length > 0 && JSON.stringify(heard) === JSON.stringify(headings);
  return [
    ...(isSame ? [] : [`headings heard: ${heard.join(' | ')}; there: ${headings.join(' | ')}`]),
    ...(landmarks.some(({ role }) => role === 'main') ? [] : ['has no main landmark']),
    ...landmarks
      .filter(({ role, name }) => name === '' && !SINGLE.includes(role))
      .map(({ role }) => `a landmark “${role}” without a name`),
  ];
}
