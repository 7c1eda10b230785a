import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from './seed-reader.js';

/** Where the schemas are, which all situations share. */
const SCHEMAS = 'schemas';

/**
 * @typedef {object} DataFile
 * @property {string} address from the site's top
 * @property {string | null} immutable where it stays as it is; null for what is only laid there newest
 * @property {string} what
 * @property {string} media_type
 * @property {number} bytes
 * @property {string} sha256
 * @property {string} data_revision
 */

/**
 * What can only be made once the site is built, because it is made from the files themselves: Parquet, sizes and hashes
 * in the descriptors, Turtle, and the two files that say what there is.
 * @param {string} folder the built site
 * @returns {Promise<{ files: number, bytes: number }>}
 */
export async function makeDataFiles(folder) {
  const home = join(folder, 'data');
  const { columns } = await load('downloads/data/columns.ts');
  const { kindOf, mediaTypeOf } = await load('downloads/data/file-kinds.ts');
  const { writeParquet } = await import('./data-parquet.js');
  const { turtleOf } = await import('./data-turtle.js');
  const situations = situationsOf(home);
  let revision = '';
  for (const situation of situations) {
    const whole = readJson(join(home, situation, 'figures.json'));
    revision = whole.data_revision;
    const target = join(home, situation, 'figures.parquet');
    await writeParquet(target, whole.figures, columns, revision);
  }
  const { writeTables } = await import('./data-tables.js');
  await writeTables(folder, revision);

  /** @type {Map<string, { bytes: number, sha256: string }>} */
  const known = new Map();
  const measured = (/** @type {string} */ path) => {
    const held = known.get(path) ?? measure(join(home, path));
    known.set(path, held);
    return held;
  };
  for (const situation of situations)
    rewrite(join(home, situation, 'datapackage.json'), (descriptor) => {
      for (const resource of descriptor.resources) {
        const { bytes, sha256 } = measured(`${situation}/${resource.path}`);
        Object.assign(resource, { bytes, hash: `sha256:${sha256}` });
      }
    });
  const catalogue = rewrite(join(home, 'dcat.jsonld'), (of) => {
    for (const distribution of of['dcat:dataset'].flatMap(
      (/** @type {Record<string, unknown>} */ set) => set['dcat:distribution'],
    )) {
      const address = distribution['dcat:downloadURL']['@id'];
      const { bytes, sha256 } = measured(address.slice(address.indexOf('/data/') + 6));
      Object.assign(distribution, {
        'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
          'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
        },
      });
    }
  });
  writeFileSync(join(home, 'dcat.ttl'), await turtleOf(catalogue));

  const exports = new Map(
    [...situations, SCHEMAS].map((part) => {
      const paths = exportsOf(home, part, kindOf);
      return [part, { paths, name: editionName(revision, paths, measured) }];
    }),
  );
  writeJson(join(home, 'latest.json'), {
    data_revision: revision,
    situations: Object.fromEntries(
      situations.map((situation) => {
        const immutable = `/data/${situation}/revisions/${exports.get(situation)?.name ?? ''}/`;
        return [situation, { latest: `/data/${situation}/`, immutable }];
      }),
    ),
  });

  const files = pathsBelow(home)
    .filter((path) => path !== 'index.json' && !isPage(path))
    .map((path) => {
      const part = path.split('/')[0] ?? '';
      const kept = exports.get(part);
      const isKept = kept !== undefined && kindOf(path).isKept;
      const below = path.slice(part.length + 1);
      return {
        address: `/data/${path}`,
        immutable: isKept ? `/data/${part}/revisions/${kept.name}/${below}` : null,
        what: kindOf(path).what,
        media_type: mediaTypeOf(path),
        ...measured(path),
        data_revision: revision,
      };
    });
  const lines = files.map((file) => JSON.stringify(file)).join(',\n');
  writeFileSync(
    join(home, 'index.json'),
    `{"data_revision":${JSON.stringify(revision)},"files":[\n${lines}\n]}\n`,
  );
  return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/**
 * Lays every export under the address that carries its data revision, with what was compressed beside it. The names are
 * further names of the same files where the disk has such.
 * @param {string} folder the built site, with its index
 * @returns {number} how many
 */
export function keepRevisions(folder) {
  /** @type {{ files: DataFile[] }} */
  const { files } = readJson(join(folder, 'data/index.json'));
  let kept = 0;
  for (const { address, immutable } of files) {
    if (immutable === null) continue;
    for (const ending of ['', '.br', '.gz']) {
      const from = join(folder, `${address}${ending}`);
      if (ending !== '' && !existsSync(from)) continue;
      const to = join(folder, `${immutable}${ending}`);
      mkdirSync(dirname(to), { recursive: true });
      try {
        linkSync(from, to);
      } catch {
        copyFileSync(from, to);
      }
      kept += 1;
    }
  }
  return kept;
}

/** @param {string} home */
const situationsOf = (home) =>
  readdirSync(home)
    .filter((name) => existsSync(join(home, name, 'figures.json')))
    .sort();

/**
 * The files of a situation, or the schemas, that are kept for good, by path below /data/.
 * @param {string} home
 * @param {string} part
 * @param {(path: string) => { isKept: boolean }} kindOf
 */
const exportsOf = (home, part, kindOf) =>
  pathsBelow(join(home, part))
    .map((path) => `${part}/${path}`)
    .filter((path) => kindOf(path).isKept);

/**
 * The name under which a state is kept: the data revision, and a mark of the bytes themselves, because a new program or
 * another address of the site writes the same data otherwise.
 * @param {string} revision
 * @param {readonly string[]} paths
 * @param {(path: string) => { sha256: string }} measured
 */
function editionName(revision, paths, measured) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${path}\0${measured(path).sha256}\0`);
  return `${revision}-${hash.digest('hex').slice(0, 8)}`;
}

/**
 * Every file below a folder, in one order everywhere; what is compressed and what is kept of older states aside.
 * @param {string} home
 */
const pathsBelow = (home) =>
  readdirSync(home, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !isBesideText(home, path) && !/(?:^|\/)revisions\//.test(path))
    .filter((path) => statSync(join(home, path)).isFile())
    .sort();

/**
 * Whether a file is the compressed form of the one beside it; a table of a million rows is laid down compressed alone.
 * @param {string} home
 * @param {string} path
 */
const isBesideText = (home, path) =>
  /\.(?:br|gz)$/.test(path) && existsSync(join(home, path.replace(/\.\w+$/, '')));

const isPage = (/** @type {string} */ path) => path.endsWith('.html');

/** @param {string} path */
function measure(path) {
  const bytes = readFileSync(path);
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * @param {string} path
 * @param {unknown} value
 */
const writeJson = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);

/**
 * @param {string} path
 * @param {(value: ReturnType<typeof readJson>) => void} change
 */
function rewrite(path, change) {
  const value = readJson(path);
  change(value);
  writeJson(path, value);
  return value;
}
