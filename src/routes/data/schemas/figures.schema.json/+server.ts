import { figuresSchema } from '#lib/downloads/data/json-schema.ts';
import { site } from '#lib/server/site.ts';

/** What every file of figures in JSON obeys. */
export const GET = () =>
  new Response(figuresSchema({ site }), {
    headers: { 'content-type': 'application/schema+json' },
  });
