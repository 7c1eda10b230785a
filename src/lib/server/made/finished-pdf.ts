import { createRequire } from 'node:module';
import { completeTags, type PdfLib } from './pdf-tags.ts';

const require = createRequire(import.meta.url);

/** What is known of a set of sheets besides what is set on them. */
export interface About {
  readonly title: string;
  readonly lang: string;
  readonly day: string;
  readonly revision: string;
  readonly address: string;
  readonly sources: readonly string[];
  /** In words where the links within the sheets lead, by their target. */
  readonly links: Readonly<Record<string, string>>;
  /** What map and chart show. */
  readonly figures: readonly string[];
}

/**
 * Gives a PDF of Chromium's its metadata, as its date the newest day of the data instead of the clock's, and tags that
 * say all, and packs it. The same sheets give the same bytes.
 * @param newest publication day of the data
 */
export async function finishedPdf(
  pdf: Uint8Array,
  about: About,
  newest: string,
): Promise<Uint8Array> {
  const lib = require('@cantoo/pdf-lib') as PdfLib;
  const { PDFDocument, PDFName, PDFString } = lib;
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context, catalog } = document;
  const date = new Date(`${newest}T00:00:00Z`);
  document.setTitle(about.title, { showInWindowTitleBar: true });
  document.setLanguage(about.lang);
  document.setSubject(about.address);
  document.setAuthor('Caveat');
  document.setCreator('Caveat');
  document.setKeywords([...about.sources]);
  document.setCreationDate(date);
  document.setModificationDate(date);
  completeTags(lib, document, about);
  const xmp = context.stream(packet(about, date), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(xmp));
  // The identifier is of the content: a clock has no part in it.
  const id = PDFString.of(`${about.day} ${about.revision}`);
  context.trailerInfo.ID = context.obj([id, id]);
  return document.save({ useObjectStreams: true, addDefaultPage: false });
}

/** The same metadata as XMP (ISO 16684-1): title, language, date, and every source as one entry. */
function packet({ title, lang, address, sources }: About, date: Date): Buffer {
  const escaped = (text: string) =>
    text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
  const bag = sources.map((source) => `<rdf:li>${escaped(source)}</rdf:li>`).join('');
  const text = [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${escaped(lang)}</rdf:li></rdf:Bag></dc:language>`,
    `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(address)}</rdf:li></rdf:Alt></dc:description>`,
    `<dc:relation><rdf:Bag>${bag}</rdf:Bag></dc:relation>`,
    `<xmp:CreateDate>${date.toISOString()}</xmp:CreateDate>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join('\n');
  return Buffer.from(text, 'utf8');
}
