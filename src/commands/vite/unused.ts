import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Of SvelteKit's client code, what starts, routes and renders pages in a browser. */
const clientCode = ['immutable/entry', 'immutable/nodes', 'immutable/chunks', 'version.json'];

/** Takes away what SvelteKit writes for navigation by script. No page here is hydrated, so no page asks for it. */
export function unusedPlugin(): Plugin {
  return {
    name: 'caveat-unused',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler(options) {
        if (!options.dir?.endsWith('/server')) return;
        const client = join(options.dir.slice(0, -'/server'.length), 'client/_app');
        for (const name of clientCode) rmSync(join(client, name), { recursive: true, force: true });
      },
    },
  };
}
