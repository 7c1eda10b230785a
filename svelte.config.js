import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    // Every page carries its styles: short names, the same wherever it is built.
    cssHash: ({ hash, css }) => `s${hash(css).slice(0, 4)}`,
  },
  kit: {
    adapter: adapter({ fallback: undefined, precompress: false, strict: true }),
    // The site can be served under a sub-path; addresses in its pages are relative.
    paths: { base: process.env['BASE_PATH'] ?? '', relative: true },
    prerender: {
      entries: ['*'],
      // Pixels are made from a picture's SVG, and some data files from others or of all of them, once the site is built; the
      // built tests look for each.
      handleHttpError: ({ path, status, message }) => {
        const isLater =
          /\/(?:share\/[^?#]+\.png|data\/(?:[^?#]+\.(?:parquet|csv\.gz)|dcat\.ttl|(?:index|latest)\.json))$/;
        if (status !== 404 || !isLater.test(path)) throw new Error(message);
      },
      handleMissingId: 'fail',
      // Each route of a situation lists its own pages, of which a young situation has none of some kinds.
      handleUnseenRoutes: ({ routes, message }) => {
        if (routes.some((route) => !route.includes('[situation]'))) throw new Error(message);
      },
      concurrency: 1,
    },
    // Everything a first view needs travels in the page: one round trip, no flash.
    inlineStyleThreshold: 40000,
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        'img-src': ['self', 'data:'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url'],
      },
    },
    // Fixed, or two builds of the same seeds would differ.
    version: { name: 'caveat', pollInterval: 0 },
  },
};
