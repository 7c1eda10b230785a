import { setTimeout as pause } from 'node:timers/promises';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Site } from '#lib/server/made/site.ts';
import { parseDay } from '#lib/values/day.ts';
import { addresses } from '#lib/wording/addresses.ts';

/** One sheet of a PDF as a reader of its file finds it. */
export interface ReadSheet {
  /** In the order in which it was set, pieces parted by a blank. */
  readonly text: string;
  /** Its lines from the top down, without what stands in its margins; a line is what has one height in one column. */
  readonly lines: readonly string[];
  /** Where its links lead: the name of a place within, or an address; and what is said of each. */
  readonly links: readonly { readonly to: string; readonly said: string }[];
}

/** Opens a PDF with a reader that has nothing to do with the writer. */
export async function openPdf(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
}

export async function readSheets(document: PDFDocumentProxy): Promise<ReadSheet[]> {
  const sheets: ReadSheet[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    const lines = new Map<number, string[]>();
    for (const { str, transform } of pieces) {
      const height = Math.round(Number(transform[5]));
      lines.set(height, [...(lines.get(height) ?? []), str]);
    }
    const links = await page.getAnnotations();
    sheets.push({
      text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
      lines: [...lines]
        .sort(([a], [b]) => b - a)
        .filter(([height]) => height > FOOT)
        .map(([, parts]) => parts.join(' ')),
      links: (links as { dest?: unknown; url?: string; contentsObj?: { str: string } }[]).map(
        ({ dest, url, contentsObj }) => ({
          to: typeof dest === 'string' ? dest : (url ?? ''),
          said: contentsObj?.str ?? '',
        }),
      ),
    });
  }
  return sheets;
}

/** Points of the lower margin, in which the foot stands. */
const FOOT = 60;

/** The sheets of a PDF: each page's text, in the order in which it was set. */
export async function sheetsOf(pdf: Uint8Array): Promise<string[]> {
  return (await readSheets(await openPdf(pdf))).map(({ text }) => text);
}

/** The lowest part of a sheet as pixels, `scale` of them a point; `part` is its share of the height. */
export async function footOf(
  document: PDFDocumentProxy,
  sheet: number,
  scale: number,
  part: number,
) {
  const page = await document.getPage(sheet);
  const whole = page.getViewport({ scale });
  const width = Math.ceil(whole.width);
  const height = Math.ceil(whole.height * part);
  const viewport = page.getViewport({ scale, offsetY: height - whole.height });
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  await page.render({
    canvas: canvas as unknown as HTMLCanvasElement,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
  }).promise;
  return { width, height, pixels: context.getImageData(0, 0, width, height).data };
}

/** Blanks are lost or won where a line ends, and letters are joined in print: compared without either. */
export const tight = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\u00ad\u2010-]+/g, '');

/** A PDF of the site, by a reader that has nothing to do with the writer. */
export interface Printed {
  readonly pdf: Uint8Array;
  readonly document: PDFDocumentProxy;
  readonly sheets: readonly ReadSheet[];
}

/** Seconds for which a server that has much to print is asked again. */
const PATIENCE = 100;

/**
 * The sheets of a day as the site gives them, each choice once for the tests of a file.
 * @param site its address
 */
export function printerOf(site: string): (day: string, query?: string) => Promise<Printed> {
  const made = new Map<string, Promise<Printed>>();
  const print = async (path: string): Promise<Printed> => {
    const until = Date.now() + PATIENCE * 1000;
    for (;;) {
      const answer = await fetch(site + path);
      const pdf = new Uint8Array(await answer.arrayBuffer());
      if (answer.status === 200) {
        const document = await openPdf(pdf);
        return { pdf, document, sheets: await readSheets(document) };
      }
      if (answer.status !== 503 || Date.now() > until)
        throw new Error(`${path} is answered with ${answer.status}.`);
      await pause(1000 * Number(answer.headers.get('retry-after') ?? 1));
    }
  };
  return (day, query = '') => {
    const situation = 'ukraine-2022';
    const path = addresses.paper(situation, parseDay(day)) + query;
    const printed = made.get(path) ?? print(path);
    made.set(path, printed);
    return printed;
  };
}

/** The site for who prints from it, over its address. */
export const siteAt = (address: string): Site => ({
  base: '',
  async fetch(path) {
    const answer = await fetch(address + path);
    const body = Buffer.from(await answer.arrayBuffer());
    // It is unpacked, and no longer as long as it says.
    const gone = ['content-encoding', 'content-length', 'transfer-encoding'];
    const headers = [...answer.headers].filter(([name]) => !gone.includes(name));
    return { status: answer.status, headers: Object.fromEntries(headers), body };
  },
});
