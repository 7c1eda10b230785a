import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

const name = (/** @type {string} */ text) => PDFName.of(text);

/**
 * Mends what Chromium leaves open in the tags of a PDF for who hears it (ISO 14289-1): a list's entry gets a body beside
 * its label, a figure a text in its place, a link words for where it leads, and PDF 2.0's names of emphasis a meaning.
 * @param {import('@cantoo/pdf-lib').PDFDocument} document
 * @param {{ figures: readonly string[], links: Readonly<Record<string, string>> }} said of figures in the order in which
 *   they stand what they show; of places within, by name, what is there
 */
export function mendTags(document, { figures, links }) {
  const { context, catalog } = document;
  const tree = catalog.lookup(name('StructTreeRoot'), PDFDict);
  tree.set(name('RoleMap'), context.obj({ Strong: name('Span'), Em: name('Span') }));
  const untold = [...figures];
  for (const { element, reference } of elementsOf(tree)) {
    const kind = element.get(name('S'));
    if (kind === name('Figure')) {
      const text = untold.shift() ?? '';
      if (!element.has(name('Alt'))) element.set(name('Alt'), PDFHexString.fromText(text));
    }
    if (kind === name('LI')) giveBody(context, element, reference);
  }
  for (const page of document.getPages()) {
    describeLinks(page, links);
    const reference = page.node.get(name('Contents'));
    const contents = page.node.lookup(name('Contents'));
    if (!(reference instanceof PDFRef && contents instanceof PDFRawStream))
      throw new Error('Chromium wrote a page in another way.');
    const drawing = Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1');
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
 * @param {string} drawing
 */
function markDecoration(drawing) {
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

/**
 * @typedef {{ element: PDFDict, reference: PDFRef }} Element
 * @param {PDFDict} parent
 * @returns {Element[]} all elements below it, in the order of reading
 */
function elementsOf(parent) {
  return childrenOf(parent).flatMap((child) => {
    if (!(child instanceof PDFRef)) return [];
    const element = parent.context.lookup(child);
    if (!(element instanceof PDFDict) || !element.has(name('S'))) return [];
    return [{ element, reference: child }, ...elementsOf(element)];
  });
}

/** @param {PDFDict} element */
function childrenOf(element) {
  const kids = element.get(name('K'));
  const held = kids instanceof PDFRef ? element.context.lookup(kids) : kids;
  if (held instanceof PDFArray) return held.asArray();
  return kids === undefined ? [] : [kids];
}

/**
 * All of an entry but its label goes into a body. What is no element stays: the page's own table knows it as the entry's.
 * @param {import('@cantoo/pdf-lib').PDFContext} context
 * @param {PDFDict} entry
 * @param {PDFRef} reference
 */
function giveBody(context, entry, reference) {
  const kids = childrenOf(entry);
  const isBody = (/** @type {unknown} */ kid) => {
    const element = kid instanceof PDFRef ? context.lookup(kid) : null;
    const kind = element instanceof PDFDict ? element.get(name('S')) : undefined;
    return kind !== undefined && kind !== name('Lbl') && kind !== name('LBody');
  };
  const inBody = kids.filter(isBody);
  if (inBody.length === 0) return;
  const body = context.register(
    context.obj({ Type: 'StructElem', S: 'LBody', P: reference, K: inBody }),
  );
  for (const kid of inBody) context.lookup(kid, PDFDict).set(name('P'), body);
  entry.set(name('K'), context.obj([...kids.filter((kid) => !isBody(kid)), body]));
}

/**
 * @param {import('@cantoo/pdf-lib').PDFPage} page
 * @param {Readonly<Record<string, string>>} links
 */
function describeLinks(page, links) {
  for (const reference of page.node.Annots()?.asArray() ?? []) {
    const link = page.node.context.lookup(reference, PDFDict);
    const target = link.get(name('Dest'));
    const uri = link.lookupMaybe(name('A'), PDFDict)?.get(name('URI'));
    const said =
      target instanceof PDFName
        ? (links[target.decodeText()] ?? target.decodeText())
        : uri instanceof PDFString || uri instanceof PDFHexString
          ? uri.decodeText()
          : '';
    link.set(name('Contents'), PDFHexString.fromText(said));
  }
}
