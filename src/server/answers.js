import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { brotliBest, brotliQuickly, fromBrotli, gzipped, isCompressible } from './compress.js';

/**
 * @typedef {{ status: number, headers: Record<string, string>, body: Buffer }} Plain an answer before compression;
 *   header names in lower case
 * @typedef {{ status: number, headers: Record<string, string>, file: string }} FileAnswer one that is read from disk and
 *   never kept: `file` is an absolute path
 * @typedef {'br' | 'gzip' | 'identity'} Encoding
 */

/** Bytes of bodies that are kept: some four thousand pages. */
const ROOM = 64 * 1024 * 1024;
/** Bytes of the largest body that is kept. */
const LARGEST = 16 * 1024 * 1024;

/**
 * The same bytes in memory of just their length: what is compressed comes in a larger piece, of which all would be kept.
 * @param {Buffer} bytes
 */
function exact(bytes) {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

/**
 * One answer in the encodings it was asked for. A text is kept as brotli and otherwise made from it, so that memory
 * holds some six times as many.
 */
class Kept {
  /** @type {Map<Encoding, Buffer>} */
  #bodies = new Map();
  #isBest = false;
  #uses = 0;
  /** Bytes with which it is counted among what is kept. */
  counted = 0;
  /** @type {Promise<void> | null} */
  #work = null;
  /** What is sent before the whole body, as names and values in turn. @type {Map<Encoding, string[]>} */
  #heads = new Map();

  /** @param {Plain} plain */
  constructor({ status, headers, body }) {
    this.status = status;
    this.headers = headers;
    this.isText = isCompressible(headers['content-type'] ?? '', body.length);
    this.length = body.length;
    this.etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    this.#bodies.set('identity', body);
  }

  /** Bytes in memory. */
  get size() {
    return [...this.#bodies.values()].reduce((sum, { length }) => sum + length, 200);
  }

  /** @returns {Promise<Buffer>} */
  async #plain() {
    const held = this.#bodies.get('identity');
    if (held !== undefined) return held;
    return fromBrotli(/** @type {Buffer} */ (this.#bodies.get('br')));
  }

  /**
   * The body in an encoding. What is asked for a second time is compressed at the best level first, once.
   * @param {Encoding} encoding
   * @returns {Promise<Buffer>}
   */
  async body(encoding) {
    if (!this.isText || encoding === 'identity') return this.#plain();
    this.#uses += 1;
    while (this.#work !== null) await this.#work;
    if (!this.#bodies.has('br') || (this.#uses > 1 && !this.#isBest)) {
      this.#work = this.#compress(this.#uses > 1).finally(() => (this.#work = null));
      await this.#work;
    }
    if (encoding === 'br') return /** @type {Buffer} */ (this.#bodies.get('br'));
    const held = this.#bodies.get('gzip');
    if (held !== undefined) return held;
    const made = exact(await gzipped(await this.#plain()));
    this.#bodies.set('gzip', made);
    return made;
  }

  /** @param {boolean} toBest */
  async #compress(toBest) {
    const text = await this.#plain();
    const made = await (toBest ? brotliBest(text) : brotliQuickly(text));
    this.#isBest = toBest;
    this.#bodies.set('br', exact(made));
    this.#bodies.delete('identity');
  }

  /** The mark as it is sent: a text's is weak, since each encoding has other bytes. */
  get mark() {
    return this.isText ? `W/${this.etag}` : this.etag;
  }

  /**
   * All headers of the whole answer in an encoding, worked out once: names and values in turn.
   * @param {Encoding} encoding
   * @param {number} length of the body in it
   */
  head(encoding, length) {
    const held = this.#heads.get(encoding);
    if (held !== undefined) return held;
    const headers = {
      ...this.headers,
      etag: this.mark,
      'accept-ranges': 'bytes',
      ...(this.isText && { vary: 'accept-encoding' }),
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      'content-length': String(length),
    };
    const made = Object.entries(headers).flat();
    this.#heads.set(encoding, made);
    return made;
  }

  /** The body if it can be sent at once, at its best; otherwise null. */
  ready(/** @type {Encoding} */ encoding) {
    return this.#isBest || !this.isText ? (this.#bodies.get(encoding) ?? null) : null;
  }
}

/** @typedef {Kept} Answer */

/** The answers of a site: kept within a bound, each made once however many ask for it at the same time. */
export class Answers {
  /** @type {LRUCache<string, Kept>} */
  #kept;
  #largest;
  /** @type {Map<string, Promise<Kept | FileAnswer>>} */
  #asked = new Map();

  /** @param {{ room?: number, largest?: number }} [bytes] of all bodies that are kept, and of the largest */
  constructor({ room = ROOM, largest = LARGEST } = {}) {
    this.#kept = new LRUCache({ maxSize: room, sizeCalculation: ({ size }) => size });
    this.#largest = largest;
  }

  /** How many are kept, and the bytes they had when they were put there. */
  get size() {
    return { count: this.#kept.size, bytes: this.#kept.calculatedSize };
  }

  /** @param {string} key */
  get(key) {
    return this.#kept.get(key);
  }

  /**
   * @param {string} key
   * @param {() => Promise<Plain | FileAnswer>} make
   * @returns {Promise<Kept | FileAnswer>}
   */
  async getOrMake(key, make) {
    const held = this.#kept.get(key) ?? this.#asked.get(key);
    if (held !== undefined) return held;
    const making = make().then((made) => ('file' in made ? made : new Kept(made)));
    this.#asked.set(key, making);
    try {
      return await making;
    } finally {
      this.#asked.delete(key);
    }
  }

  /**
   * Keeps an answer, or what it has become since.
   * @param {string} key
   * @param {Kept} answer
   */
  keep(key, answer) {
    const { size } = answer;
    if (size > this.#largest || (this.#kept.peek(key) === answer && answer.counted === size))
      return;
    // Put anew, because its size is counted only then.
    this.#kept.delete(key);
    answer.counted = size;
    this.#kept.set(key, answer);
  }
}
