import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Node } from 'yaml';
import { BadValue, quoted } from '#lib/values/bad-value.ts';
import { nearest } from '#lib/values/nearest.ts';
import { seedFault } from './fault.ts';
import type { Faults } from './fault.ts';
import { checkReadable } from './readable.ts';
import { Unreadable } from './row.ts';

interface TextFile {
  readonly file: string;
  readonly lines: LineCounter;
  readonly faults: Faults;
}

/**
 * The whole of a YAML file, or null when it cannot be read. Every value is text (no `no` becomes
 * false); aliases, anchors and tags are refused, so that a line says what it says.
 */
export function readEntry(file: string, text: string, faults: Faults): Entry | null {
  if (!checkReadable(file, text, faults)) return null;
  try {
    return readYaml(file, text, faults);
  } catch (cause) {
    // The parser calls itself for each level.
    if (!(cause instanceof RangeError)) throw cause;
    faults.push(seedFault(file, [1, 1], '', TOO_DEEP));
    return null;
  }
}

const TOO_DEEP =
  'expected YAML of a few levels, found more than can be read; take brackets and dashes away';

function readYaml(file: string, text: string, faults: Faults): Entry | null {
  const lines = new LineCounter();
  const options = { schema: 'failsafe', lineCounter: lines, stringKeys: true } as const;
  const document = parseDocument(text.replace(/^\ufeff/, ''), options);
  const before = faults.length;
  const deep = document.errors.find(({ message }) => message.includes('call stack size'));
  if (deep !== undefined) {
    // What else is told comes of it, and how deep it came depends on the machine.
    faults.push(seedFault(file, [deep.linePos?.[0].line ?? 1, 1], '', TOO_DEEP));
    return null;
  }
  for (const { code, message, linePos } of document.errors) {
    const { line, col } = linePos?.[0] ?? { line: 1, col: 1 };
    const [what = code] = message.split(/ at line \d/);
    faults.push(seedFault(file, [line, col], '', `expected YAML, found a fault: ${what}`));
  }
  visit(document, {
    Node(_, node) {
      const shorthand = isAlias(node)
        ? 'an alias'
        : node.anchor !== undefined
          ? 'an anchor'
          : node.tag !== undefined && isScalar(node)
            ? 'a tag'
            : null;
      if (shorthand === null) return;
      const { line, col } = lines.linePos(node.range?.[0] ?? 0);
      const what = `expected plain values, found ${shorthand}; write the value itself`;
      faults.push(seedFault(file, [line, col], '', what));
    },
  });
  return faults.length > before ? null : new Entry({ file, lines, faults }, document.contents, '');
}

/** One value of a text file, with its key and place. */
export class Entry {
  readonly #file: TextFile;
  readonly #node: Node | null;
  readonly #name: string;

  constructor(file: TextFile, node: Node | null, name: string) {
    this.#file = file;
    this.#node = node;
    this.#name = name;
  }

  refuse(what: string): void {
    const { file, lines, faults } = this.#file;
    const { line, col } = lines.linePos(this.#node?.range?.[0] ?? 0);
    faults.push(seedFault(file, [line, col], this.#name, what));
  }

  /** Null, and a fault, when it is no single value or `parse` refuses it. */
  read<T>(parse: (text: string) => T): T | null {
    if (!isScalar(this.#node)) {
      this.refuse(`expected one value, found ${this.#shape()}`);
      return null;
    }
    try {
      return parse(String(this.#node.value));
    } catch (cause) {
      if (cause instanceof BadValue) this.refuse(cause.message);
      else if (!(cause instanceof Unreadable)) throw cause;
      return null;
    }
  }

  /** Each item by `each`; null when one of them is at fault. A missing list is `fields`' matter. */
  list<T>(each: (item: Entry) => T | null): T[] | null {
    if (!isSeq<Node>(this.#node)) {
      this.refuse(`expected a list, found ${this.#shape()}; write [] for none`);
      return null;
    }
    const items = this.#node.items.map((node) => each(new Entry(this.#file, node, this.#name)));
    const sound = items.filter((item) => item !== null);
    return sound.length === items.length ? sound : null;
  }

  /** The entries under these keys, all of them and no other; null when one is missing. */
  fields<const K extends string>(keys: readonly K[]): Record<K, Entry> | null {
    return this.fieldsOf(keys, []) as Record<K, Entry> | null;
  }

  /** The entries under `needed`, all of them, and under `optional`, as far as they are there; no other. */
  fieldsOf<const K extends string, const O extends string>(
    needed: readonly K[],
    optional: readonly O[],
  ): (Record<K, Entry> & Partial<Record<O, Entry>>) | null {
    const keys: readonly string[] = [...needed, ...optional];
    if (!isMap<Node, Node | null>(this.#node)) {
      this.refuse(`expected the keys ${keys.join(', ')}, found ${this.#shape()}`);
      return null;
    }
    const found = new Map<string, Entry>();
    const guessed = new Set<string>();
    for (const { key, value } of this.#node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (keys.some((known) => known === name)) {
        found.set(name, new Entry(this.#file, value ?? key, name));
        continue;
      }
      const near = nearest(name, keys);
      if (near !== null) guessed.add(near);
      const wayOut = near === null ? `known are ${keys.join(', ')}` : `did you mean ${near}?`;
      new Entry(this.#file, key, '').refuse(
        `expected a known key, found ${quoted(name)}; ${wayOut}`,
      );
    }
    const missing = needed.filter((key) => !found.has(key));
    for (const key of missing) {
      if (!guessed.has(key)) this.refuse(`expected a key ${key}, found none; add it`);
    }
    return missing.length === 0
      ? (Object.fromEntries(found) as Record<K, Entry> & Partial<Record<O, Entry>>)
      : null;
  }

  /** Keys that the file itself chooses, each with what stands under it. YAML refuses a repeated one. */
  pairs(): [key: string, value: Entry][] {
    if (!isMap<Node, Node | null>(this.#node)) {
      this.refuse(`expected keys with values, found ${this.#shape()}`);
      return [];
    }
    return this.#node.items.map(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      return [name, new Entry(this.#file, value ?? key, name)];
    });
  }

  /** Whether one value stands here, and no list or keys. */
  get isSingle(): boolean {
    return isScalar(this.#node);
  }

  #shape(): string {
    if (isSeq(this.#node)) return 'a list';
    if (isMap(this.#node)) return 'keys';
    const text = isScalar(this.#node) ? String(this.#node.value) : '';
    return text === '' ? 'nothing' : quoted(text);
  }
}
