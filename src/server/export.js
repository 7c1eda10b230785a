import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { MISSING } from './app.js';
import { brotliBest, gzipped, isCompressible } from './compress.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Plain} Plain */
/** @typedef {{ kind: string, reason: string, addresses: string[], exported: string[] }} Output */

/** Files at work at once: writing one goes on while the next is made. */
const AT_ONCE = 4;

/** Compressed forms that PRECOMPRESS names, by the endings of their files. */
const compressed = { br: brotliBest, gz: gzipped };
/** @typedef {keyof typeof compressed} Compression */

/**
 * What PRECOMPRESS asks for: `br`, `gz`, or `br,gz`.
 * @param {string | undefined} text
 * @returns {Compression[]}
 * @throws {Error} one sentence, for another word
 */
export function compressionsIn(text) {
  const names = (text ?? '').split(',').filter((name) => name !== '');
  const wrong = names.find((name) => !Object.hasOwn(compressed, name));
  if (wrong !== undefined)
    throw new Error(`PRECOMPRESS must be "br", "gz" or "br,gz"; it is "${text}".`);
  return /** @type {Compression[]} */ (names);
}

/**
 * Every kind of output of the site.
 * @param {App} app
 * @returns {Promise<Output[]>}
 */
export const outputsOf = async (app) =>
  JSON.parse((await app.fetch('/outputs.json')).body.toString('utf8'));

/** Where an address lies in a folder of files. @param {string} address */
const fileAt = (address) => (address.endsWith('/') ? `${address}index.html` : address);

/**
 * A page as a static host gives it: its policy, which a server sends as a header, is in it; `frame-ancestors` has no
 * meaning there.
 * @param {Plain} answer
 * @returns {Buffer}
 */
export function asFile({ headers, body }) {
  if (!headers['content-type']?.startsWith('text/html')) return body;
  const policy = (headers['content-security-policy'] ?? '').replace(
    /frame-ancestors [^;]*;\s*/,
    '',
  );
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  return Buffer.from(
    body.toString('utf8').replace(/(<head>\s*<meta charset="utf-8">)/, `$1${meta}`),
  );
}

/**
 * Writes the site as static files, by the same routes as the server. The folder is replaced only when the new one is
 * whole.
 * @param {App} app opened with MODE=export
 * @param {string} folder
 * @param {{ compressions: readonly Compression[], revisions: string, say: (done: number, of: number) => void }} options
 *   `revisions` is the folder in which archives are kept
 * @returns {Promise<{ files: number, bytes: number }>}
 * @throws {Error} for an address that is not answered with 200
 */
export async function exportSite(app, folder, { compressions, revisions, say }) {
  const target = resolve(folder);
  const begun = `${target}.${process.pid}`;
  const sum = { files: 0, bytes: 0 };
  /** Addresses that only pages name: their styles. @type {Set<string>} */
  const named = new Set();

  /** @param {string} path @param {Buffer} bytes @param {string} type */
  async function write(path, bytes, type) {
    const at = join(begun, path);
    await mkdir(dirname(at), { recursive: true });
    const forms = [['', bytes]];
    if (isCompressible(type, bytes.length))
      for (const name of compressions) forms.push([`.${name}`, await compressed[name](bytes)]);
    for (const [ending, form] of /** @type {[string, Buffer][]} */ (forms)) {
      await writeFile(`${at}${ending}`, form);
      sum.files += 1;
      sum.bytes += form.length;
    }
  }

  /** @param {string} address @param {number} [status] @param {string} [path] */
  async function take(address, status = 200, path = fileAt(address)) {
    const answer = await app.fetch(address);
    if (answer.status !== status)
      throw new Error(`Not exported: ${address} was answered with ${answer.status}.`);
    const bytes = asFile(answer);
    const type = answer.headers['content-type'] ?? '';
    if (type.startsWith('text/html'))
      for (const [, style = ''] of bytes
        .toString('utf8')
        .matchAll(/href="[./]*(styles\/\w+\.css)"/g))
        named.add(`/${style}`);
    await write(path, bytes, type);
  }

  try {
    await rm(begun, { recursive: true, force: true });
    const addresses = (await outputsOf(app)).flatMap(({ exported }) => exported);
    const all = addresses.length;
    /** @type {unknown[]} */
    const failed = [];
    const worker = async () => {
      for (let next = addresses.shift(); next !== undefined; next = addresses.shift()) {
        await take(next).catch((cause) => failed.push(cause));
        // The others end what they are writing, or its folder could not be removed.
        if (failed.length > 0) return;
        say(all - addresses.length, all);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (failed.length > 0) throw failed[0];
    await take(MISSING, 404, '/404.html');
    for (const style of named) await take(style);
    for (const [path, { body, headers }] of app.files)
      await write(path, body, headers['content-type'] ?? '');
    // Asking for the newest archive keeps it among the others.
    const { situations } = JSON.parse((await app.fetch('/data/latest.json')).body.toString('utf8'));
    for (const [situation, { archive }] of Object.entries(situations)) {
      await take(archive);
      const kept = join(revisions, situation);
      await cp(kept, join(begun, 'data', situation, 'revisions'), { recursive: true });
      sum.files += (await readdir(kept)).length - 1;
    }
    const old = `${begun}.old`;
    await rename(target, old).catch((/** @type {NodeJS.ErrnoException} */ cause) => {
      if (cause.code !== 'ENOENT') throw cause;
    });
    await rename(begun, target);
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(begun, { recursive: true, force: true });
  }
  return sum;
}
