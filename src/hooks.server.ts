import { dev } from '$app/environment';
import type { Handle, HandleServerError } from '@sveltejs/kit';

/** What only hydration would need: its marks, and links to styles that already stand in the page. */
const LEFT_OUT = /<!--.*?-->|<link [^>]*disabled media="\(max-width: 0\)">\s*/gs;

/**
 * Built pages are not hydrated, so what hydration would look for is left out. In dev a page learns of changes: pages
 * have no client code of SvelteKit's, so nothing else would bring the part of Vite that reloads them; trusted types
 * are left to the built site, since that part writes its overlay as markup.
 */
export const handle: Handle = async ({ event, resolve }) => {
  if (!dev) {
    return resolve(event, { transformPageChunk: ({ html }) => html.replace(LEFT_OUT, '') });
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
