import { lstatSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether a path below a folder is a file of it, reached by no link, which could lead out of it.
 * @returns what stands in the way, or null; also where there is nothing yet
 */
export function wayBelow(root: string, path: string): 'a link' | 'no file' | null {
  const parts = path.split('/');
  for (const [index] of parts.entries()) {
    const stat = lstatSync(join(root, ...parts.slice(0, index + 1)), { throwIfNoEntry: false });
    if (stat === undefined) return null;
    if (stat.isSymbolicLink()) return 'a link';
    if (index === parts.length - 1 && !stat.isFile()) return 'no file';
  }
  return null;
}
