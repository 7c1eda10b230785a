import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

/** Days for which a translation of other sources is kept: a program that began with it may still load parts of it. */
const KEPT_DAYS = 7;
const DAY = 86_400_000;

/**
 * The folder with the modules as JavaScript, one file each and what they share; made by Vite when the sources, the
 * packages or the list are others than before. It lies within node_modules, so that packages are found from there.
 * @param {string} root of the project, with a slash at its end
 * @param {readonly string[]} modules below src/lib
 * @throws {NodeJS.ErrnoException} where node_modules cannot be written to
 */
export async function bundled(root, modules) {
  const home = join(root, 'node_modules/.cache/caveat-commands');
  const folder = join(home, keyOf(root, modules));
  if (existsSync(folder)) return folder;
  mkdirSync(home, { recursive: true });
  const made = mkdtempSync(join(home, 'making-'));
  try {
    await bundle(root, modules, made);
    renameSync(made, folder);
  } catch (cause) {
    rmSync(made, { recursive: true, force: true });
    // Another process has made the same meanwhile.
    if (!existsSync(folder)) throw cause;
  }
  clearOld(home, folder);
  return folder;
}

/**
 * A hash of all that the translation is made from.
 * @param {string} root
 * @param {readonly string[]} modules
 */
function keyOf(root, modules) {
  const hash = createHash('sha256').update(JSON.stringify(modules));
  const sources = readdirSync(join(root, 'src/lib'), { recursive: true })
    .map(String)
    .filter((name) => /\.[jt]s$/.test(name) && !/\.(?:test|bench|d)\.ts$/.test(name))
    .sort()
    .map((name) => join('src/lib', name));
  for (const name of [
    ...sources,
    'src/commands/bundle.js',
    'package.json',
    'node_modules/.package-lock.json',
  ])
    hash.update(`\0${name}\0`).update(readFileSync(join(root, name)));
  return hash.digest('hex').slice(0, 32);
}

/**
 * @param {string} root
 * @param {readonly string[]} modules
 * @param {string} outDir
 */
async function bundle(root, modules, outDir) {
  const { build } = await import('vite');
  const mode = process.env['NODE_ENV'];
  const input = Object.fromEntries(
    modules.map((path) => [path.replace(/\.ts$/, ''), join(root, 'src/lib', path)]),
  );
  await build({
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { external: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
      },
    },
  });
  // Vite sets it, and what this command starts later would inherit it the first time only.
  if (mode === undefined) delete process.env['NODE_ENV'];
}

/**
 * @param {string} home
 * @param {string} folder that stays
 */
function clearOld(home, folder) {
  for (const name of readdirSync(home)) {
    const one = join(home, name);
    const made = statSync(one, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (one !== folder && Date.now() - made > KEPT_DAYS * DAY)
      rmSync(one, { recursive: true, force: true });
  }
}
