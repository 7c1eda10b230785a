import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from '../../src/commands/run.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what the site keeps while the tests run: archives, pictures, sheets, an export. */
    readonly scratch: string;
  }
}

export default function provideScratch({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-site-'));
  provide('scratch', folder);
  return () => {
    for (const used of [folder, join(root, 'node_modules/.cache', basename(folder))])
      rmSync(used, { recursive: true, force: true });
  };
}
