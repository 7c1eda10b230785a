import { escaped } from './escaped.ts';

/** Markup around a text; null for none. */
export type Around = ((text: string) => string) | null;

export const written = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');

/** Puts text, which is never markup, into such an element. */
export const around =
  (element: string, attributes: Readonly<Record<string, string>>) =>
  (text: string): string =>
    `<${element}${written(attributes)}>${escaped(text)}</${element}>`;
