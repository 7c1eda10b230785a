import { DOMParser } from 'linkedom';

/** A document read without a browser: nothing in it is run or fetched. */
export const documentOf = (text: string, type: 'text/html' | 'image/svg+xml' = 'text/html') =>
  new DOMParser().parseFromString(text, type) as unknown as Document;

/** SVG by its address or file name, everything else is a page. */
export const documentAt = (address: string, text: string): Document =>
  documentOf(text, address.endsWith('.svg') ? 'image/svg+xml' : 'text/html');
