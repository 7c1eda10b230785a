import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { zipSync } from 'fflate';
import { dataPackage } from '#lib/downloads/data/data-package.ts';
import { dcatJson } from '#lib/downloads/data/dcat.ts';
import { kindOf, mediaTypeOf } from '#lib/downloads/data/file-kinds.ts';
import { keepArchive, keptArchive } from '#lib/server/archives.ts';
import { libraries } from '#lib/server/library.ts';
import { revision } from '#lib/server/revision.ts';
import { site } from '#lib/server/site.ts';
import { turtleOf } from '#lib/server/turtle.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { figureSetsOf } from './figure-sets.ts';
import { outputs } from './outputs.ts';
import { libraryOf } from './situations.ts';

/** Gives the bytes of any other address of the site. */
export type Get = (address: string) => Promise<Uint8Array>;

interface Measured {
  readonly bytes: number;
  readonly sha256: string;
}

/** What was measured of files; they are the same as long as the program runs. */
const known = new Map<string, Promise<Measured>>();

function measured(get: Get, address: string): Promise<Measured> {
  const held = known.get(address);
  if (held) return held;
  const asked = get(address).then((bytes) => ({
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  known.set(address, asked);
  asked.catch(() => known.delete(address));
  return asked;
}

/** The descriptor of the files of all figures, with their sizes and hashes. */
export async function dataPackageFile(get: Get, situation: string): Promise<string> {
  const { edition } = figureSetsOf(situation);
  const descriptor = dataPackage(libraryOf(situation), edition);
  for (const resource of descriptor.resources) {
    const { bytes, sha256 } = await measured(get, `/data/${situation}/${resource.path}`);
    Object.assign(resource, { bytes, hash: `sha256:${sha256}` });
  }
  return json(descriptor);
}

/** The catalogue of all sets of figures for data portals, with sizes and hashes. */
async function catalogue(get: Get) {
  const sets = libraries.flatMap(({ situation }) => figureSetsOf(situation.id).listed());
  const of = dcatJson(sets, { site, revision });
  for (const [i, set] of of['dcat:dataset'].entries())
    for (const [j, distribution] of set['dcat:distribution'].entries()) {
      const { bytes, sha256 } = await measured(get, sets[i]?.files[j]?.address ?? '');
      Object.assign(distribution, {
        'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
          'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
        },
      });
    }
  return of;
}

export const catalogueFile = async (get: Get): Promise<string> => json(await catalogue(get));

export const turtleFile = async (get: Get): Promise<string> => turtleOf(await catalogue(get));

/** What the archive of a revision has, by name, and where each lies. */
const archived = (situation: string): [name: string, address: string][] => [
  ...['csv', 'json', 'parquet'].map((format): [string, string] => [
    `figures.${format}`,
    addresses.figures(situation, format),
  ]),
  ['sources.csl.json', addresses.sourcesFile(situation, 'csl.json')],
  ['figures.schema.json', addresses.figuresSchema],
];

/**
 * The name under which the present state is kept: the data revision, and a mark of the bytes themselves, because a new
 * version of the program or another address of the site writes the same data otherwise.
 */
export async function archiveName(get: Get, situation: string): Promise<string> {
  const hash = createHash('sha256');
  for (const [name, address] of archived(situation))
    hash.update(`${name}\0${(await measured(get, address)).sha256}\0`);
  return `${revision}-${hash.digest('hex').slice(0, 8)}`;
}

/** An archive: of the present state, which is kept from then on, or one that was kept; 404 for any other name. */
export async function archiveFile(get: Get, situation: string, name: string) {
  libraryOf(situation);
  const kept = await keptArchive(situation, name);
  if (kept) return kept;
  if (name !== (await archiveName(get, situation))) error(404, 'There is no such revision.');
  const files: Record<string, Uint8Array> = {};
  for (const [file, address] of archived(situation)) files[file] = await get(address);
  // The day of the format's beginning: the same files give the same bytes.
  const bytes = zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
  await keepArchive(situation, name, bytes);
  return new Uint8Array(bytes);
}

/** Of each situation the newest revision, and where it stays. */
export async function latestFile(get: Get): Promise<string> {
  const situations: Record<string, object> = {};
  for (const { situation } of libraries) {
    const name = await archiveName(get, situation.id);
    situations[situation.id] = {
      latest: `/data/${situation.id}/`,
      archive: addresses.archive(situation.id, name),
    };
  }
  return json({ data_revision: revision, situations });
}

/** Every file below /data/ that an export has too, with its size and hash; the index itself aside. */
export async function indexFile(get: Get): Promise<string> {
  const paths = outputs()
    .flatMap(({ exported }) => exported)
    .filter((address) => address.startsWith('/data/') && !address.endsWith('/'))
    .filter((address) => address !== addresses.dataIndex)
    .sort();
  const lines: string[] = [];
  for (const address of paths) {
    const path = address.slice('/data/'.length);
    const file = {
      address,
      what: kindOf(path),
      media_type: mediaTypeOf(path),
      ...(await measured(get, address)),
      data_revision: revision,
    };
    lines.push(JSON.stringify(file));
  }
  return `{"data_revision":${JSON.stringify(revision)},"files":[\n${lines.join(',\n')}\n]}\n`;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
