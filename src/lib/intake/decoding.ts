import { ofFile } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** Encodings that a keeper can name where the bytes do not tell. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'iso-8859-2',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The portal writes this line in ASCII before a text in another encoding; it names the separator. */
const SEP_LINE = /^sep=(.)\r?\n/;
const UNSEEN =
  /(?![\t\n\r])\p{Cc}|[\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffd\ufffe\uffff]/u;
const PLAIN = /^[\t\n\r\x20-\x7e]*$/;
const LINE_FEED = 10;

/** Cannot be read as text; nothing of the file is taken. */
export class Undecodable extends Error {
  override name = 'Undecodable';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.what);
    this.refusal = refusal;
  }
}

/**
 * Bytes as text, in pieces of any size. What its bytes do not prove is refused: UTF-8 must be valid, UTF-16 have its mark,
 * anything else be named.
 */
export class Decoding {
  /** In words, once the first piece was read. */
  said = '';
  /** From the portal's first line; null where there is none. */
  separator: string | null = null;
  #decoder: TextDecoder | null = null;
  #line = 1;
  readonly #named: Encoding | null;

  constructor(named: Encoding | null) {
    this.#named = named;
  }

  /** @throws {Undecodable} with the line of what cannot be read. */
  push(bytes: Uint8Array, isLast: boolean): string {
    let rest = bytes;
    if (this.#decoder === null) {
      const { encoding, skip } = this.#begin(bytes);
      this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
      rest = bytes.subarray(skip);
    }
    const text = this.#decode(this.#decoder, rest, isLast);
    this.#refuseUnseen(text);
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#line += 1;
    return text;
  }

  #decode(decoder: TextDecoder, bytes: Uint8Array, isLast: boolean): string {
    try {
      return decoder.decode(bytes, { stream: !isLast });
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      const line = this.#line + lineOfBadBytes(bytes, decoder.encoding);
      const names = ENCODINGS.slice(3).join(', ');
      const wayOut = `save the file as UTF-8, or name its encoding if you know it for sure (--encoding ${names})`;
      throw new Undecodable(
        ofFile(`expected ${decoder.encoding.toUpperCase()}, found other bytes; ${wayOut}`, line),
      );
    }
  }

  #begin(bytes: Uint8Array): { encoding: string; skip: number } {
    const [a, b, c] = bytes;
    const start = Array.from(bytes.subarray(0, 8), (byte) => String.fromCharCode(byte)).join('');
    const [sepLine, separator] = SEP_LINE.exec(start) ?? [];
    const found =
      a === 0xef && b === 0xbb && c === 0xbf
        ? { encoding: 'utf-8', skip: 3, said: 'UTF-8 with a byte-order mark' }
        : a === 0xff && b === 0xfe
          ? { encoding: 'utf-16le', skip: 2, said: 'UTF-16LE with a byte-order mark' }
          : a === 0xfe && b === 0xff
            ? { encoding: 'utf-16be', skip: 2, said: 'UTF-16BE with a byte-order mark' }
            : sepLine !== undefined && isLittleEndian(bytes.subarray(sepLine.length))
              ? {
                  encoding: 'utf-16le',
                  skip: sepLine.length,
                  said: 'a first line sep= in ASCII, then UTF-16LE without a byte-order mark, as the UNHCR portal writes it',
                }
              : null;
    if (found?.encoding === 'utf-16le' && sepLine !== undefined) {
      this.separator = separator ?? null;
      this.#line = 2;
    }
    if (found !== null && this.#named !== null && this.#named !== found.encoding) {
      const what = `expected ${this.#named}, as named, found ${found.said}; leave --encoding out`;
      throw new Undecodable(ofFile(what, 1));
    }
    const encoding = found?.encoding ?? this.#named ?? 'utf-8';
    if (!encoding.startsWith('utf-16')) this.#refuseNul(bytes.subarray(0, 65_536));
    this.said = found?.said ?? (this.#named === null ? 'UTF-8' : `${this.#named}, as named`);
    return { encoding, skip: found?.skip ?? 0 };
  }

  #refuseNul(bytes: Uint8Array): void {
    const at = bytes.indexOf(0);
    if (at === -1) return;
    const even = bytes.filter((byte, index) => byte === 0 && index % 2 === 0).length;
    const odd = bytes.filter((byte, index) => byte === 0 && index % 2 === 1).length;
    const likely = even > 2 * odd ? 'utf-16be' : 'utf-16le';
    const wayOut = `if it is UTF-16 without its mark, name it (--encoding ${likely}); otherwise the file is broken`;
    const line = bytes.subarray(0, at).filter((byte) => byte === LINE_FEED).length + 1;
    throw new Undecodable(
      ofFile(`expected text, found a NUL character (\\u0000); ${wayOut}`, line),
    );
  }

  #refuseUnseen(text: string): void {
    const nul = text.indexOf('\0');
    const found = nul !== -1 ? nul : PLAIN.test(text) ? -1 : text.search(UNSEEN);
    if (found === -1) return;
    const code = (text.codePointAt(found) ?? 0).toString(16).padStart(4, '0');
    const line = this.#line + text.slice(0, found).split('\n').length - 1;
    const wayOut =
      code === 'fffd'
        ? 'letters were lost when the file was saved; download it again from the publisher'
        : 'it cannot be seen or turns the direction of what is read; delete it';
    throw new Undecodable(ofFile(`expected plain text, found \\u${code}; ${wayOut}`, line));
  }
}

/** The whole of a file at once. */
export function decodeWhole(
  bytes: Uint8Array,
  named: Encoding | null,
): { text: string; said: string; separator: string | null } | Refusal {
  const decoding = new Decoding(named);
  try {
    const text = decoding.push(bytes, true);
    return { text, said: decoding.said, separator: decoding.separator };
  } catch (cause) {
    if (cause instanceof Undecodable) return cause.refusal;
    throw cause;
  }
}

/** Whether every second byte of the beginning is 0, as in Latin letters of two bytes. */
function isLittleEndian(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64);
  return start.length >= 2 && start.every((byte, index) => (index % 2 === 1) === (byte === 0));
}

/** How many lines of a piece come before the first that cannot be read. */
function lineOfBadBytes(bytes: Uint8Array, encoding: string): number {
  if (encoding !== 'utf-8') return 0;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let start = 0, line = 0; start < bytes.length; line += 1) {
    const next = bytes.indexOf(LINE_FEED, start);
    const end = next === -1 ? bytes.length : next;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return 0;
}
