import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import sirv from 'sirv';

/** Features a page of texts never needs, all off. */
const off = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** What an answer carries. A page's own policy is a meta element; `frame-ancestors` works only here. */
const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': off.map((feature) => `${feature}=()`).join(', '),
};

/** An embed and its scripts are for pages of others; a sandboxed frame is of another origin than the site itself. */
const forOthers = {
  'Content-Security-Policy': 'frame-ancestors *',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** What lies below `/embed/`; the page there that explains embeds is none itself. */
const isForOthers = (/** @type {string} */ path) => /^\/embed\/./.test(path);

/** What never changes under its address: named by its contents, or by the revision of the data in it. */
const isForGood = (/** @type {string} */ path) =>
  path.startsWith('/_app/immutable/') || /^\/data\/[^/]+\/revisions\/[^/]+\//.test(path);

/** Kinds whose characters must be named, or a spreadsheet guesses. */
const types = {
  '.csv': 'text/csv; charset=utf-8',
  '.schema.json': 'application/schema+json; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.ttl': 'text/turtle; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/**
 * @param {string} path any text, as an address may hold it
 * @returns {boolean} false also for what is no path at all
 */
function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Serves a built site as a careful host would: compressed, revalidated, without anything a page does not need.
 * @param {string} folder the built site
 * @param {number} port 0 for any free one
 * @returns {Promise<{ address: string, close: () => Promise<void> }>} `address` ends with a slash
 * @throws {Error} one sentence, when the folder holds no site or the port is taken
 */
export async function serve(folder, port) {
  const home = resolve(folder);
  if (!isFile(join(home, 'index.html')))
    throw new Error(`There is no built site in ${folder}: run "npm run build" first.`);
  const files = sirv(home, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(answer, path) {
      const kind = Object.entries(types).find(([ending]) => path.endsWith(ending));
      if (kind) answer.setHeader('Content-Type', kind[1]);
    },
  });
  const missing = isFile(join(home, '404.html')) ? readFileSync(join(home, '404.html')) : '';

  const server = createServer((request, answer) => {
    for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      answer.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    // A second slash at the start would make a redirect name another host.
    const [path = '/', query] = (request.url ?? '/').replace(/^[/\\]+/, '/').split(/\?(.*)/s);
    const notFound = () => {
      answer.writeHead(404, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Length': Buffer.byteLength(missing),
        'Cache-Control': 'no-cache',
      });
      answer.end(request.method === 'HEAD' ? undefined : missing);
    };
    const name = decoded(path);
    // An address has one form: no needless escapes, no dot segments, no names of files beside a page.
    const isBesideText =
      name !== null && /\.(?:br|gz)$/.test(name) && isFile(join(home, name.replace(/\.\w+$/, '')));
    if (name !== path || /(?:^|\/)\.{1,2}(?:\/|$)|\/index\.html$/.test(name) || isBesideText)
      return notFound();
    if (!name.endsWith('/') && isFile(join(home, name, 'index.html'))) {
      answer
        .writeHead(308, {
          Location: `${path}/${query === undefined ? '' : `?${query}`}`,
          'Cache-Control': 'no-cache',
        })
        .end();
      return;
    }
    // An address has one form: only what lies there under this very name is an answer.
    if (!isFile(join(home, name.endsWith('/') ? `${name}index.html` : name))) return notFound();
    if (isForOthers(name))
      for (const [header, value] of Object.entries(forOthers)) answer.setHeader(header, value);
    answer.setHeader(
      'Cache-Control',
      isForGood(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    answer.setHeader('Vary', 'Accept-Encoding');
    // Texts are small and sent whole; a range that makes no sense would end the server.
    delete request.headers.range;
    files(request, answer, notFound);
  });

  await new Promise((done, refused) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      refused(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken: stop what uses it, or choose another with PORT.`)
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', () => done(undefined));
  });
  const bound = server.address();
  return {
    address: `http://localhost:${typeof bound === 'object' && bound ? bound.port : port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {string} path
 * @returns {string | null} null for what is no address
 */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
