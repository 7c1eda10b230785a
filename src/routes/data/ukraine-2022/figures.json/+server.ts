import { figuresJson } from '#lib/downloads/figures-json.ts';
import { library } from '#lib/server/library.ts';
import { edition } from '#routes/edition.server.ts';

export const prerender = true;

export const GET = () =>
  new Response(figuresJson(library, edition), { headers: { 'content-type': 'application/json' } });
