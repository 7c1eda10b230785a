import { tableFile } from '#lib/pages/table-files.ts';
import type { RequestHandler } from './$types';

/** All rows of a table of figures, those without a page of their own too. */
export const GET: RequestHandler = ({ params: { situation, source, format } }) =>
  tableFile(situation, source, format);
