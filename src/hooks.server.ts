import { dev } from '$app/environment';
import { base } from '$app/paths';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { addRegions } from '#lib/drawing/base-map.ts';
import { movedTo } from '#lib/pages/moved.ts';
import { readBaseMaps } from '#lib/server/base-maps.ts';
import { headersOf } from '#lib/server/headers.js';
import { linkedStyle, styleHash } from '#lib/server/page-styles.ts';

/** Maps of other seeds than the project's own are in no build. */
export const init: ServerInit = async () =>
  addRegions(await readBaseMaps(process.env['BASE_MAPS']));

/** Links to styles that are already part of the page. */
const UNUSED = /<link [^>]*disabled media="\(max-width: 0\)">\s*/g;

/** Without the marks that hydration would look for. */
function withoutComments(html: string): string {
  let kept = '';
  let from = 0;
  for (let at = html.indexOf('<!--'); at !== -1; at = html.indexOf('<!--', from)) {
    const end = html.indexOf('-->', at + 4);
    if (end === -1) break;
    kept += html.slice(from, at);
    from = end + 3;
  }
  return kept + html.slice(from);
}

/** What stays as it is: policies name its hash. */
const AS_IT_IS = /(<(?:style|script)\b.*?<\/(?:style|script)>)/gs;

/**
 * A page's head without the blanks between its elements and the strokes that no browser needs: a summary fits one round
 * trip by a few bytes.
 */
function tightHead(html: string): string {
  const end = html.indexOf('</head>');
  if (end === -1) return withoutComments(html).replace(UNUSED, '');
  const parts = withoutComments(html.slice(0, end)).replace(UNUSED, '').split(AS_IT_IS);
  const tight = parts.map((part) =>
    part.startsWith('<style') || part.startsWith('<script')
      ? part
      : part
          .replace(/(<(?:meta|link)(?:\s+[^\s"=>/]+(?:="[^"]*")?)*)\s*\/>/g, '$1>')
          .replace(/(^|>)\s+(?=<|$)/g, '$1'),
  );
  return tight.join('') + withoutComments(html.slice(end));
}

/**
 * Addresses from the page itself, where they are written from the top of the site: `../../a/b/` on the page `/a/c/` is
 * `../b/`. Most links lead near, and there are hundreds of them on a page.
 */
function withNearLinks(html: string, path: string): string {
  const folders = path.split('/').slice(1, -1);
  const far = `="${'../'.repeat(folders.length)}`;
  // A page's own address stays written out.
  const above = folders.slice(0, -1).map((folder) => `${folder}/`);
  let near = '';
  let from = 0;
  for (let at = html.indexOf(far); at !== -1; at = html.indexOf(far, from)) {
    let end = at + far.length;
    let shared = 0;
    for (const folder of above) {
      if (!html.startsWith(folder, end)) break;
      end += folder.length;
      shared += 1;
    }
    near += `${html.slice(from, at)}="${'../'.repeat(folders.length - shared)}`;
    from = end;
  }
  return near + html.slice(from);
}

/** Pages of which there are hundreds or thousands: they link to one style instead of each carrying it. */
const LINKS_STYLE = new Set<string | null>([
  '/[situation]/figures/[figure]',
  '/[situation]/sources/[source]',
  '/[situation]/flows/[map]/[state]',
  '/[situation]/print/on/[day]',
]);

/** The styles that SvelteKit puts into a page, and a style of one page alone. */
const STYLES = /\n?\t*<style>([^]*?)<\/style>/g;
const OWN_STYLE = /<style data-page(?:="")?>([^]*?)<\/style>/g;

function withLinkedStyle(html: string): string {
  const styles = [...html.matchAll(STYLES)].map(([, text = '']) => text).join('\n');
  const link = `<link rel="stylesheet" href="${base}${linkedStyle(styles)}">`;
  return html.replace(STYLES, '').replace('</head>', `${link}</head>`);
}

/**
 * Pages are not hydrated, so what hydration would look for is left out. In dev a page learns of changes: pages have no
 * client code of SvelteKit's, so nothing else would bring the part of Vite that reloads them; trusted types are left to
 * the built server, since that part writes its overlay as markup.
 */
export const handle: Handle = async ({ event, resolve }) => {
  if (event.isDataRequest) return new Response(null, { status: 404 });
  /** How the policy names the styles of this page alone. */
  const own: string[] = [];
  const response = await resolve(event, {
    transformPageChunk({ html }) {
      if (dev)
        return html.replace(
          '</head>',
          '<script type="module" src="/@vite/client"></script></head>',
        );
      const page = withNearLinks(tightHead(html), event.url.pathname.slice(base.length));
      own.push(...[...page.matchAll(OWN_STYLE)].map(([, text = '']) => styleHash(text)));
      return LINKS_STYLE.has(event.route.id) ? withLinkedStyle(page) : page;
    },
  });
  const path = event.url.pathname.slice(base.length);
  if (response.status === 404) {
    // SvelteKit takes an old file that a route fits for a page, and gives it a slash.
    const moved = movedTo(path.replace(/(\.\w+)\/$/, '$1'));
    if (moved !== null)
      return new Response(null, {
        status: 308,
        headers: { ...headersOf(path), location: `${base}${moved}` },
      });
  }
  const policy = response.headers.get('content-security-policy') ?? undefined;
  // A linked style needs no hash.
  const styles = LINKS_STYLE.has(event.route.id) ? /style-src 'self'[^;]*/ : "style-src 'self'";
  const named = policy?.replace(styles, ["style-src 'self'", ...own].join(' '));
  for (const [name, value] of Object.entries(headersOf(path, named)))
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
