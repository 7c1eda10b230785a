import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** Bytes of the hash with which a file begins. */
const HASH = 32;
const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** What stands in the folder: files by their keys, and those being written beside them. */
const OURS = /^[\da-f]{32}(\.\d+)?$/;
/** Milliseconds after which a file that is being written was left behind by a process that ended. */
const LEFT_BEHIND = 3_600_000;
/** Shares of the bound: to which files are removed when it is reached, and after how many bytes the folder is read again. */
const [DOWN_TO, READ_AFTER] = [0.9, 0.05];

/**
 * Files that were made once, on disk within a bound: those not used for longest are removed first. Each begins with the
 * SHA-256 of the rest, so that one which is cut off or changed counts as not there. Nothing but the folder is shared, so
 * two processes may use the same one; together they then stay within the bound.
 */
export class Store {
  readonly folder: string;
  readonly bound: number;
  /** Bytes that may be written before the folder is read again. */
  #room = 0;
  #trimming: Promise<void> | null = null;

  /**
   * @param folder is made when the first file is kept
   * @param bound bytes of all files
   */
  constructor(folder: string, bound: number) {
    this.folder = folder;
    this.bound = bound;
  }

  /** The file of a key; null when there is none that is whole. */
  async get(key: string): Promise<Buffer | null> {
    const path = join(this.folder, key);
    try {
      const held = await readFile(path);
      const bytes = held.subarray(HASH);
      if (!hashOf(bytes).equals(held.subarray(0, HASH))) return null;
      const now = new Date();
      await utimes(path, now, now).catch(() => undefined);
      return bytes;
    } catch {
      return null;
    }
  }

  /**
   * Keeps a file, whole or not at all. One that alone is larger than a twentieth of the bound is not kept.
   * @param key 32 hexadecimal digits that change with all that the file is made from
   * @throws {Error} when the disk refuses
   */
  async put(key: string, bytes: Buffer): Promise<void> {
    const size = bytes.length + HASH;
    if (size > this.bound * READ_AFTER) return;
    await mkdir(this.folder, { recursive: true });
    if (this.#room < size) {
      this.#trimming ??= this.#trim().finally(() => (this.#trimming = null));
      await this.#trimming;
    }
    this.#room -= size;
    const path = join(this.folder, key);
    // A file that is lost with the machine is made again, so nothing waits for the disk.
    await writeFileAtomic(path, Buffer.concat([hashOf(bytes), bytes]), { fsync: false });
  }

  async #trim(): Promise<void> {
    const now = Date.now();
    const names = (await readdir(this.folder)).filter((name) => OURS.test(name));
    const files = await Promise.all(
      names.map(async (name) => {
        const path = join(this.folder, name);
        // Another process may have removed it.
        const found = await stat(path).catch(() => null);
        return { name, path, size: found?.size ?? 0, used: found?.mtimeMs ?? 0 };
      }),
    );
    let total = files.reduce((sum, { size }) => sum + size, 0);
    const most = this.bound * DOWN_TO;
    for (const { name, path, size, used } of files.sort((a, b) => a.used - b.used)) {
      const isBeingWritten = name.includes('.') && used >= now - LEFT_BEHIND;
      const isLeftBehind = name.includes('.') && !isBeingWritten;
      if (isBeingWritten || (total <= most && !isLeftBehind)) continue;
      await rm(path, { force: true });
      total -= size;
    }
    this.#room = this.bound * READ_AFTER;
  }
}
