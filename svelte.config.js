import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    // Every page carries its styles: short names, the same wherever it is built.
    cssHash: ({ hash, css }) => `s${hash(css).slice(0, 4)}`,
  },
  kit: {
    // No adapter: src/server/ runs what SvelteKit builds. Two builds in one folder must not write over each other.
    outDir: process.env['BUILD_FOLDER'] ?? '.svelte-kit',
    // The site can be served under a sub-path; addresses in its pages are relative.
    paths: { base: process.env['BASE_PATH'] ?? '', relative: true },
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
        'frame-ancestors': ['none'],
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url'],
      },
    },
    // Fixed, or two builds of the same sources would differ.
    version: { name: 'caveat', pollInterval: 0 },
  },
};
