import { hasNumber } from './dates.ts';

/** Files that say what files there are, by path from the site's top: no number of persons may stand in them. */
export const isCatalogue = (file: string): boolean =>
  /^data\/(?:index|latest)\.json$|\/datapackage\.json$|\.schema\.json$|\.jsonld$/.test(file);

/** Numbers that are about files or their layout. */
const ofFiles = new Set(['bytes', 'headerRows', 'commentRows', 'minimum']);
/** Texts whose digits are a name, an address, a hash or a day. */
const named = new Set([
  'address',
  'immutable',
  'archive',
  'latest',
  'sha256',
  'hash',
  'data_revision',
  'version',
  'dcat:version',
  '$schema',
  '$id',
  'pattern',
  'encoding',
  'path',
  '@id',
  'url',
  'contentUrl',
  '@context',
  'temporalCoverage',
  'dcat:byteSize',
  'spdx:checksumValue',
]);
const FILE = /^[\w.-]+\.(?:csv|json|xlsx|parquet)$/;

/** The first law, asked of a list or description of files. `titles` are those of publications. */
export function faultsOfCatalogue(text: string, titles: readonly string[]): string[] {
  const known = new Set(titles);
  const look = (value: unknown, key: string, path: string): string[] => {
    if (Array.isArray(value)) return value.flatMap((item, i) => look(item, key, `${path}[${i}]`));
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([inner, item]) =>
        // A value of linked data belongs to the property around it.
        look(item, inner === '@value' || key === '@context' ? key : inner, `${path}.${inner}`),
      );
    if (typeof value === 'number')
      return ofFiles.has(key) ? [] : [`stray number at ${path}: ${value}`];
    const isName =
      named.has(key) ||
      (key === 'title' && known.has(String(value))) ||
      (key === 'name' && /^[a-z]+-\d{4}$/.test(String(value))) ||
      (key === 'dct:title' && FILE.test(String(value)));
    return typeof value === 'string' && !isName && hasNumber(value)
      ? [`stray number at ${path}: ${value}`]
      : [];
  };
  return look(JSON.parse(text), '', '');
}
