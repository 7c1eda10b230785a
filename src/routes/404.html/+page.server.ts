import { onlySituation } from '#routes/situations.server.ts';

/** Written as `404.html` at the top of the site, where static hosts look for it. */
export const trailingSlash = 'never';

export const load = () => ({ situation: onlySituation });
