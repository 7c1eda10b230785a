import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { MISSING } from './app.js';
import { isRunning } from './build.js';
import { brotliBest, gzipped, isCompressible } from './compress.js';
import { smallerPng } from './smaller-png.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Plain} Plain */
/** @typedef {{ kind: string, reason: string, addresses: string[], exported: string[] }} Output */

/** Files at work at once: writing one goes on while the next is made. */
const AT_ONCE = 4;
/** Milliseconds before what is still being made is asked for again, and how often at most. */
const PAUSE = 1_000;
const AGAIN = 120;

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
 * A page as a static host gives it: its policy, which a server sends as a header, is in it, before anything that it is
 * about; `frame-ancestors` has no meaning there.
 * @param {string} address
 * @param {Plain} answer
 * @returns {Buffer}
 */
export function asFile(address, { headers, body }) {
  if (!headers['content-type']?.startsWith('text/html')) return body;
  const policy = (headers['content-security-policy'] ?? '').replace(
    /frame-ancestors [^;]*(?:;\s*|$)/,
    '',
  );
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  const [before, after] = body.toString('utf8').split(/(?<=<head>\s*<meta charset="utf-8">)/);
  if (policy === '' || after === undefined)
    throw new Error(`Not exported: ${address} has no policy, or no head to put it into.`);
  return Buffer.from(`${before}${meta}${after}`);
}

/**
 * Removes what ended exports left half beside the folder.
 * @param {string} target
 */
async function removeHalf(target) {
  for (const name of await readdir(dirname(target))) {
    const [, pid] = name.startsWith(`${basename(target)}.`)
      ? (/\.(\d+)(?:\.old)?$/.exec(name) ?? [])
      : [];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(dirname(target), name), { recursive: true, force: true });
  }
}

/**
 * @param {string} folder that will be replaced
 * @throws {Error} one sentence, when it holds anything but an export
 */
async function refuseOther(folder) {
  const names = await readdir(folder).catch((/** @type {NodeJS.ErrnoException} */ cause) => {
    if (cause.code === 'ENOENT') return [];
    throw cause.code === 'ENOTDIR' ? new Error(`Not exported: ${folder} is no folder.`) : cause;
  });
  if (names.length > 0 && !existsSync(join(folder, 'data/latest.json')))
    throw new Error(
      `Not exported: ${folder} is not an export and would be replaced. Empty it or name another folder.`,
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
 * @throws {Error} for an address that is not answered with 200, and for a folder that holds something else
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
    let answer = await app.fetch(address);
    // A picture or a PDF is still being made, or waits for its turn.
    for (let again = 0; answer.status === 503 && again < AGAIN; again += 1) {
      await setTimeout(PAUSE);
      answer = await app.fetch(address);
    }
    if (answer.status !== status)
      throw new Error(`Not exported: ${address} was answered with ${answer.status}.`);
    const type = answer.headers['content-type'] ?? '';
    const bytes = type === 'image/png' ? await smallerPng(answer.body) : asFile(address, answer);
    if (type.startsWith('text/html'))
      for (const [, style = ''] of bytes
        .toString('utf8')
        .matchAll(/href="(?:[^"]*\/)?(styles\/\w+\.css)"/g))
        named.add(`/${style}`);
    await write(path, bytes, type);
  }

  try {
    await mkdir(dirname(target), { recursive: true });
    await refuseOther(target);
    await removeHalf(target);
    const addresses = (await outputsOf(app)).flatMap(({ exported }) => exported);
    const all = addresses.length;
    let done = 0;
    /** @type {unknown[]} */
    const failed = [];
    const worker = async () => {
      for (let next = addresses.shift(); next !== undefined; next = addresses.shift()) {
        await take(next).catch((cause) => failed.push(cause));
        // The others end what they are writing, or its folder could not be removed.
        if (failed.length > 0) return;
        done += 1;
        say(done, all);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (failed.length > 0) throw failed[0];
    await take(MISSING, 404, '/404.html');
    for (const style of named) await take(style);
    for (const [path, { body, headers }] of app.files)
      await write(path, body, headers['content-type'] ?? '');
    // Asking for the newest archive keeps it among the others, which stay for good.
    const { situations } = JSON.parse((await app.fetch('/data/latest.json')).body.toString('utf8'));
    for (const [situation, { archive }] of Object.entries(situations)) {
      await take(archive);
      const kept = join(revisions, situation);
      for (const name of await readdir(kept))
        if (name !== basename(archive))
          await write(
            `/data/${situation}/revisions/${name}`,
            await readFile(join(kept, name)),
            'application/zip',
          );
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
