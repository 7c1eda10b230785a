import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import { chromium } from 'playwright';
import { findBrowser } from './browser.js';
import { serve } from './serve.js';

/**
 * What is known of a set of sheets besides what is set on them.
 * @typedef {{ title: string, lang: string, day: string, revision: string, address: string, sources: string[] }} About
 */

/**
 * Prints sheets of a built site with one browser; `close` ends it.
 * @param {string} folder the built site
 * @returns {Promise<{ print: (address: string) => Promise<Uint8Array>, days: string[], revision: string,
 *   close: () => Promise<void> }>} `address` below the site's base, with its query; the publication days and the data
 *   revision are those of the built site
 * @throws {Error} one sentence, without a built site or a browser
 */
export async function openPress(folder) {
  const { launchOptions } = await findBrowser();
  const site = await serve(folder, 0);
  const read = (/** @type {string} */ file) =>
    readFileSync(join(folder, 'ukraine-2022', file), 'utf8');
  const days = JSON.parse(read('../data/ukraine-2022/days.json'));
  const revision = /data-foot="[^"]* (\S+)"/.exec(read('print/index.html'))?.[1] ?? '';
  const browser = await chromium.launch(launchOptions).catch(async (cause) => {
    await site.close();
    throw new Error('Chromium does not start here.', { cause });
  });
  return {
    days,
    revision,
    async print(address) {
      const page = await browser.newPage();
      try {
        const answer = await page.goto(site.address.replace(/\/$/, '') + address);
        if (answer?.status() !== 200) throw new Error(`There are no sheets at ${address}.`);
        await page.waitForSelector('html[data-sheet="ready"]', { state: 'attached' });
        const about = await page.evaluate(readAbout);
        const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
        return await finished(pdf, about);
      } finally {
        await page.close();
      }
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/**
 * It runs in the browser.
 * @returns {About}
 */
function readAbout() {
  const said = (/** @type {string} */ selector) =>
    (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const foot = said('.foot-text');
  return {
    title: `${said('.sheets > h1')}. ${said('.sheets > .state')}`,
    lang: document.documentElement.lang,
    day: document.querySelector('.state time')?.getAttribute('datetime') ?? '',
    revision: /\S+$/.exec(foot)?.[0] ?? '',
    address: foot,
    sources: [...document.querySelectorAll('[id^="note-s-"]')]
      .filter((note) => note.checkVisibility())
      .map((note) =>
        (note.textContent ?? '')
          .replace(note.querySelector('i')?.textContent ?? '', '')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
  };
}

/**
 * Gives a PDF of Chromium's its metadata, the day of the state as its date instead of the clock's, and names for the
 * few of its tags that PDF 1.7 does not know, and packs it. The same sheets give the same bytes.
 * @param {Uint8Array} pdf
 * @param {About} about
 */
async function finished(pdf, about) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context, catalog } = document;
  const date = new Date(`${about.day}T00:00:00Z`);
  document.setTitle(about.title, { showInWindowTitleBar: true });
  document.setLanguage(about.lang);
  document.setSubject(about.address);
  document.setAuthor('Caveat');
  document.setCreator('Caveat');
  document.setKeywords(about.sources);
  document.setCreationDate(date);
  document.setModificationDate(date);
  const tree = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  // PDF 2.0's names for emphasis; a reader of 1.7 takes them for what they are set as here.
  tree.set(
    PDFName.of('RoleMap'),
    context.obj({ Strong: PDFName.of('Span'), Em: PDFName.of('Span') }),
  );
  const xmp = context.stream(packet(about, date), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(xmp));
  // The identifier is of the content: a clock has no part in it.
  const id = PDFString.of(`${about.day} ${about.revision}`);
  context.trailerInfo.ID = context.obj([id, id]);
  return document.save({ useObjectStreams: true, addDefaultPage: false });
}

/**
 * The same metadata as XMP (ISO 16684-1): title, language, date, and every source as one entry.
 * @param {About} about
 * @param {Date} date
 */
function packet({ title, lang, address, sources }, date) {
  const escaped = (/** @type {string} */ text) =>
    text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
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
