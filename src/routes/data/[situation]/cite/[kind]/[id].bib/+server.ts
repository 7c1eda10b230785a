import type { EntryGenerator, RequestHandler } from './$types';
import { citationsOf, citedEntries } from '#lib/pages/cited.ts';

export const entries: EntryGenerator = citedEntries;

/** How one page, series or source is cited, as BibTeX. */
export const GET: RequestHandler = ({ params }) =>
  citationsOf(params.situation).citedFile(params, 'bib');
