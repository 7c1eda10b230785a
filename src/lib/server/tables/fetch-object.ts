import { createRequire } from 'node:module';
import { once } from 'node:events';
import { createWriteStream, openSync, readSync, closeSync, statSync } from 'node:fs';
import { isLoopback, type ObjectAddress, type WebAddress } from './address.ts';
import type { Draft } from './cache.ts';
import { NotFetched } from './not-fetched.ts';

type Aws = typeof import('aws4fetch');
/** What the environment says, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A store that hands out an object: how it is asked, and what to do where it refuses. */
interface Store {
  ask(headers: Record<string, string>, signal: AbortSignal): Promise<Response>;
  /** The way out where it knows us not, or not as one who may read. */
  readonly wayIn: string;
}

/** Connections for one table: the first, and two that go on where the one before broke. */
const MOST_CONNECTIONS = 3;
const MOST_REDIRECTS = 5;

/**
 * Where an object is known by its store and address: the same bucket of another store is another.
 * Of a store that speaks S3 the environment says where it is (`AWS_ENDPOINT_URL_S3`, `AWS_ENDPOINT_URL`), else it is AWS.
 */
export const storeOf = (env: Environment): string =>
  env['AWS_ENDPOINT_URL_S3'] ||
  env['AWS_ENDPOINT_URL'] ||
  `https://s3.${regionOf(env)}.amazonaws.com`;

const regionOf = (env: Environment) =>
  env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || 'us-east-1';

/**
 * Reads an object into a file of the draft. Where the connection breaks it goes on from there (`Range`), and only with the
 * same object (`If-Match`): a table is never put together of two states.
 * @param patience milliseconds without a byte after which a connection counts as broken
 * @throws {NotFetched}
 */
export async function fetchObject(
  address: WebAddress | ObjectAddress,
  known: string | null,
  draft: Draft,
  env: Environment,
  patience: number,
): Promise<{ path: string; etag: string | null } | 'unchanged'> {
  const store = address.kind === 's3' ? objectStore(address, env) : webStore(address);
  const path = draft.path('parquet');
  let have = 0;
  let etag: string | null = null;
  let why = '';
  for (let connection = 0; connection < MOST_CONNECTIONS; connection += 1) {
    const goesOn = have > 0 && etag?.startsWith('"') === true;
    if (!goesOn) have = 0;
    const stop = new AbortController();
    const watch = { timer: setTimeout(() => stop.abort(), patience) };
    try {
      const response = await store.ask(
        {
          ...(goesOn && etag !== null ? { range: `bytes=${have}-`, 'if-match': etag } : {}),
          ...(!goesOn && known !== null ? { 'if-none-match': known } : {}),
        },
        stop.signal,
      );
      if (response.status === 304 && known !== null && !goesOn) return 'unchanged';
      if (response.status === 412 || (response.status === 416 && goesOn)) throw changed();
      if (!response.ok) throw await refusal(response, store);
      const found = response.headers.get('etag');
      if (response.status === 206 && (!goesOn || found !== etag || !startsAt(response, have)))
        throw changed();
      if (response.status !== 206) have = 0;
      etag = found;
      const length = lengthOf(response);
      const whole = length === null ? null : have + length;
      draft.need(whole ?? have);
      have = await write(response, path, have, draft, () => {
        watch.timer.refresh();
      });
      if (whole !== null && have < whole) throw new Error('it ended too early');
      refuseOther(path, response);
      return { path, etag };
    } catch (cause) {
      if (cause instanceof NotFetched || isOfDisk(cause)) throw cause;
      have = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      why = stop.signal.aborted ? `nothing came for ${patience / 1000} seconds` : reasonOf(cause);
      if (isHopeless(cause)) break;
    } finally {
      clearTimeout(watch.timer);
      stop.abort();
    }
  }
  throw new NotFetched(
    have > 0
      ? `found the connection broken after ${have} bytes (${why}); ask again, nothing of it is kept`
      : `found no connection (${why}); see that this machine reaches it, then ask again`,
  );
}

const changed = () =>
  new NotFetched('found that it was changed while it was read; ask again once it is written');

