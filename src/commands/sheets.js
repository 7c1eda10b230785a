import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { chromium } from 'playwright';
import { findBrowser } from './browser.js';
import { mendTags } from './pdf-tags.js';
import { replaceFile } from '../lib/server/replace-file.js';
import { serve } from './serve.js';

/**
 * What is known of a set of sheets besides what is set on them.
 * @typedef {{ title: string, lang: string, day: string, revision: string, address: string, sources: string[],
 *   links: Record<string, string>, figures: string[] }} About `links` says in words where the links within the sheets lead,
 *   by their target; `figures` what map and chart show
 */

/**
 * Prints sheets of a built site with one browser; `close` ends it.
 * @param {string} folder the built site
 * @param {string} [wanted] the situation; without it the first that was built
 * @returns {Promise<{ print: (address: string) => Promise<Uint8Array>, situation: string, days: string[], revision: string,
 *   close: () => Promise<void> }>} `address` below the site's base, with its query; the publication days and the data
 *   revision are those of the built site
 * @throws {Error} one sentence, without a built site or a browser
 */
export async function openPress(folder, wanted) {
  const { launchOptions } = await findBrowser();
  const built = situationsIn(folder);
  const situation = wanted ?? built[0];
  if (situation === undefined || !built.includes(situation))
    throw new Error(
      built.length === 0
        ? 'No site is built; run npm run build first.'
        : `There is no situation ${situation ?? ''}; there are ${built.join(', ')}.`,
    );
  const site = await serve(folder, 0);
  const read = (/** @type {string} */ file) => readFileSync(join(folder, situation, file), 'utf8');
  const days = JSON.parse(read(`../data/${situation}/days.json`));
  const revision = /data-foot="[^"]* (\S+)"/.exec(read('print/index.html'))?.[1] ?? '';
  const browser = await chromium.launch(launchOptions).catch(async (cause) => {
    await site.close();
    throw new Error('Chromium does not start here.', { cause });
  });
  return {
    situation,
    days,
    revision,
    async print(address) {
      const page = await browser.newPage();
      try {
        const answer = await page.goto(site.address.replace(/\/$/, '') + address);
        if (answer?.status() !== 200) throw new Error(`There are no sheets at ${address}.`);
        await page.waitForSelector('html[data-sheet="ready"]', { state: 'attached' });
        await page.emulateMedia({ media: 'print' });
        const about = await page.evaluate(readAbout);
        await page.evaluate(leadOut);
        const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
        return await finished(pdf, about, days.at(-1) ?? about.day);
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
 * The situations of a built site, by name: each has its publication days as a file.
 * @param {string} folder
 */
export function situationsIn(folder) {
  const data = join(folder, 'data');
  if (!existsSync(data)) return [];
  return readdirSync(data)
    .filter((name) => existsSync(join(data, name, 'days.json')))
    .sort();
}

/**
 * Links into the house lead to where it is read, not to the server of the press; where the house does not know its own
 * address they are plain words. What no voice reads leads nowhere. It runs in the browser.
 */
function leadOut() {
  const address = document.querySelector('[data-sheet]')?.getAttribute('data-sheet') ?? '';
  const path = `${location.pathname}`;
  const own = address.endsWith(path) ? address.slice(0, -path.length) : '';
  for (const mark of document.querySelectorAll('a[aria-hidden="true"]'))
    mark.removeAttribute('href');
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    // What is not printed stays as it is: by their targets some links are left out of the sheets.
    const isPrinted = link.getClientRects().length > 0;
    if (href.startsWith('#') || /^https?:/.test(href) || !isPrinted) continue;
    const { pathname, hash } = new URL(href, location.href);
    if (own === '') link.removeAttribute('href');
    else link.setAttribute('href', own + pathname + hash);
  }
}

/**
 * Lays the newest sheets of each situation of a built site beside their page, where it links them.
 * @param {string} folder the built site
 */
export async function printNewest(folder) {
  for (const situation of situationsIn(folder)) {
    const press = await openPress(folder, situation);
    try {
      const day = press.days.at(-1) ?? '';
      const address = `/${situation}/print/on/${day}/`;
      replaceFile(join(folder, address, `${situation}-${day}.pdf`), await press.print(address));
    } finally {
      await press.close();
    }
  }
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
    links: Object.fromEntries([
      ...[...document.querySelectorAll('.flows > li')].map((flow) => [
        flow.id,
        (flow.textContent ?? '').split(':')[0]?.trim() ?? '',
      ]),
      ...[...document.querySelectorAll('.notes > li')].map((note) => [
        note.id,
        `${document.querySelector('[data-note]')?.getAttribute('data-note') ?? ''} ${note.getAttribute('value')}`,
      ]),
    ]),
    figures: [...document.querySelectorAll('.sheets svg > title')]
      .filter((title) => title.parentElement?.checkVisibility())
      .map((title) => title.textContent ?? ''),
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
 * Gives a PDF of Chromium's its metadata, as its date the newest day of the data instead of the clock's, and tags that say all,
 * and packs it. The same sheets give the same bytes.
 * @param {Uint8Array} pdf
 * @param {About} about
 * @param {string} newest publication day of the data
 */
async function finished(pdf, about, newest) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context, catalog } = document;
  const date = new Date(`${newest}T00:00:00Z`);
  document.setTitle(about.title, { showInWindowTitleBar: true });
  document.setLanguage(about.lang);
  document.setSubject(about.address);
  document.setAuthor('Caveat');
  document.setCreator('Caveat');
  document.setKeywords(about.sources);
  document.setCreationDate(date);
  document.setModificationDate(date);
  mendTags(document, about);
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
