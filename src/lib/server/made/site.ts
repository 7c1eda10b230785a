/** One answer of the site; names of headers in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The site as the pages of a browser ask it, in this process: no connection is made. */
export interface Site {
  /** The path under which it is served, without a slash at its end. */
  readonly base: string;
  /** @param path below `base` */
  readonly fetch: (path: string) => Promise<Answer>;
}

/** Where pages believe that the site is. Nothing is asked there. */
export const ORIGIN = 'http://localhost';

/** The path below the site's base, with its query; null for an address of another site. */
export function pathWithin({ base }: Site, address: string): string | null {
  const { origin, pathname, search } = new URL(address, ORIGIN);
  if (origin !== ORIGIN || !pathname.startsWith(`${base}/`)) return null;
  return pathname.slice(base.length) + search;
}
