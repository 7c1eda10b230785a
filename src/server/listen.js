import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import { Server } from 'node:net';
import { pipeline } from 'node:stream/promises';
import fresh from 'fresh';
import Negotiator from 'negotiator';
import { reasonOf } from '../commands/listen-at.js';
import { headersOf } from '../lib/server/headers.js';

import { MISSING } from './app.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('./answers.js').FileAnswer} FileAnswer */
/** @typedef {import('./answers.js').Encoding} Encoding */
/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * Milliseconds: of a request's headers, of a whole request, of a connection without one, of one where nothing moves;
 * between two looks at them; and those that requests have to end when the server ends.
 */
const LIMITS = {
  headers: 10_000,
  request: 15_000,
  idle: 5_000,
  stalled: 20_000,
  check: 2_000,
  grace: 4_000,
};

/**
 * The path and the query of a request's target; null for what is no address of this site.
 * @param {string} target as it stands in the request's first line
 * @returns {{ path: string, query: string } | null}
 */
export function targetOf(target) {
  // A proxy may send it whole. Slashes at the start would make a redirect name another host.
  const own = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^[/\\]+/, '/');
  const at = own.indexOf('?');
  const path = (at === -1 ? own : own.slice(0, at)) || '/';
  const query = at === -1 ? '' : own.slice(at);
  // An address has one form: no escapes, dot segments, backslashes or fragments.
  if (path.includes('%') || !URL.canParse(path, 'http://localhost')) return null;
  return new URL(path, 'http://localhost').pathname === path ? { path, query } : null;
}

/**
 * Answers one request.
 * @param {App} app
 * @param {Request} request
 * @param {Response} response
 * @returns {Promise<void>} rejected by an error of any step
 */
async function answerTo(app, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    sayBriefly(response, 405, 'This server only reads.', { allow: 'GET, HEAD' });
    return;
  }
  const target = targetOf(request.url ?? '/');
  if (target && app.base && target.path === app.base) {
    sayBriefly(response, 308, '', { location: `${app.base}/${target.query}` });
    return;
  }
  const isBelow = target?.path.startsWith(`${app.base}/`);
  const path = target && isBelow ? target.path.slice(app.base.length) : MISSING;
  const { key, answer } = await app.answer(path, target?.query);
  if ('file' in answer) await sendFile(answer, request, response);
  else await send(app, key, answer, target?.query ?? '', request, response);
}

/**
 * Sends what most readers ask for, if nothing has to be made, chosen or compared for it: a whole page at its best. An address
 * that is kept under the very words of the request needs no other look at them.
 * @param {App} app
 * @param {Request} request
 * @param {Response} response
 * @returns {boolean} whether it was sent
 */
function sendAtOnce(app, { method, url = '', headers }, response) {
  if (method !== 'GET' || !url.startsWith(app.base)) return false;
  if (headers.range !== undefined || headers['if-none-match'] !== undefined) return false;
  const answer = app.answers.get(app.base ? url.slice(app.base.length) : url);
  if (answer?.status !== 200) return false;
  const encoding = answer.isText ? encodingFor(headers) : 'identity';
  const body = answer.ready(encoding);
  if (body === null) return false;
  response.writeHead(200, answer.head(encoding, body.length)).end(body);
  return true;
}

/**
 * The site's page for an error; words alone when the site itself could not be read.
 * @param {App | null} app
 * @param {Request} request
 * @param {Response} response
 */
function sendFailure(app, { method }, response) {
  if (!app?.failed) {
    sayBriefly(response, 500, 'The server has made an error.\n');
    return;
  }
  const { headers, body } = app.failed;
  response
    .writeHead(500, { ...headers, 'content-length': body.length })
    .end(method === 'HEAD' ? undefined : body);
}

/**
 * A few words that no page is made for.
 * @param {Response} response
 * @param {number} status
 * @param {string} words
 * @param {Record<string, string>} [headers]
 */
function sayBriefly(response, status, words, headers) {
  response
    .writeHead(status, {
      ...headersOf('/'),
      'content-type': 'text/plain; charset=utf-8',
      'content-length': Buffer.byteLength(words),
      ...headers,
    })
    .end(words);
}

