import { createServer } from 'node:http';
import fresh from 'fresh';
import Negotiator from 'negotiator';
import parseRange from 'range-parser';
import { reasonOf } from '../commands/listen-at.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('./answers.js').Encoding} Encoding */

/** Milliseconds: of a request's headers, of a whole request, of a connection without one, of one where nothing moves. */
const limits = { headers: 10_000, request: 15_000, idle: 5_000, stalled: 20_000, check: 2_000 };
/** Milliseconds that requests have to end when the server ends. */
const GRACE = 4_000;

/** An address has one form: no needless escapes, no dot segments. */
const DOTS = /(?:^|\/)\.{1,2}(?:\/|$)/;

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
  try {
    if (!path.startsWith('/') || decodeURIComponent(path) !== path || DOTS.test(path)) return null;
  } catch {
    return null;
  }
  return { path, query };
}

/**
 * Answers one request; an error of any step is answered with 500 and ends that request alone.
 * @param {App} app
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answerTo(app, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Length': 0 }).end();
    return;
  }
  const target = targetOf(request.url ?? '/');
  const below = target && pathBelow(app.base, target.path);
  if (target && below === null && target.path === app.base) {
    response.writeHead(308, { Location: `${app.base}/${target.query}`, 'Content-Length': 0 }).end();
    return;
  }
  const { key, answer } = await app.answer(below ?? '/404', target?.query);
  await send(app, key, answer, request, response);
}

/**
 * @param {string} base
 * @param {string} path
 */
const pathBelow = (base, path) => (path.startsWith(`${base}/`) ? path.slice(base.length) : null);

/** What the header Accept-Encoding asks for; browsers send a handful of them. @type {Map<string, Encoding>} */
const encodings = new Map();

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Encoding}
 */
function encodingFor(request) {
  const asked = String(request.headers['accept-encoding'] ?? '');
  const known = encodings.get(asked);
  if (known !== undefined) return known;
  const chosen = new Negotiator(request).encoding(['br', 'gzip', 'identity']) ?? 'identity';
  if (encodings.size > 100) encodings.clear();
  encodings.set(asked, /** @type {Encoding} */ (chosen));
  return /** @type {Encoding} */ (chosen);
}

/**
 * @param {App} app
 * @param {string | null} key
 * @param {Answer} answer
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function send(app, key, answer, request, response) {
  const { status } = answer;
  /** @type {import('node:http').OutgoingHttpHeaders} */
  const headers = { ...answer.headers };
  if (answer.isText) headers['vary'] = 'accept-encoding';
  if (status === 200) {
    const validator = { etag: answer.isText ? `W/${answer.etag}` : answer.etag };
    headers['etag'] = validator.etag;
    headers['accept-ranges'] = 'bytes';
    if (fresh(request.headers, validator)) {
      if (key !== null) app.answers.keep(key, answer);
      response.writeHead(304, headers).end();
      return;
    }
    const range = request.headers.range;
    if (range !== undefined && isOf(answer, request)) {
      const parts = parseRange(answer.length, range);
      if (parts === -1) {
        response
          .writeHead(416, {
            ...headers,
            'content-range': `bytes */${answer.length}`,
            'content-length': 0,
          })
          .end();
        return;
      }
      // Several ranges may be answered with the whole.
      const [part] = parts === -2 || parts.type !== 'bytes' || parts.length !== 1 ? [] : parts;
      if (part) {
        const body = (await answer.body('identity')).subarray(part.start, part.end + 1);
        headers['content-range'] = `bytes ${part.start}-${part.end}/${answer.length}`;
        headers['content-length'] = body.length;
        response.writeHead(206, headers).end(request.method === 'HEAD' ? undefined : body);
        return;
      }
    }
  }
  const encoding = answer.isText ? encodingFor(request) : 'identity';
  const body = answer.ready(encoding) ?? (await answer.body(encoding));
  if (key !== null) app.answers.keep(key, answer);
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  headers['content-length'] = body.length;
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Whether a part of this very answer is asked for: `If-Range` names its mark, or is not there.
 * @param {Answer} answer
 * @param {import('node:http').IncomingMessage} request
 */
const isOf = (answer, { headers: { 'if-range': mark } }) =>
  mark === undefined || mark === answer.etag;

/**
 * A server that listens at once and answers as soon as `app` is there; what is asked before waits.
 * @param {Promise<App>} app
 * @param {{ port: number, host: string }} at port 0 is any free one
 * @returns {Promise<{ address: string, port: number, close: () => Promise<void> }>} the address without a base path, with
 *   a slash at its end; `close` lets requests end
 * @throws {Error} one sentence, when the port is taken or the host is not this machine's
 */
export async function listen(app, { port, host }) {
  const server = createServer(
    { connectionsCheckingInterval: limits.check },
    (request, response) => {
      response.on('error', () => response.destroy());
      app
        .then((ready) => answerTo(ready, request, response))
        .catch((/** @type {unknown} */ error) => {
          console.error(error);
          if (response.headersSent) response.destroy();
          else
            response
              .writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
              .end('The server has made an error.\n');
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
  const bound = server.address();
  const own = typeof bound === 'object' && bound ? bound.port : port;
  return {
    address: `http://${nameOf(host)}:${own}/`,
    port: own,
    close: () =>
      new Promise((done) => {
        const late = setTimeout(() => server.closeAllConnections(), GRACE);
        server.close(() => {
          clearTimeout(late);
          done();
        });
        server.closeIdleConnections();
      }),
  };
}

/** @param {string} host */
function nameOf(host) {
  if (['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