function objectStore({ bucket, key }: ObjectAddress, env: Environment): Store {
  const base = storeOf(env);
  if (!/^https?:\/\/[^/?#@\s]+\/?$/.test(base))
    throw new NotFetched(
      'found an address of the store in AWS_ENDPOINT_URL that is none; write https://host or http://host:port',
    );
  const url = [base.replace(/\/$/, ''), bucket, ...key.split('/')]
    .map((part, at) => (at === 0 ? part : encoded(part)))
    .join('/');
  const id = env['AWS_ACCESS_KEY_ID'];
  const secret = env['AWS_SECRET_ACCESS_KEY'];
  const wayIn =
    'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of an account that may read it (AWS_SESSION_TOKEN, AWS_REGION if needed)';
  // Public objects are read without.
  if (!id || !secret) return { wayIn, ask: (headers, signal) => asked(url, headers, signal) };
  const { AwsClient } = createRequire(import.meta.url)('aws4fetch') as Aws;
  const token = env['AWS_SESSION_TOKEN'];
  const client = new AwsClient({
    accessKeyId: id,
    secretAccessKey: secret,
    ...(token ? { sessionToken: token } : {}),
    region: regionOf(env),
    service: 's3',
  });
  return {
    wayIn,
    ask: async (headers, signal) => {
      const signed = await client.sign(url, { headers });
      return asked(signed.url, Object.fromEntries(signed.headers), signal);
    },
  };
}

const asked = (url: string, headers: Record<string, string>, signal: AbortSignal) =>
  fetch(url, {
    // Never signed: `fetch` adds it by itself where a range is asked for.
    headers: { ...('range' in headers ? {} : { 'accept-encoding': 'identity' }), ...headers },
    signal,
    redirect: 'manual',
  });

/** As S3 writes a part of a key in an address. */
const encoded = (part: string) =>
  encodeURIComponent(part).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function webStore({ name }: WebAddress): Store {
  const isHere = isLoopback(new URL(name).hostname);
  return {
    wayIn: 'make it readable without credentials, or name it by s3:// or postgres://',
    ask: async (headers, signal) => {
      let url = name;
      for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
        const response = await asked(url, headers, signal);
        const next = response.headers.get('location');
        if (![301, 302, 303, 307, 308].includes(response.status) || next === null) return response;
        await response.body?.cancel();
        const to = new URL(next, url);
        const mayGo =
          to.protocol === 'https:' ||
          (to.protocol === 'http:' && isHere && isLoopback(to.hostname));
        if (!mayGo)
          throw new NotFetched(
            `found a redirect to ${to.protocol}//${to.host}, where no table is read; write the address it leads to`,
          );
        url = to.href;
      }
      throw new NotFetched(
        `found more than ${MOST_REDIRECTS} redirects; write the address they lead to`,
      );
    },
  };
}

async function refusal(response: Response, { wayIn }: Store): Promise<NotFetched> {
  const { status } = response;
  const text = (await response.text().catch(() => '')).slice(0, 10_000);
  const word = /<Code>(\w+)<\/Code>/.exec(text)?.[1];
  const said = word === undefined ? String(status) : `${status} ${word}`;
  if (status === 401 || status === 403)
    return new NotFetched(`found that we may not read it (${said}); ${wayIn}`);
  if (status === 404 || status === 410)
    return new NotFetched(
      `found none there (${said}); correct the address, or put the table there`,
    );
  if (status >= 300 && status < 400)
    return new NotFetched(
      `found that it lies in another place (${said}); set AWS_REGION, or AWS_ENDPOINT_URL, to where it does`,
    );
  if (status === 400)
    return new NotFetched(
      `found that the store does not understand the request (${said}); check AWS_REGION, AWS_ENDPOINT_URL and the keys`,
    );
  return new NotFetched(`found the store out of order (${said}); ask again later`);
}

/** Writes what comes behind what is there; how many bytes there are then. */
async function write(
  response: Response,
  path: string,
  from: number,
  draft: Draft,
  alive: () => void,
): Promise<number> {
  const file = createWriteStream(path, from === 0 ? {} : { flags: 'r+', start: from });
  const broken = new Promise<never>((_, reject) => file.once('error', reject));
  broken.catch(() => undefined);
  let have = from;
  let asked = from;
  try {
    for await (const chunk of response.body ?? []) {
      alive();
      have += chunk.length;
      if (have > asked) {
        // In steps: each looks through the folder.
        asked = have + 50_000_000;
        draft.need(have);
      }
      if (!file.write(chunk)) await Promise.race([once(file, 'drain'), broken]);
    }
  } finally {
    file.end();
    await Promise.race([once(file, 'close'), broken]);
  }
  return have;
}

function lengthOf(response: Response): number | null {
  const length = response.headers.get('content-length');
  const coding = response.headers.get('content-encoding');
  return length === null || (coding !== null && coding !== 'identity') ? null : Number(length);
}

const startsAt = (response: Response, at: number) =>
  response.headers.get('content-range')?.startsWith(`bytes ${at}-`) === true;

/** A page that asks to log in is no table, and is not kept as one. */
function refuseOther(path: string, response: Response): void {
  const size = statSync(path).size;
  const file = openSync(path, 'r');
  try {
    const ends = [0, Math.max(0, size - 4)].map((at) => {
      const four = Buffer.alloc(4);
      readSync(file, four, 0, 4, at);
      return four.toString('latin1');
    });
    if (ends.every((four) => four === 'PAR1')) return;
  } finally {
    closeSync(file);
  }
  const kind = response.headers.get('content-type') ?? 'nothing said of its kind';
  throw new NotFetched(
    `found something else than a Parquet file (${kind.slice(0, 60)}, ${size} bytes); correct the address, or write the table again`,
  );
}

/** The network's reason lies below what `fetch` throws. */
function reasonOf(cause: unknown): string {
  const below = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const code = below instanceof Error && 'code' in below ? String(below.code) : '';
  return code || (below instanceof Error ? below.message : String(below));
}

/** Another try would find the same. */
const isHopeless = (cause: unknown) =>
  /^(?:ECONNREFUSED|ENOTFOUND|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(
    reasonOf(cause),
  );

const isOfDisk = (cause: unknown) =>
  cause instanceof Error && 'syscall' in cause && 'path' in cause;
