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
      // What is made of other files once the site is built: a picture's pixels, of which tests/built/share.test.ts looks
      // for each, and what names the files with their sizes, for which tests/built/data.test.ts does.
      handleHttpError: ({ path, status, message }) => {
        const isMadeLater =
          /\/share\/[^?#]+\.png$|\/data\/(?:[^?#/]+\/figures\.parquet|dcat\.ttl|(?:index|latest)\.json)$/;
        if (status !== 404 || !isMadeLater.test(path)) throw new Error(message);
      },
      handleMissingId: 'fail',
      handleUnseenRoutes: 'fail',
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
