import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

/** What the built server is made from; commands and tests are no part of it. */
const SOURCES = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
const NO_SOURCE = /^src\/(?:commands|server)\/(?!vite\/)|\.(?:test|bench)\.ts$/;
/** Whole builds that are kept: the newest, and one before it. */
const KEPT = 2;

/**
 * The files below a folder or the file itself, by path from the project's folder, in one order everywhere.
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesAt(root, path) {
  const at = join(root, path);
  if (!existsSync(at)) return [];
  if (statSync(at).isFile()) return [path];
  return readdirSync(at)
    .sort()
    .flatMap((name) => filesAt(root, `${path}/${name}`));
}

/**
 * A name for the built server: sixteen hexadecimal digits that change with any source and with BASE_PATH, which is part
 * of what is built.
 * @param {string} root the project's folder
 * @param {string} base
 */
export function buildName(root, base = process.env['BASE_PATH'] ?? '') {
  const hash = createHash('sha256').update(`${base}\0`);
  for (const path of SOURCES.flatMap((source) => filesAt(root, source))) {
    if (NO_SOURCE.test(path)) continue;
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * The folder of the server built from the sources as they are now; it is built when there is none. Builds lie beside
 * one another in `dist/`, each under the name of its sources, and get that name only when they are whole: so a server
 * that runs keeps its files, an interrupted build is made anew, and two builds at once do not disturb each other.
 * @param {string} root the project's folder
 * @param {(text: string) => void} say takes a line about a step that takes over a second
 * @param {(root: string, folder: string) => Promise<void>} [build] builds the server into a folder
 * @returns {Promise<string>}
 * @throws {Error} with what the build wrote, when it stops
 */
export async function builtServer(root, say, build = runVite) {
  const dist = join(root, 'dist');
  const name = buildName(root);
  const whole = join(dist, name);
  if (existsSync(whole)) return whole;
  const begun = join(dist, `${name}.${process.pid}.${randomUUID().slice(0, 8)}`);
  mkdirSync(begun, { recursive: true });
  say('Building the server (about 15 seconds) …');
  try {
    await build(root, begun);
    if (buildName(root) !== name)
      throw new Error('Not built: the sources changed meanwhile. Please start again.');
    renameSync(begun, whole);
  } catch (cause) {
    // Another build of the same sources was first.
    if (!existsSync(whole)) throw cause;
  } finally {
    rmSync(begun, { recursive: true, force: true });
  }
  removeOld(dist, name);
  return whole;
}

/**
 * @param {string} root
 * @param {string} folder
 */
async function runVite(root, folder) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  // The bytes depend on the sources alone, not on where or in what language they are built.
  const env = { ...process.env, TZ: 'UTC', LANG: 'C', LC_ALL: 'C', NODE_ENV: 'production' };
  for (const key of Object.keys(env))
    if (/^(?:VITEST|TEST|DEV|PROD|MODE|SSR)/.test(key)) Reflect.deleteProperty(env, key);
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...env, BUILD_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // It ends with us, also when a signal ends us.
  const end = () => void child.kill();
  const stop = () => process.exit(1);
  process.once('exit', end).once('SIGINT', stop).once('SIGTERM', stop);
  /** @type {Buffer[]} */
  const written = [];
  child.stdout.on('data', (part) => written.push(part));
  child.stderr.on('data', (part) => written.push(part));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  process.off('exit', end).off('SIGINT', stop).off('SIGTERM', stop);
  if (code !== 0)
    throw new Error(`The build stopped:\n${Buffer.concat(written).toString('utf8').trim()}`);
}

/**
 * Removes older builds and what ended processes left half; a build that a process is making or serving stays. A server
 * has loaded all that it needs from its folder when it begins to listen, so even an old one goes on.
 * @param {string} dist
 * @param {string} current
 */
function removeOld(dist, current) {
  const builds = readdirSync(dist)
    .filter((name) => /^[\da-f]{16}(?:\.\d+\..+)?$/.test(name) && name !== current)
    .map((name) => ({
      name,
      at: statSync(join(dist, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((a, b) => b.at - a.at);
  const whole = builds.filter(({ name }) => !name.includes('.'));
  const half = builds.filter(
    ({ name }) => name.includes('.') && !isRunning(Number(name.split('.')[1])),
  );
  for (const { name } of whole.slice(KEPT - 1)) {
    // It loses the name of a whole build first: should this process end, no half is taken for one.
    const old = join(dist, `${name}.${process.pid}.old`);
    try {
      renameSync(join(dist, name), old);
    } catch {
      // Another process removes it.
      continue;
    }
    rmSync(old, { recursive: true, force: true });
  }
  for (const { name } of half) rmSync(join(dist, name), { recursive: true, force: true });
}

/** Whether there is a process of this number. @param {number} pid */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
