import { figuresCsv } from '#lib/downloads/figures-csv.ts';
import { library } from '#lib/server/library.ts';
import { edition } from '#routes/edition.server.ts';

export const prerender = true;

export const GET = () =>
  new Response(figuresCsv(library, edition), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
