import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * The folder in which the archives of all data revisions are kept for good, one folder a situation: REVISIONS, or
 * `revisions` in the folder in which the program runs.
 */
const folder = resolve(process.env['REVISIONS'] ?? 'revisions');

const at = (situation: string, name: string) => join(folder, situation, `${name}.zip`);

/** An archive that was kept; null where there is none of this name. */
export async function keptArchive(
  situation: string,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!/^[\w-]+$/.test(`${situation}${name}`)) return null;
  return readFile(at(situation, name)).then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  );
}

/** Keeps an archive; one of the same name has the same bytes already. It is there whole or not at all. */
export async function keepArchive(
  situation: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const path = at(situation, name);
  const beside = `${path}.${process.pid}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(beside, bytes, { flush: true });
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}
