import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { NotFetched } from './not-fetched.ts';

/** A table as it was last fetched. */
export interface Copy {
  /** Where it lies on this disk, whole. */
  readonly at: string;
  readonly bytes: number;
  /** What the store calls this state of it, where it calls it anything. */
  readonly etag: string | null;
  /** When it was last asked for and found to be this, in milliseconds since 1970. */
  readonly fetched: number;
}

interface Note extends Omit<Copy, 'at'> {
  readonly address: string;
  readonly file: string;
}

/** While a table is fetched: files that become its copy, and the room they take. */
export interface Draft {
  /** A file of this run alone; it is gone when the run is. */
  path(ending: string): string;
  /**
   * Makes room for so many bytes by removing the copies that were used longest ago.
   * @throws {NotFetched} where there is no room within the bound without the tables of this run
   */
  need(bytes: number): void;
}

/**
 * Copies of tables in a folder, of at most `most` bytes together with what is being fetched. A copy takes its name in one
 * step once it is whole and on the disk, so there is never half a table; a run that is killed leaves a file of its own
 * name, which the next removes.
 */
export class Cache {
  readonly folder: string;
  readonly most: number;
  /** Files that this run has given out: they are read later, and stay. */
  readonly #inUse = new Set<string>();

  constructor(folder: string, most: number) {
    this.folder = folder;
    this.most = most;
  }

  /** The last copy of what is at an address; null where there is none, or it is not as it was written. */
  last(address: string): Copy | null {
    const note = this.#note(noteName(address));
    if (note?.address !== address) return null;
    const at = join(this.folder, note.file);
    if (sizeOf(at) !== note.bytes) return null;
    const now = new Date();
    utimesSync(at, now, now);
    this.#inUse.add(note.file);
    return { at, bytes: note.bytes, etag: note.etag, fetched: note.fetched };
  }

  /**
   * Fetches anew. `fetch` writes a table to a file of the draft, or says that the last copy is still the state.
   * @throws whatever `fetch` throws; the last copy then stays, and nothing else
   */
  async renew(
    address: string,
    fetch: (draft: Draft) => Promise<{ path: string; etag: string | null } | 'unchanged'>,
  ): Promise<Copy> {
    mkdirSync(this.folder, { recursive: true });
    this.#removeLeftovers();
    const own = new Set<string>();
    const draft: Draft = {
      path: (ending) => {
        const name = `${keyOf(address)}.${process.pid}.${ending}.part`;
        own.add(name);
        return join(this.folder, name);
      },
      need: (bytes) => this.#makeRoom(bytes, own),
    };
    try {
      const made = await fetch(draft);
      const last = this.last(address);
      if (made === 'unchanged') {
        if (last === null) throw new NotFetched('found its copy gone meanwhile; ask again');
        return this.#keep(address, { ...last, fetched: Date.now() });
      }
      const bytes = statSync(made.path).size;
      draft.need(bytes);
      const file = `${keyOf(address)}-${await hashOf(made.path)}.parquet`;
      const at = join(this.folder, file);
      toDisk(made.path);
      renameSync(made.path, at);
      this.#inUse.add(file);
      return this.#keep(address, { at, bytes, etag: made.etag, fetched: Date.now() });
    } finally {
      for (const name of own) rmSync(join(this.folder, name), { force: true, recursive: true });
    }
  }

  #keep(address: string, copy: Copy): Copy {
    const { at, ...rest } = copy;
    const note: Note = { address, file: basename(at), ...rest };
    const path = join(this.folder, noteName(address));
    const beside = `${path}.${process.pid}.note.part`;
    writeFileSync(beside, `${JSON.stringify(note)}\n`);
    renameSync(beside, path);
    return copy;
  }

  #note(name: string): Note | null {
    try {
      return JSON.parse(readFileSync(join(this.folder, name), 'utf8')) as Note;
    } catch {
      // None, or not written by this: the table is fetched anew.
      return null;
    }
  }

  #makeRoom(bytes: number, own: ReadonlySet<string>): void {
    const files = readdirSync(this.folder)
      .filter((name) => !own.has(name))
      .flatMap((name) => {
        const stat = statSync(join(this.folder, name), { throwIfNoEntry: false });
        return stat?.isFile() ? [{ name, size: stat.size, used: stat.mtimeMs }] : [];
      });
    let sum = bytes + files.reduce((all, { size }) => all + size, 0);
    const removable = files
      .filter(({ name }) => name.endsWith('.parquet') && !this.#inUse.has(name))
      .sort((a, b) => a.used - b.used);
    for (const { name, size } of removable) {
      if (sum <= this.most) return;
      rmSync(join(this.folder, name), { force: true });
      sum -= size;
      const note = `${name.split('-')[0] ?? ''}.json`;
      if (this.#note(note)?.file === name) rmSync(join(this.folder, note), { force: true });
    }
    if (sum > this.most)
      throw new NotFetched(
        `found that the tables take more than the ${gigabytes(this.most)} GB that the cache may; set TABLES_CACHE_GB higher, or part the table`,
      );
  }

  #removeLeftovers(): void {
    for (const name of readdirSync(this.folder)) {
      const [, pid] = /\.(\d+)\.\w+\.part$/.exec(name) ?? [];
      if (pid !== undefined && isLeftover(join(this.folder, name), Number(pid)))
        rmSync(join(this.folder, name), { force: true, recursive: true });
    }
  }
}

const keyOf = (address: string) => createHash('sha256').update(address).digest('hex').slice(0, 24);
const noteName = (address: string) => `${keyOf(address)}.json`;
const gigabytes = (bytes: number) => Number((bytes / 1e9).toPrecision(3));

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, 16);
}

/** Whether the run that wrote a file is gone; in a container the next run often has the number of the one before. */
function isLeftover(path: string, pid: number): boolean {
  if (pid === process.pid) {
    const begun = Date.now() - process.uptime() * 1000;
    return (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? begun) < begun;
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'ESRCH';
  }
}

function toDisk(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
