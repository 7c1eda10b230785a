import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { openPdf, printerOf, tight } from '../support/paper.ts';
import { useSite } from '../support/site.ts';

/*
 * What of PDF/UA-1 (ISO 14289-1; failure conditions of the Matterhorn Protocol 1.1) a machine can tell and no validator
 * installable here would: each test names its checkpoint. Not covered: whether the tags mean what they should (a person's
 * part of the protocol), colour contrast, optional content, and the encoding of fonts beyond that they are embedded and
 * have a table to text.
 */
const site = useSite();
const address = '/ukraine-2022/print/on/2022-02-28/';
let pdf: Uint8Array;
let file: PDFDocument;
beforeAll(async () => {
  ({ pdf } = await printerOf(site.address)('2022-02-28'));
  file = await PDFDocument.load(pdf);
});

const name = (text: string) => PDFName.of(text);

interface Tag {
  readonly kind: string;
  readonly element: PDFDict;
  readonly kids: readonly Tag[];
}

function tagsOf(parent: PDFDict): Tag[] {
  const held = parent.lookup(name('K'));
  const kids = held instanceof PDFArray ? held.asArray() : held === undefined ? [] : [held];
  return kids.flatMap((kid) => {
    const element = kid instanceof PDFRef ? parent.context.lookup(kid) : kid;
    if (!(element instanceof PDFDict) || !element.has(name('S'))) return [];
    return [{ kind: String(element.get(name('S'))).slice(1), element, kids: tagsOf(element) }];
  });
}
const root = () => file.catalog.lookup(name('StructTreeRoot'), PDFDict);
const flat = (tags: readonly Tag[]): Tag[] => tags.flatMap((tag) => [tag, ...flat(tag.kids)]);
const all = () => flat(tagsOf(root()));

test('01 to 02: the file is marked as tagged, and each tag is of PDF 1.7 or mapped to one', () => {
  const known =
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form'.split(
      ' ',
    );
  const map = root().lookup(name('RoleMap'), PDFDict);
  const mapped = (kind: string) => String(map.get(name(kind)) ?? `/${kind}`).slice(1);
  expect(String(file.catalog.lookup(name('MarkInfo'), PDFDict).get(name('Marked')))).toBe('true');
  const unknown = all().filter(({ kind }) => !known.includes(mapped(kind)));
  expect([...new Set(unknown.map(({ kind }) => kind))]).toEqual([]);
});

test('01-005: everything drawn is tagged or marked as decoration', () => {
  const bare: string[] = [];
  let seen = 0;
  file.getPages().forEach(({ node }, i) => {
    const contents = node.lookup(name('Contents'));
    const streams =
      contents instanceof PDFArray ? contents.asArray() : [node.get(name('Contents'))];
    let depth = 0;
    for (const reference of streams) {
      const stream = file.context.lookup(reference as PDFRef);
      if (!(stream instanceof PDFRawStream)) continue;
      const drawing = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
      // Chromium writes glyphs in hexadecimal, so no operator can stand within a text.
      for (const [operator] of drawing.matchAll(/\b(?:BDC|BMC|EMC|Tj|TJ)\b/g)) {
        if (operator === 'EMC') depth -= 1;
        else if (operator === 'BDC' || operator === 'BMC') depth += 1;
        else {
          seen += 1;
          if (depth === 0) bare.push(`text on sheet ${i + 1}`);
        }
      }
    }
  });
  expect(seen).toBeGreaterThan(300);
  expect(bare).toEqual([]);
});

test('06 to 07: the title stands in the metadata and is shown', async () => {
  const { info, metadata } = (await (await openPdf(pdf)).getMetadata()) as unknown as {
    info: Record<string, unknown>;
    metadata: { getRaw(): string };
  };
  expect(info['Title']).toMatch(/^Ukraine from 24 February 2022\. As known on Monday/);
  expect(metadata.getRaw()).toContain('<dc:title>');
  expect(metadata.getRaw()).toContain('reliefweb.int');
  expect(
    String(file.catalog.lookup(name('ViewerPreferences'), PDFDict).get(name('DisplayDocTitle'))),
  ).toBe('true');
});

