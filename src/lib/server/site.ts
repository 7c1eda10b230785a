/**
 * The address under which the site will be read, without a slash at its end, such as `https://example.org/caveat`;
 * null when whoever builds it has not said. Feeds then write addresses relative to themselves.
 * @throws {Error} for what is no https or http address.
 */
export function siteOf(said: string | undefined): string | null {
  if (said === undefined || said === '') return null;
  const site = said.replace(/\/+$/, '');
  if (!URL.canParse(site) || !/^https?:\/\/[^@\s]+$/.test(site))
    throw new Error(`SITE_ADDRESS must be an http or https address; it is "${said}".`);
  return site;
}

export const site: string | null = siteOf(process.env['SITE_ADDRESS']);
