import { fileTexts, formatTexts } from '#lib/wording/data.ts';

/** Of files below /data/, by how their names end; the longer ending first. */
export const mediaTypes: Readonly<Record<string, string>> = {
  'csl.json': 'application/vnd.citationstyles.csl+json',
  'schema.json': 'application/schema+json',
  'csv.gz': 'application/gzip',
  csv: 'text/csv',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  jsonld: 'application/ld+json',
  ttl: 'text/turtle',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
};

/** How figures are written, as the name of a file ends. */
export type Format = keyof typeof formatTexts;
/** Of all figures. */
export const formats = ['csv', 'hxl.csv', 'json', 'xlsx'] as const satisfies readonly Format[];

export const mediaTypeOf = (path: string): string =>
  Object.entries(mediaTypes).find(([ending]) => path.endsWith(`.${ending}`))?.[1] ??
  'application/octet-stream';

const kinds: readonly (readonly [RegExp, keyof typeof fileTexts])[] = [
  [/^[^/]+\/figures\.(?:csv|hxl\.csv|json|xlsx|parquet)$/, 'figures'],
  [/^[^/]+\/series\/[^/]+\.chart\.json$/, 'chart'],
  [/^[^/]+\/series\/[^/]+\.(?:csv|json)$/, 'series'],
  [/^[^/]+\/flows\/[^/]+\.(?:csv|json)$/, 'flows'],
  [/^[^/]+\/crossings\.json$/, 'crossings'],
  [/^[^/]+\/days\.json$/, 'calendar'],
  [/^[^/]+\/tables\/[^/]+\.(?:csv\.gz|parquet)$/, 'table'],
  [/^[^/]+\/datapackage\.json$/, 'package'],
  [/^[^/]+\/sources\.(?:csl\.json|bib|ris)$/, 'sources'],
  [/^schemas\/figures\.schema\.json$/, 'schema'],
  [/^dcat\.(?:jsonld|ttl)$/, 'catalogue'],
  [/^latest\.json$/, 'latest'],
];

/**
 * What a file is, by its path below /data/.
 * @throws {Error} for one that is not described: the index leaves nothing out
 */
export function kindOf(path: string): string {
  const kind = kinds.find(([pattern]) => pattern.test(path));
  if (kind === undefined) throw new Error(`The file /data/${path} has no description.`);
  return fileTexts[kind[1]];
}
