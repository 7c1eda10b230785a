import { figuresJson } from '#lib/downloads/figures-json.ts';
import { library } from '#lib/server/library.ts';

export const prerender = true;

export const GET = () =>
  new Response(figuresJson(library), { headers: { 'content-type': 'application/json' } });
