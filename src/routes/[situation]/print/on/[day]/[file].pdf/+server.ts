import { siteOf } from '#lib/pages/made.ts';
import { sheetsOf } from '#lib/pages/sheet.ts';
import type { RequestHandler } from './$types';

/** The sheets of a publication day as a file; the query is that of their page. */
export const GET: RequestHandler = (event) =>
  sheetsOf(event.params.situation).pdfFile(event.params, event.url.search, siteOf(event));
