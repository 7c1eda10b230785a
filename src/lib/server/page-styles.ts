import { createHash } from 'node:crypto';

/** Styles that pages link to, by the name that each has in its address; of each kind of page there is one. */
const kept = new Map<string, string>();

/** An address below the site's base under which a style can be asked for as long as its text is the same. */
export function linkedStyle(text: string): string {
  const name = createHash('sha256').update(text).digest('hex').slice(0, 12);
  kept.set(name, text);
  return `/styles/${name}.css`;
}

export const styleNamed = (name: string): string | undefined => kept.get(name);

/** How a policy names a style that is part of a page. */
export const styleHash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
