import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { replaceFile } from './replace-file.js';

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
  if (!/^[\w-]+\/[\w-]+$/.test(`${situation}/${name}`)) return null;
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
  await mkdir(join(folder, situation), { recursive: true });
  replaceFile(at(situation, name), bytes);
}
