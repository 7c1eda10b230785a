import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import { libraries } from '#lib/server/library.ts';
import { styleNamed } from '#lib/server/page-styles.ts';
import { addresses } from '#lib/wording/addresses.ts';
import type { RequestHandler } from './$types';

/** The style of the pages of figures. A server that has not given one of them yet makes one to know it. */
export const GET: RequestHandler = async ({ params: { name }, fetch }) => {
  const { situation, figures } = libraries[0];
  if (styleNamed(name) === undefined && figures[0])
    await fetch(`${base}${addresses.figure(situation.id, figures[0].id)}`);
  return new Response(styleNamed(name) ?? error(404, 'There is no such style.'), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
};
