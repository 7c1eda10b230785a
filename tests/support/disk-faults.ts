import fs from 'node:fs';
import { vi } from 'vitest';

/** What programs ask of a disk when they write. Reading counts where it is asked of the `fs` object, as the journal does. */
const ASKED = [
  'readFileSync',
  'openSync',
  'writeFileSync',
  'fchmodSync',
  'fsyncSync',
  'closeSync',
  'linkSync',
  'copyFileSync',
  'renameSync',
  'rmSync',
  'mkdirSync',
  'rmdirSync',
] as const;

/** What became of a program. */
export interface AtCall {
  /** Whether it came to that call at all. */
  readonly isReached: boolean;
  /** The function that was called. */
  readonly name: string;
  readonly threw: unknown;
}

/** Ends a program in place of a kill. */
class Died extends Error {}

/**
 * Runs a program that writes through `node:fs`. At the call of that number, from 0, the disk either refuses this call alone
 * (EIO, before anything is done), or the program dies: nothing it asks from then on is done, which is what a kill leaves.
 */
export function atCall(number: number, what: 'dies' | 'refuses', program: () => unknown): AtCall {
  const state = watch(number, what);
  try {
    program();
    return { ...state(), threw: null };
  } catch (threw) {
    return { ...state(), threw: threw instanceof Died ? null : threw };
  } finally {
    vi.restoreAllMocks();
  }
}

/** The same of a program that takes its time, where reading does not count. */
export async function atCallOf(
  number: number,
  what: 'dies' | 'refuses',
  program: () => Promise<unknown>,
): Promise<AtCall> {
  const state = watch(
    number,
    what,
    ASKED.filter((name) => name !== 'readFileSync'),
  );
  try {
    await program();
    return { ...state(), threw: null };
  } catch (threw) {
    return { ...state(), threw: threw instanceof Died ? null : threw };
  } finally {
    vi.restoreAllMocks();
  }
}

function watch(
  number: number,
  what: 'dies' | 'refuses',
  names: readonly (typeof ASKED)[number][] = ASKED,
) {
  let calls = 0;
  /** Files opened to read: neither that nor their end counts. */
  const reads = new Set<unknown>();
  let at = '';
  for (const name of names) {
    const real = fs[name] as (...given: unknown[]) => unknown;
    vi.spyOn(fs, name as 'rmSync').mockImplementation((...given: unknown[]) => {
      if (name === 'openSync' && [undefined, 'r'].includes(given[1] as string)) {
        const opened = real(...given);
        reads.add(opened);
        return opened as undefined;
      }
      if (name === 'closeSync' && reads.delete(given[0])) return real(...given) as undefined;
      const call = calls;
      calls += 1;
      if (call === number) at = name;
      if (what === 'dies' && call >= number) throw new Died('killed');
      if (call === number) throw Object.assign(new Error('made up'), { code: 'EIO' });
      return real(...given) as undefined;
    });
  }
  return () => ({ isReached: calls > number, name: at });
}