test('09: lists hold entries, entries labels and bodies, and links stand in a text', () => {
  const wrong = all().flatMap(({ kind, kids }) => {
    const within = kids.map((kid) => kid.kind);
    if (kind === 'L' && !within.every((one) => one === 'LI' || one === 'Caption'))
      return [`L with ${within.join()}`];
    if (kind === 'LI' && !within.every((one) => one === 'Lbl' || one === 'LBody'))
      return [`LI with ${within.join()}`];
    return [];
  });
  expect(all().filter(({ kind }) => kind === 'LBody').length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

test('11: the language is said', () => {
  expect(String(file.catalog.get(name('Lang')))).toBe('(en)');
});

test('13: map and chart have a text in their place', () => {
  const figures = all().filter(({ kind }) => kind === 'Figure');
  const texts = figures.map(({ element }) => {
    const alt = element.get(name('Alt'));
    return alt && 'decodeText' in alt ? (alt as { decodeText(): string }).decodeText() : '';
  });
  expect(texts).toHaveLength(2);
  expect(texts[0]).toContain('Map of border crossings');
  expect(texts[1]).toContain('Line chart');
});

test('14: headings begin with the first and skip no level, and the outline is made of them', async () => {
  const levels = all().flatMap(({ kind }) => (/^H\d$/.test(kind) ? [Number(kind.slice(1))] : []));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  const outline = await (await openPdf(pdf)).getOutline();
  expect(outline[0]?.title).toBe('Ukraine from 24 February 2022');
  expect(outline[0]?.items.map(({ title }) => title)).toContain('Where people crossed the border');
});

test('28: links are tagged, say where they lead, and are reached in the order of the tags', () => {
  const pages = file.getPages();
  expect(pages.map(({ node }) => String(node.get(name('Tabs'))))).toEqual(pages.map(() => '/S'));
  const links = pages.flatMap(({ node }) => node.Annots()?.asArray() ?? []);
  const untold = links.filter(
    (link) =>
      !file.context.lookup(link, PDFDict).has(name('Contents')) ||
      !file.context.lookup(link, PDFDict).has(name('StructParent')),
  );
  expect(links.length).toBeGreaterThan(100);
  expect(untold.map((link) => String(file.context.lookup(link)))).toEqual([]);
});

test('31: every font is embedded and says what its glyphs mean', () => {
  const fonts = file.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(name('Type')) === name('Font') ? [object] : [],
    );
  const composite = fonts.filter((font) => font.get(name('Subtype')) === name('Type0'));
  expect(composite.length).toBeGreaterThan(2);
  expect(composite.filter((font) => !font.has(name('ToUnicode')))).toEqual([]);
  const descriptors = file.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(name('Type')) === name('FontDescriptor')
        ? [object]
        : [],
    );
  expect(descriptors.length).toBeGreaterThan(2);
  expect(
    descriptors.filter(
      (one) => !['FontFile', 'FontFile2', 'FontFile3'].some((key) => one.has(name(key))),
    ),
  ).toEqual([]);
});

test('the tags are read in the order of the page', async () => {
  const reading = await openPdf(pdf);
  const read: string[] = [];
  for (let n = 1; n <= reading.numPages; n += 1) {
    const sheet = await reading.getPage(n);
    const { items } = await sheet.getTextContent({ includeMarkedContent: true });
    const texts = new Map<string, string>();
    let open: string[] = [];
    for (const item of items) {
      if ('str' in item) {
        // A ligature is a content of its own within its tag's.
        const id = open.findLast((one) => one !== '') ?? '';
        texts.set(id, (texts.get(id) ?? '') + item.str);
      } else if (item.type.startsWith('begin')) open = [...open, item.id ?? ''];
      else open = open.slice(0, -1);
    }
    const walk = (node: { children?: unknown[]; id?: string; type?: string }): void => {
      if (node.type === 'content' && node.id) read.push(texts.get(node.id) ?? '');
      for (const child of node.children ?? []) walk(child as typeof node);
    };
    walk((await sheet.getStructTree()) as Parameters<typeof walk>[0]);
  }
  const blocks = await site.onPage(address, async (page) => {
    await page.emulateMedia({ media: 'print' });
    return page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '.sheets h1, .sheets h2, .sheets h3, .sheets p, .sheets .notes > li',
        ),
      ]
        .filter((one) => one.getClientRects().length > 0 && one.closest('svg') === null)
        .map((one) => (one as HTMLElement).innerText),
    );
  });
  const text = tight(read.join(' '));
  // Each begins after the one before, so that a voice goes down the page as an eye does.
  let at = 0;
  const misplaced = blocks.filter((block) => {
    const start = tight(block).slice(0, 40);
    const found = text.indexOf(start, at);
    if (found < 0) return true;
    at = found;
    return false;
  });
  expect(blocks.length).toBeGreaterThan(60);
  expect(misplaced).toEqual([]);
});
