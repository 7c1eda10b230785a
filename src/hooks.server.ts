import { dev } from '$app/environment';
import { base } from '$app/paths';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { headersOf } from '#lib/server/headers.js';

/** What only hydration would need: its marks, and links to styles that already stand in the page. */
const LEFT_OUT = /<!--.*?-->|<link [^>]*disabled media="\(max-width: 0\)">\s*/gs;

/** What stays as it is: policies name its hash. */
const AS_IT_IS = /(<(?:style|script)\b.*?<\/(?:style|script)>)/gs;

/**
 * A page's head without the blanks between its elements and the strokes that no browser needs: a summary fits one round
 * trip by a few bytes.
 */
function tightHead(html: string): string {
  const end = html.indexOf('</head>');
  if (end === -1) return html;
  const parts = html.slice(0, end).split(AS_IT_IS);
  const tight = parts.map((part) =>
    part.startsWith('<style') || part.startsWith('<script')
      ? part
      : part
          .replace(/(<(?:meta|link)(?:\s+[^\s"=>/]+(?:="[^"]*")?)*)\s*\/>/g, '$1>')
          .replace(/(^|>)\s+(?=<|$)/g, '$1'),
  );
  return tight.join('') + html.slice(end);
}

/**
 * Pages are not hydrated, so what hydration would look for is left out. In dev a page learns of changes: pages have no
 * client code of SvelteKit's, so nothing else would bring the part of Vite that reloads them; trusted types are left to
 * the built server, since that part writes its overlay as markup.
 */
export const handle: Handle = async ({ event, resolve }) => {
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      dev
        ? html.replace('</head>', '<script type="module" src="/@vite/client"></script></head>')
        : tightHead(html.replace(LEFT_OUT, '')),
  });
  const policy = response.headers.get('content-security-policy') ?? undefined;
  const path = event.url.pathname.slice(base.length);
  for (const [name, value] of Object.entries(headersOf(path, policy)))
    response.headers.set(name, value);
  if (dev) response.headers.delete('content-security-policy');
  // Of no use: every page names all that it needs.
  response.headers.delete('link');
  response.headers.delete('x-sveltekit-page');
  return response;
};

/** An address that is not there is the reader's to know, not an error of the server. */
export const handleError: HandleServerError = ({ error, status, message }) => {
  if (status !== 404) console.error(error);
  return { message };
};
