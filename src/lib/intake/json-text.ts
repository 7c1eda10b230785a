import { ofFile } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** A value of a JSON text: scalars as they are written, so that no digit is lost; each knows its line. */
export type Json =
  | { readonly kind: 'text' | 'number' | 'word'; readonly text: string; readonly line: number }
  | { readonly kind: 'list'; readonly items: readonly Json[]; readonly line: number }
  | { readonly kind: 'keys'; readonly entries: ReadonlyMap<string, Json>; readonly line: number };

const DEEPEST = 40;
const MOST_TOKENS = 2_000_000;
const TOKEN =
  /\s*(?:([{}[\],:])|("[^"\\\n]*(?:\\.[^"\\\n]*)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))/y;

class NotJson extends Error {}

/** The text's value, or the first place at which it is no JSON. A key that stands twice is refused: one would win unseen. */
export function readJson(text: string): Json | Refusal {
  TOKEN.lastIndex = 0;
  let line = 1;
  let newline = text.indexOf('\n');
  let tokens = 0;
  let token: RegExpExecArray | null = null;
  const fail = (what: string): never => {
    throw new NotJson(what);
  };
  const next = (): string => {
    const start = TOKEN.lastIndex;
    token = TOKEN.exec(text);
    const end = token === null ? start : TOKEN.lastIndex;
    while (newline !== -1 && newline < end) {
      line += 1;
      newline = text.indexOf('\n', newline + 1);
    }
    tokens += 1;
    if (tokens > MOST_TOKENS) fail('more than two million values');
    if (token !== null) return token[0].trimStart();
    TOKEN.lastIndex = start;
    return fail(text.slice(start, start + 20).trim());
  };
  const string = (raw: string): string => {
    try {
      return String(JSON.parse(raw));
    } catch {
      return fail(raw.slice(0, 20));
    }
  };
  const value = (raw: string, depth: number): Json => {
    if (depth > DEEPEST) fail('more than 40 levels inside one another');
    const at = line;
    if (raw === '[') return list(at, depth);
    if (raw === '{') return keys(at, depth);
    if (raw.startsWith('"')) return { kind: 'text', text: string(raw), line: at };
    if (/^[-\d]/.test(raw)) return { kind: 'number', text: raw, line: at };
    if (/^[tfn]/.test(raw)) return { kind: 'word', text: raw, line: at };
    return fail(raw);
  };
  const list = (at: number, depth: number): Json => {
    const items: Json[] = [];
    let raw = next();
    while (raw !== ']') {
      items.push(value(raw, depth + 1));
      raw = next();
      if (raw === ']') break;
      if (raw !== ',') fail(raw);
      raw = next();
      if (raw === ']') fail(raw);
    }
    return { kind: 'list', items, line: at };
  };
  const keys = (at: number, depth: number): Json => {
    const entries = new Map<string, Json>();
    let raw = next();
    while (raw !== '}') {
      if (!raw.startsWith('"')) fail(raw);
      const key = string(raw);
      if (entries.has(key)) fail(`the key ${key} twice`);
      if (next() !== ':') fail(key);
      entries.set(key, value(next(), depth + 1));
      raw = next();
      if (raw === '}') break;
      if (raw !== ',') fail(raw);
      raw = next();
      if (raw === '}') fail(raw);
    }
    return { kind: 'keys', entries, line: at };
  };
  try {
    const root = value(next(), 0);
    const rest = text.slice(TOKEN.lastIndex).trim();
    if (rest !== '') fail(rest.slice(0, 20));
    return root;
  } catch (cause) {
    // A text of millions of escapes is more than an expression can look through.
    if (cause instanceof RangeError)
      return ofFile('expected JSON, found a text too long to be read', line);
    if (!(cause instanceof NotJson)) throw cause;
    const found = cause.message === '' ? 'the end of the file' : `"${cause.message}"`;
    return ofFile(
      `expected JSON, found ${found}; the file is broken or cut, take it anew from the publisher`,
      line,
    );
  }
}

/** A scalar under a key, as text; empty where there is none, or null. */
export function textAt(json: Json | undefined, key: string): string {
  const found = json?.kind === 'keys' ? json.entries.get(key) : undefined;
  return found === undefined ||
    !('text' in found) ||
    (found.kind === 'word' && found.text === 'null')
    ? ''
    : found.text;
}

/** The items of a list under a key, or of the value itself. */
export function itemsAt(json: Json | undefined, key?: string): readonly Json[] {
  const found =
    key === undefined ? json : json?.kind === 'keys' ? json.entries.get(key) : undefined;
  return found?.kind === 'list' ? found.items : [];
}

export function hasKey(json: Json | undefined, key: string): boolean {
  return json?.kind === 'keys' && json.entries.has(key);
}
