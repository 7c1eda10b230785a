import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Of SvelteKit's client code, what starts, routes and renders pages in a browser. */
const clientCode = ['immutable/entry', 'immutable/nodes', 'immutable/chunks', 'version.json'];

/**
 * Takes away what SvelteKit writes for navigation by script, between the rendering and the adapter, which copies
 * what is left. No page here is hydrated, so nobody would ever ask for the client code, nor for what each `load`
 * returned (`__data.json`): more bytes than all pages, and numbers without the words that belong to them.
 */
export function unusedPlugin(): Plugin {
  return {
    name: 'caveat-unused',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler(options) {
        if (!options.dir?.endsWith('/server')) return;
        const output = options.dir.slice(0, -'/server'.length);
        for (const name of clientCode)
          rmSync(join(output, 'client/_app', name), { recursive: true, force: true });
        const rendered = join(output, 'prerendered/dependencies');
        for (const path of readdirSync(rendered, { recursive: true, encoding: 'utf8' }))
          if (path.endsWith('__data.json')) rmSync(join(rendered, path));
      },
    },
  };
}
