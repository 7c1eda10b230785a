import { dev } from '$app/environment';
import type { Handle, HandleServerError } from '@sveltejs/kit';

/** What only hydration would need: its marks, and links to styles that already stand in the page. */
const LEFT_OUT = /<!--.*?-->|<link [^>]*disabled media="\(max-width: 0\)">\s*/gs;

/** What stands as it is: policies name its hash. */
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
 * Built pages are not hydrated, so what hydration would look for is left out. In dev a page learns of changes: pages
 * have no client code of SvelteKit's, so nothing else would bring the part of Vite that reloads them; trusted types
 * are left to the built site, since that part writes its overlay as markup.
 */
export const handle: Handle = async ({ event, resolve }) => {
  if (!dev) {
    return resolve(event, {
      transformPageChunk: ({ html }) => tightHead(html.replace(LEFT_OUT, '')),
    });
  }
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('</head>', '<script type="module" src="/@vite/client"></script></head>'),
  });
  response.headers.delete('content-security-policy');
  return response;
};

/** What is not there is told by whoever asked for it: the build stops at a dead link, and pictures come after the pages. */
export const handleError: HandleServerError = ({ error, status, message }) => {
  if (status !== 404) console.error(error);
  return { message };
};
