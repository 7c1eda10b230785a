import type { PDFContext, PDFDict, PDFDocument, PDFObject, PDFPage, PDFRef } from '@cantoo/pdf-lib';

/** The library that reads and writes PDF. It takes long to load, so it is handed in by who has it. */
export type PdfLib = typeof import('@cantoo/pdf-lib');

/**
 * Completes what Chromium leaves open in the tags of a PDF for who hears it (ISO 14289-1): a list's entry gets a body
 * beside its label, a figure a text in its place, a link words for where it leads, and PDF 2.0's names of emphasis a
 * meaning.
 * @param said of figures in the order in which they stand what they show; of places within, by name, what is there
 * @throws {Error} when a page is written otherwise than Chromium does
 */
export function completeTags(
  lib: PdfLib,
  document: PDFDocument,
  said: { readonly figures: readonly string[]; readonly links: Readonly<Record<string, string>> },
): void {
  const { PDFDict, PDFHexString, PDFRawStream, PDFRef } = lib;
  const name = (text: string) => lib.PDFName.of(text);
  const { context, catalog } = document;
  const tree = catalog.lookup(name('StructTreeRoot'), PDFDict);
  tree.set(name('RoleMap'), context.obj({ Strong: name('Span'), Em: name('Span') }));
  const figures = [...said.figures];
  for (const { element, reference } of elementsOf(lib, tree)) {
    const kind = element.get(name('S'));
    if (kind === name('Figure')) {
      const text = figures.shift() ?? '';
      if (!element.has(name('Alt'))) element.set(name('Alt'), PDFHexString.fromText(text));
    }
    if (kind === name('LI')) giveBody(lib, context, element, reference);
  }
  for (const page of document.getPages()) {
    describeLinks(lib, page, said.links);
    const reference = page.node.get(name('Contents'));
    const contents = page.node.lookup(name('Contents'));
    if (!(reference instanceof PDFRef && contents instanceof PDFRawStream))
      throw new Error('Chromium wrote a page in another way.');
    const drawing = Buffer.from(lib.decodePDFRawStream(contents).decode()).toString('latin1');
    const marked = Buffer.from(markDecoration(drawing), 'latin1');
    context.assign(reference, context.flateStream(marked));
  }
}

/** What begins a text, a path or a picture, and what paints it. */
const begins = /^BT$| (?:m|re)$|^\/\w+ Do$/;
const paints = /^(?:ET|f\*?|F|S|s|B\*?|b\*?|n)$|^\/\w+ Do$/;

/**
 * Marks whatever is drawn outside of all tags as decoration. Chromium writes one operator a line and glyphs in
 * hexadecimal, so a line is what it begins or ends with.
 */
function markDecoration(drawing: string): string {
  let depth = 0;
  let isOpen = false;
  return drawing
    .split('\n')
    .flatMap((line) => {
      if (/ (?:BDC|BMC)$/.test(line) || />>BDC$/.test(line)) depth += 1;
      if (line === 'EMC') depth -= 1;
      if (depth > 0) return [line];
      const opening = !isOpen && begins.test(line);
      if (opening) isOpen = true;
      const closing = isOpen && paints.test(line);
      if (closing) isOpen = false;
      return [...(opening ? ['/Artifact BMC'] : []), line, ...(closing ? ['EMC'] : [])];
    })
    .join('\n');
}

/** All elements below one, in the order of reading. */
function elementsOf(
  lib: PdfLib,
  parent: PDFDict,
): { readonly element: PDFDict; readonly reference: PDFRef }[] {
  return childrenOf(lib, parent).flatMap((child) => {
    if (!(child instanceof lib.PDFRef)) return [];
    const element = parent.context.lookup(child);
    if (!(element instanceof lib.PDFDict) || !element.has(lib.PDFName.of('S'))) return [];
    return [{ element, reference: child }, ...elementsOf(lib, element)];
  });
}

function childrenOf(lib: PdfLib, element: PDFDict): PDFObject[] {
  const kids = element.get(lib.PDFName.of('K'));
  const all = kids instanceof lib.PDFRef ? element.context.lookup(kids) : kids;
  if (all instanceof lib.PDFArray) return all.asArray();
  return kids === undefined ? [] : [kids];
}

/**
 * All of an entry but its label goes into a body. What is no element stays: the page's own table knows it as the
 * entry's.
 */
function giveBody(lib: PdfLib, context: PDFContext, entry: PDFDict, reference: PDFRef): void {
  const name = (text: string) => lib.PDFName.of(text);
  const isBody = (kid: PDFObject) => {
    const element = kid instanceof lib.PDFRef ? context.lookup(kid) : null;
    const kind = element instanceof lib.PDFDict ? element.get(name('S')) : undefined;
    return kind !== undefined && kind !== name('Lbl') && kind !== name('LBody');
  };
  const kids = childrenOf(lib, entry);
  const inBody = kids.filter(isBody);
  if (inBody.length === 0) return;
  const body = context.register(
    context.obj({ Type: 'StructElem', S: 'LBody', P: reference, K: inBody }),
  );
  for (const kid of inBody) context.lookup(kid, lib.PDFDict).set(name('P'), body);
  entry.set(name('K'), context.obj([...kids.filter((kid) => !isBody(kid)), body]));
}

function describeLinks(lib: PdfLib, page: PDFPage, links: Readonly<Record<string, string>>): void {
  const { PDFDict, PDFHexString, PDFName, PDFString } = lib;
  for (const reference of page.node.Annots()?.asArray() ?? []) {
    const link = page.node.context.lookup(reference, PDFDict);
    const target = link.get(PDFName.of('Dest'));
    const uri = link.lookupMaybe(PDFName.of('A'), PDFDict)?.get(PDFName.of('URI'));
    const words =
      target instanceof PDFName
        ? (links[target.decodeText()] ?? target.decodeText())
        : uri instanceof PDFString || uri instanceof PDFHexString
          ? uri.decodeText()
          : '';
    link.set(PDFName.of('Contents'), PDFHexString.fromText(words));
  }
}
