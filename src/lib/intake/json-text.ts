import { parse } from 'lossless-json';
import { ofFile } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** A value of a JSON text; numbers are texts as they are written, so that no digit is lost. */
export type Json = string | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Letters of the text that a refusal shows. */
const SHOWN = 20;

/**
 * The text's value, or the line at which it is no JSON. A key that stands twice with different values is refused: one
 * would win unseen.
 */
export function readJson(text: string): { readonly json: Json } | Refusal {
  try {
    const json = parse(text, null, { parseNumber: (digits) => digits });
    return { json: json as Json };
  } catch (cause) {
    if (cause instanceof RangeError)
      return ofFile(
        'expected JSON, found too many levels inside one another; download it again from the publisher',
      );
    if (!(cause instanceof SyntaxError)) throw cause;
    const [, twice] = /^Duplicate key '(.*)' encountered/s.exec(cause.message) ?? [];
    const at = Number(/ at position (\d+)$/.exec(cause.message)?.[1] ?? 0);
    const rest = text.slice(at, at + SHOWN).trim();
    const found =
      twice !== undefined
        ? `the key "${twice}" twice`
        : rest === ''
          ? 'the end of the file'
          : `"${rest}"`;
    return ofFile(
      `expected JSON, found ${found}; the file is broken or cut; download it again from the publisher`,
      text.slice(0, at).split('\n').length,
    );
  }
}

/** The value under a key of an object; undefined where there is none. */
export function valueAt(json: Json | undefined, key: string): Json | undefined {
  return isObject(json) && Object.hasOwn(json, key) ? json[key] : undefined;
}

export function hasKey(json: Json | undefined, key: string): boolean {
  return valueAt(json, key) !== undefined;
}

/** A scalar under a key, as text; empty where there is none, or null. */
export function textAt(json: Json | undefined, key: string): string {
  const found = valueAt(json, key) ?? '';
  return typeof found === 'object' ? '' : String(found);
}

/** The items of a list under a key, or of the value itself. */
export function itemsAt(json: Json | undefined, key?: string): readonly Json[] {
  const found = key === undefined ? json : valueAt(json, key);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}

/** The keys of an object, in the order in which they are written; none of any other value. */
export function keysOf(json: Json | undefined): readonly string[] {
  return isObject(json) ? Object.keys(json) : [];
}

function isObject(json: Json | undefined): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