/** What the header Accept-Encoding asks for; browsers send a handful of them. @type {Map<string, Encoding>} */
const encodings = new Map();

/**
 * @param {Request['headers']} headers
 * @returns {Encoding}
 */
function encodingFor(headers) {
  const asked = String(headers['accept-encoding'] ?? '');
  const known = encodings.get(asked);
  if (known !== undefined) return known;
  // Of those that are as welcome as one another the smallest goes first, not the one that the browser names first.
  const all = ['br', 'gzip', 'identity'];
  // @ts-expect-error The types are of an older version.
  const chosen = new Negotiator({ headers }).encoding(all, { preferred: all }) ?? 'identity';
  if (encodings.size > 100) encodings.clear();
  encodings.set(asked, /** @type {Encoding} */ (chosen));
  return /** @type {Encoding} */ (chosen);
}

/**
 * The one range of bytes that is asked for (RFC 9110, section 14): `whole` when there is none, several or a senseless one,
 * `none` when it lies outside.
 * @param {Request} request
 * @param {string} etag
 * @param {number} length
 * @returns {{ start: number, end: number } | 'whole' | 'none'} both bytes belong to the range
 */
function rangeOf({ method, headers: { range, 'if-range': mark } }, etag, length) {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/i.exec(range ?? '') ?? [];
  const isOfThis = mark === undefined || (mark === etag && !mark.startsWith('W/'));
  if (from + to === '' || method !== 'GET' || !isOfThis) return 'whole';
  const last = length - 1;
  if (from === '')
    return Number(to) > 0 && length > 0
      ? { start: Math.max(0, length - Number(to)), end: last }
      : 'none';
  if (to !== '' && Number(to) < Number(from)) return 'whole';
  if (Number(from) > last) return 'none';
  return { start: Number(from), end: to === '' ? last : Math.min(Number(to), last) };
}

/**
 * What a request's conditions make of an answer with status 200.
 * @param {{ headers: Record<string, string> }} answer
 * @param {Request} request
 * @param {string} etag
 * @param {number} length
 */
function onCondition({ headers: own }, request, etag, length) {
  /** @type {import('node:http').OutgoingHttpHeaders} */
  const headers = { ...own, etag, 'accept-ranges': 'bytes' };
  if (fresh(request.headers, { etag })) return { status: 304, headers, range: null };
  const range = rangeOf(request, etag, length);
  if (range === 'whole') return { status: 200, headers, range: null };
  const where = range === 'none' ? '*' : `${range.start}-${range.end}`;
  headers['content-range'] = `bytes ${where}/${length}`;
  if (range !== 'none') return { status: 206, headers, range };
  return { status: 416, headers: { ...headers, 'content-length': 0 }, range: null };
}

/**
 * @param {App} app
 * @param {string | null} key
 * @param {Answer} answer
 * @param {string} query
 * @param {Request} request
 * @param {Response} response
 */
