/** Every page is complete HTML before any script runs, and no page is hydrated. */
export const csr = false;
export const trailingSlash = 'always';
