import { seedFault, type SeedFault } from '#lib/records/fault.ts';

/** A file in the folder of the seeds, by its path below it. */
export interface FileBelow {
  readonly kind: 'file';
  readonly name: string;
}

export interface WebAddress {
  readonly kind: 'https';
  /** As it is told: it never holds a user name or a password. */
  readonly name: string;
}

export interface ObjectAddress {
  readonly kind: 's3';
  readonly name: string;
  readonly bucket: string;
  readonly key: string;
}

export interface QueryAddress {
  readonly kind: 'postgres';
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly query: string;
}

/** What lies elsewhere and is fetched. */
export type Remote = WebAddress | ObjectAddress | QueryAddress;
export type Address = FileBelow | Remote;

const KINDS =
  'a path below the folder of the seeds, https://…, s3://bucket/key or postgres://host/database';
/** Parameters that give whoever has the address a right: keys of object stores, tokens. */
const RIGHTS =
  /^(?:x-amz-.*|x-goog-.*|awsaccesskeyid|signature|sig|.*token|.*password|.*secret|api-?key|key)$/i;

/**
 * What a `.address` file says: in its first line where a table lies; for `postgres://` in the lines after it the query.
 * An address stays inside what it may name. It holds no user name, password or key: these come from the environment.
 * @returns a fault for every other address, which never repeats a password
 */
export function readAddress(file: string, text: string): Address | SeedFault {
  const [given = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const line = given.trim();
  const fault = (what: string, at = 1) => seedFault(file, [at, 1], '', what);
  if (line === '') return fault(`expected in the first line ${KINDS}, found nothing; write one`);
  // eslint-disable-next-line no-control-regex -- these are what is refused
  if (/[\s\u0000-\u001f\u007f\\]/.test(line))
    return fault(
      'expected an address without blanks, backslashes and control characters, found one with; write it as a browser gives it',
    );
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(line)?.[1]?.toLowerCase();
  if (scheme !== undefined && !['https', 'http', 's3', 'postgres'].includes(scheme))
    return fault(
      `expected ${KINDS}, found ${scheme}:; put the table where one of these reaches it`,
    );
  const query = rest.join('\n').trim();
  if (query !== '' && scheme !== 'postgres') {
    const at = 2 + rest.findIndex((one) => one.trim() !== '');
    return fault(
      'expected one line, found another; only postgres:// has a query below it, and each table has its own file',
      at,
    );
  }
  if (scheme === undefined) return fileBelow(line) ?? fault(notBelow(line));
  const url = URL.canParse(line) ? new URL(line) : null;
  if (url === null || !line.toLowerCase().startsWith(`${scheme}://`) || url.host === '')
    return fault(`expected ${KINDS}, found an address without a host; write it whole`);
  if (
    url.username !== '' ||
    url.password !== '' ||
    line
      .slice(scheme.length + 3)
      .split('/')[0]
      ?.includes('@')
  )
    return fault(
      `expected an address without user name and password, found one with; take them out, and set ${scheme === 'postgres' ? 'PGUSER and PGPASSWORD' : scheme === 's3' ? 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY' : 'what s3:// or postgres:// need'} where the program runs`,
    );
  if (url.hash !== '') return fault('expected an address without #, found one with; leave it out');
  if (scheme === 'postgres') return queryAt(url, query, fault);
  if (scheme === 's3') return objectAt(line, fault);
  const right = [...url.searchParams.keys()].find((name) => RIGHTS.test(name));
  if (right !== undefined)
    return fault(
      `expected an address without keys, found the parameter ${right}; name the table by s3://, with the keys in the environment`,
    );
  if (scheme === 'http' && !isLoopback(url.hostname))
    return fault(
      `expected https://, found http:// to another machine (${url.host}), which is not safe; http:// is for this machine alone (localhost, 127.0.0.1, [::1])`,
    );
  return { kind: 'https', name: url.href };
}

/** Whether a host is this machine, as an address or by the name that always means it. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);

function fileBelow(line: string): FileBelow | null {
  return /^(?:(?!\.)[\p{L}\p{N}_.-]+\/)*(?!\.)[\p{L}\p{N}_.-]+\.parquet$/u.test(line)
    ? { kind: 'file', name: line }
    : null;
}

function notBelow(line: string): string {
  const found = line.split('/').includes('..')
    ? 'one with ..'
    : line.startsWith('/')
      ? 'a path from the root of the disk'
      : 'another path';
  return `expected the path of a .parquet file below the folder of the seeds, in letters, digits and _ . -, found ${found}; put the table there, or name it by https://, s3:// or postgres://`;
}

type Fault = (what: string, at?: number) => SeedFault;

function objectAt(line: string, fault: Fault): ObjectAddress | SeedFault {
  const [, bucket = '', key = ''] = /^s3:\/\/([^/?]*)\/?([^?]*)/i.exec(line) ?? [];
  if (line.includes('?'))
    return fault('expected s3://bucket/key, found a question mark; leave out what begins with it');
  if (!/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(bucket) || bucket.includes('..'))
    return fault(
      'expected the name of a bucket after s3://, found another; three to 63 lower-case letters, digits, points and hyphens',
    );
  // A client would follow such parts out of the bucket.
  if (key === '' || key.split('/').some((part) => ['', '.', '..'].includes(part)))
    return fault(
      'expected the key of a table after the bucket, found none or one with empty parts, . or ..; write s3://bucket/key',
    );
  return { kind: 's3', name: `s3://${bucket}/${key}`, bucket, key };
}

function queryAt(url: URL, query: string, fault: Fault): QueryAddress | SeedFault {
  const [, database = '', more] = url.pathname.split('/');
  if (url.search !== '' || database === '' || more !== undefined)
    return fault(
      'expected postgres://host/database or postgres://host:port/database, found another; write a query in the lines below, and the rest in the environment (PGUSER, PGPASSWORD, PGSSLMODE)',
    );
  if (query === '')
    return fault(
      'expected a query in the lines below the address, found none; such as SELECT * FROM figures',
      2,
    );
  return {
    kind: 'postgres',
    name: url.href,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 5432 : Number(url.port),
    database: decodeURIComponent(database),
    query: query.replace(/[;\s]+$/, ''),
  };
}
