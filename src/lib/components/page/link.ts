import { base } from '$app/paths';

/** An address of the site below the base it is served under; relative, so that it also works in a sub-path. */
export const link = (address: string): string => base + address;

/** The address of a browser island: a small script of its own, fetched beside a page that needs none. */
export const island = (name: string): string => link(`/_app/islands/${name}.js`);
