import type { Transport } from '@sveltejs/kit';

/**
 * SvelteKit writes what each `load` returned a second time, for hydration, even where no page is hydrated: half of the work
 * of a page. As a value that needs no writing it costs nothing; nobody reads it (hooks.server.ts answers `__data.json`
 * with 404).
 */
export const transport: Transport = { nothing: { encode: () => 1, decode: () => undefined } };
