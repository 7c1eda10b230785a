import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** What src/commands/cut-map.js writes. */
type CutRegion = Topology<{ countries: GeometryCollection }> & { readonly atlas: string };

/**
 * The base maps in a folder that src/commands/cut-map.js wrote, by the names of their files without the ending.
 * @param folder none without it
 * @throws {Error} one sentence, for a folder that cannot be read and for a file that is no base map
 */
export async function readBaseMaps(folder: string | undefined): Promise<Map<string, CutRegion>> {
  const maps = new Map<string, CutRegion>();
  if (!folder) return maps;
  const at = resolve(folder);
  const names = await readdir(at).catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`BASE_MAPS must be a folder; ${at} cannot be read (${cause.code ?? ''}).`);
  });
  for (const name of names.filter((one) => one.endsWith('.json'))) {
    const region = parsed(await readFile(join(at, name), 'utf8'));
    if (region === null)
      throw new Error(
        `${join(at, name)} is no base map: cut it again by node src/commands/cut-map.js.`,
      );
    maps.set(name.replace(/\.json$/, ''), region);
  }
  return maps;
}

function parsed(text: string): CutRegion | null {
  try {
    const region = JSON.parse(text) as Partial<CutRegion> | null;
    return region?.objects?.countries && region.atlas ? (region as CutRegion) : null;
  } catch {
    return null;
  }
}
