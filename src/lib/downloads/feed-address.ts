/**
 * An address of the site as a feed writes it: whole below `site`, which ends without a slash, or, where the site's own
 * address is not known, relative to the file at `from`.
 */
export function addressFrom(from: string, address: string, site: string | null): string {
  if (site !== null) return `${site}${address}`;
  const folders = from.split('/').slice(1, -1);
  const [path = '', place] = address.split('#');
  const wanted = path.split('/').slice(1);
  let shared = 0;
  while (shared < folders.length && folders[shared] === wanted[shared]) shared += 1;
  const up = '../'.repeat(folders.length - shared);
  const down = wanted.slice(shared).join('/');
  return `${up}${down}` === '' ? `./${fragment(place)}` : `${up}${down}${fragment(place)}`;
}

const fragment = (place: string | undefined): string => (place === undefined ? '' : `#${place}`);
