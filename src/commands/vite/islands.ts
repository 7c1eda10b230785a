import { readdirSync } from 'node:fs';
import { build, type Plugin } from 'vite';

const folder = 'src/islands';

/** The islands: each file of the folder but its tests. */
const islands = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -'.ts'.length));

/**
 * Gives each browser island its own file under an address a page can write down: `_app/islands/<name>.js`, in dev as
 * well as built. SvelteKit builds nothing of use for the browser where every page has `csr = false`, so this does, after
 * its rendering and before its adapter collects the files.
 */
export function islandsPlugin(): Plugin {
  return {
    name: 'caveat-islands',
    configureServer(server) {
      server.middlewares.use((request, _answer, next) => {
        const name = /^\/_app\/islands\/([\w-]+)\.js$/.exec(request.url ?? '')?.[1];
        if (name !== undefined && islands().includes(name)) request.url = `/${folder}/${name}.ts`;
        next();
      });
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler(options) {
        const names = islands();
        if (names.length === 0 || !options.dir?.endsWith('/server')) return;
        // Each by itself: what two of them share would else be one more file to wait for. Chart.js comes out as the
        // same file from each.
        for (const name of names)
          await build({
            configFile: false,
            logLevel: 'warn',
            base: './',
            publicDir: false,
            build: {
              outDir: options.dir.replace(/server$/, 'client'),
              emptyOutDir: false,
              copyPublicDir: false,
              // As a library: otherwise Vite wraps each dynamic import in some 2 kB that preload nothing here.
              lib: {
                entry: { [name]: `${folder}/${name}.ts` },
                formats: ['es'],
              },
              rolldownOptions: {
                output: {
                  minify: true,
                  entryFileNames: '_app/islands/[name].js',
                  chunkFileNames: '_app/immutable/islands/[name].[hash].js',
                  assetFileNames: '_app/immutable/islands/[name].[hash][extname]',
                },
              },
            },
          });
      },
    },
  };
}
