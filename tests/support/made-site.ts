import { afterAll, beforeAll } from 'vitest';
import { appOf } from '../../src/server/app.js';
import { listen } from '../../src/server/listen.js';
import { headersOf } from '#lib/server/headers.js';
import { asker } from './ask.ts';

/** What a made-up address is answered with; a text is a page. */
export type MadePage =
  | string
  | {
      readonly type?: string;
      readonly status?: number;
      readonly body?: string | Buffer;
      readonly location?: string;
      readonly file?: string;
      readonly policy?: string;
    }
  | (() => Promise<MadePage>);

/**
 * A site of made-up pages, over what answers the real ones. A path without its last slash leads to the one with it, as
 * SvelteKit does it; `renders` are the addresses that were rendered, in order.
 */
export function madeApp(pages: Record<string, MadePage>, base = '') {
  const renders: string[] = [];
  const files = new Map([
    [
      '/_app/immutable/a.js',
      {
        status: 200,
        headers: {
          'content-type': 'text/javascript; charset=utf-8',
          ...headersOf('/_app/immutable/a.js'),
        },
        body: Buffer.from('export {};'),
      },
    ],
  ]);
  const app = appOf({
    base,
    files,
    async render(path) {
      renders.push(path);
      let page = pages[path];
      while (typeof page === 'function') page = await page();
      if (page === undefined && pages[`${path}/`] !== undefined)
        page = { status: 308, location: `${base}${path}/` };
      page ??= { status: 404, body: path === '/404/' ? '<h1>not here</h1>' : `nothing at ${path}` };
      const { type = 'text/html; charset=utf-8', ...said } =
        typeof page === 'string' ? { body: page } : page;
      const headers: Record<string, string> = { ...headersOf(path), 'content-type': type };
      if (said.policy !== undefined) headers['content-security-policy'] = said.policy;
      if (said.location !== undefined) headers['location'] = said.location;
      if (said.file !== undefined) return { status: 200, headers, file: said.file };
      return { status: said.status ?? 200, headers, body: Buffer.from(said.body ?? '') };
    },
  });
  return { app, renders };
}

/** Such a site as served, for the tests of one file. */
export function useMadeSite(
  pages: Record<string, MadePage>,
  { base = '', limits = {} }: { base?: string; limits?: Parameters<typeof listen>[2] } = {},
) {
  const made = madeApp(pages, base);
  let server: Awaited<ReturnType<typeof listen>> | undefined;
  beforeAll(async () => {
    server = await listen(Promise.resolve(made.app), { port: 0, host: '127.0.0.1' }, limits);
  });
  afterAll(() => server?.close());
  const port = () => server?.port ?? 0;
  return { ...made, port, ask: asker(port), connections: () => server?.connections() ?? 0 };
}
