import { figuresCsv } from '#lib/downloads/figures-csv.ts';
import { library } from '#lib/server/library.ts';

export const prerender = true;

export const GET = () =>
  new Response(figuresCsv(library), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
