import { site } from '#lib/server/site.ts';

/** An address of the site as it is written down elsewhere: whole where the house knows its own. */
export const written = (address: string): string => `${site ?? ''}${address}`;
