import type { EntryGenerator, RequestHandler } from './$types';
import { sheetsOf } from '#lib/pages/sheet.ts';
import { dayEntries } from '#lib/pages/summary.ts';

export const entries: EntryGenerator = dayEntries;

/** What stands at the foot of every sheet of that day; page boxes cannot read the document. */
export const GET: RequestHandler = ({ params }) =>
  new Response(sheetsOf(params.situation).footFile(params.day), {
    headers: { 'content-type': 'text/css' },
  });