async function send(app, key, answer, query, request, response) {
  const etag = answer.mark;
  const { status, headers, range } =
    answer.status === 200
      ? onCondition(answer, request, etag, answer.length)
      : { ...answer, headers: { ...answer.headers }, range: null };
  if (answer.isText) headers['vary'] = 'accept-encoding';
  const { location } = answer.headers;
  if (location !== undefined && !location.includes('?')) headers['location'] = location + query;
  if (status === 304 || status === 416) {
    response.writeHead(status, headers).end();
    return;
  }
  const encoding = answer.isText && range === null ? encodingFor(request.headers) : 'identity';
  const whole = answer.ready(encoding) ?? (await answer.body(encoding));
  if (key !== null) app.answers.keep(key, answer);
  const body = range === null ? whole : whole.subarray(range.start, range.end + 1);
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  headers['content-length'] = body.length;
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Sends a file from disk. It is opened once, and what is said of it is of what was opened; should it become shorter on the
 * way, the connection is broken off, since a part must not pass for the whole.
 * @param {FileAnswer} answer
 * @param {Request} request
 * @param {Response} response
 */
async function sendFile(answer, request, response) {
  const handle = await open(answer.file);
  try {
    const { size, mtimeMs, ino } = await handle.stat();
    const etag = `"${[size, mtimeMs * 1000, ino].map((n) => Math.round(n).toString(36)).join('-')}"`;
    const { status, headers, range } = onCondition(answer, request, etag, size);
    const { start, end } = range ?? { start: 0, end: size - 1 };
    const length = end + 1 - start;
    if (status === 200 || status === 206) headers['content-length'] = length;
    response.writeHead(status, headers);
    if (status === 304 || status === 416 || request.method === 'HEAD' || length === 0) {
      response.end();
      return;
    }
    await pipeline(
      handle.createReadStream({ start, end }),
      async function* (/** @type {AsyncIterable<Buffer>} */ parts) {
        let left = length;
        for await (const part of parts) {
          left -= part.length;
          yield part;
        }
        if (left !== 0) throw new Error(`${answer.file} became shorter while it was sent.`);
      },
      response,
    );
  } finally {
    await handle.close();
  }
}

/**
 * A server that listens at once and answers as soon as `app` is there; what is asked before waits.
 * @param {Promise<App>} app
 * @param {{ port: number, host: string }} at port 0 is any free one
 * @param {Partial<typeof LIMITS>} [given] milliseconds
 * @returns {Promise<{ address: string, port: number, connections: () => number, close: () => Promise<void> }>} the address
 *   without a base path, with a slash at its end; how many are connected; `close` lets requests end
 * @throws {Error} one sentence, when the port is taken or the host is not this machine's
 */
export async function listen(app, { port, host }, given) {
  const limits = { ...LIMITS, ...given };
  let isEnding = false;
  /** Answers that are not sent to their end. */
  let open = 0;
  /** @type {App | null} */
  let ready = null;
  // Each request gets its error, and so does the caller that opened it.
  app.then(
    (opened) => (ready = opened),
    () => undefined,
  );
  const server = createServer(
    { connectionsCheckingInterval: limits.check },
    (request, response) => {
      open += 1;
      response.once('close', () => (open -= 1));
      if (isEnding) response.shouldKeepAlive = false;
      // What is written to a reader who has left.
      response.on('error', () => response.destroy());
      if (ready !== null && sendAtOnce(ready, request, response)) return;
      app
        .then((opened) => answerTo(opened, request, response))
        .catch((/** @type {unknown} */ error) => {
          if (!isOfReader(error)) console.error(error);
          if (response.headersSent) response.destroy();
          else sendFailure(ready, request, response);
        });
    },
  );
  server.headersTimeout = limits.headers;
  server.requestTimeout = limits.request;
  server.keepAliveTimeout = limits.idle;
  server.setTimeout(limits.stalled, (socket) => socket.destroy());
  await new Promise((done, refused) => {
    server.once('error', (error) => refused(reasonOf(error, port, host)));
    server.listen(port, host, () => done(undefined));
  });
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    socket.once('close', () => (connections -= 1));
  });
  // Such as no descriptor left for one more connection.
  server.on('error', console.error);
  const bound = server.address();
  const own = typeof bound === 'object' && bound ? bound.port : port;
  return {
    address: `http://${nameOf(host)}:${own}/`,
    port: own,
    connections: () => connections,
    close: () =>
      new Promise((done) => {
        isEnding = true;
        // Not by its own `close`, which in some versions of Node breaks off answers that are still on their way.
        Server.prototype.close.call(server, () => {
          clearInterval(idle);
          clearTimeout(late);
          done();
        });
        const idle = setInterval(() => open === 0 && server.closeAllConnections(), 20);
        const late = setTimeout(() => server.closeAllConnections(), limits.grace);
      }),
  };
}

/** Whether an error only says that a reader has left. @param {unknown} error */
const isOfReader = (error) =>
  error instanceof Error &&
  'code' in error &&
  ['ECONNRESET', 'EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_PREMATURE_CLOSE'].includes(
    String(error.code),
  );

/** @param {string} host */
function nameOf(host) {
  if (['127.0.0.1', '0.0.0.0', '::', 'localhost'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
