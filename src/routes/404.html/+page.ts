/** Written as `404.html` at the top of the site, where static hosts look for it. */
export const trailingSlash = 'never';
