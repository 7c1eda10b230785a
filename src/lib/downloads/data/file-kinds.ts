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
/** What a route writes of every set of figures. */
export const formats = ['csv', 'hxl.csv', 'json', 'xlsx'] as const satisfies readonly Format[];

export const mediaTypeOf = (path: string): string =>
  Object.entries(mediaTypes).find(([ending]) => path.endsWith(`.${ending}`))?.[1] ??
  'application/octet-stream';

interface FileKind {
  readonly what: string;
  /** Whether it is kept under the address of its data revision too. */
  readonly isKept: boolean;
}

const kinds: readonly (readonly [RegExp, keyof typeof fileTexts, boolean])[] = [
  [/^[^/]+\/figures\.(?:csv|hxl\.csv|json|xlsx|parquet)$/, 'figures', true],
  [/^[^/]+\/series\/[^/]+\.chart\.json$/, 'chart', false],
  [/^[^/]+\/series\/[^/]+\.(?:csv|json|xlsx)$/, 'series', true],
  [/^[^/]+\/days\/[^/]+\.(?:csv|json|xlsx)$/, 'days', true],
  [/^[^/]+\/days\/[^/]+\.jsonld$/, 'day', false],
  [/^[^/]+\/flows\/[^/]+\.(?:csv|json)$/, 'flows', true],
  [/^[^/]+\/flows\/[^/]+\/[^/]+\.svg$/, 'picture', false],
  [/^[^/]+\/crossings\.json$/, 'crossings', false],
  [/^[^/]+\/days\.json$/, 'calendar', false],
  [/^[^/]+\/tables\/[^/]+\.(?:csv\.gz|parquet)$/, 'table', true],
  [/^[^/]+\/cite\//, 'cite', false],
  [/^[^/]+\/datapackage\.json$/, 'package', true],
  [/^[^/]+\/sources\.csl\.json$/, 'csl', true],
  [/^schemas\/figures\.schema\.json$/, 'schema', true],
  [/^dcat\.(?:jsonld|ttl)$/, 'catalogue', false],
  [/^latest\.json$/, 'latest', false],
];

/**
 * What a file is, by its path below /data/.
 * @throws {Error} for one that nobody has described: the index and the page of files leave nothing out
 */
export function kindOf(path: string): FileKind {
  const kind = kinds.find(([pattern]) => pattern.test(path));
  if (kind === undefined) throw new Error(`Nobody has said what the file /data/${path} is.`);
  const [, name, isKept] = kind;
  return { what: fileTexts[name], isKept };
}
