import { qrOf, qrSvg } from './qr.ts';

/** Of the code on the sheet; with some fifty modules each is a third of a millimetre, which a phone reads from paper. */
const QR_SIDE = '16mm';

/**
 * A print style for the foot of every sheet: the code of an address, the words beside it, page n of m, and both papers,
 * between which the page chooses by name. Page boxes cannot read the document, so it is a style of its own.
 * @param page the words around the numbers of a page: "page", "of".
 */
export function sheetFoot(
  address: string,
  text: string,
  page: { readonly page: string; readonly of: string },
): string {
  const code = encodeURIComponent(qrSvg(qrOf(address), QR_SIDE));
  const small = 'font:7pt/9.5pt system-ui,sans-serif;color:#000;vertical-align:middle;margin:0';
  return [
    '@page{margin:10mm 15mm 21mm;',
    `@bottom-left{content:url("data:image/svg+xml,${code}");width:20mm;vertical-align:middle}`,
    `@bottom-center{content:${JSON.stringify(text)};width:132mm;text-align:left;${small}}`,
    `@bottom-right{content:"${page.page} " counter(page) " ${page.of} " counter(pages);width:26mm;text-align:right;${small}}`,
    '}@page a4{size:A4}@page letter{size:letter}\n',
  ].join('');
}
