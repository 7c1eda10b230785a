import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundled } from './bundle.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What commands load of the library, below src/lib. All are bundled together, so that a module they share is read once. */
const MODULES = [
  'drawing/draw-base-map.ts',
  'drawing/map-policy.ts',
  'drawing/projection.ts',
  'intake/importing.ts',
  'records/before.ts',
  'records/columns.ts',
  'records/draft.ts',
  'records/source.ts',
  'records/word-lists.ts',
  'server/made/png.ts',
  'server/made/sheet-printer.ts',
  'server/tables/figure-tables.ts',
  'values/day.ts',
  'values/sheet-choice.ts',
  'views/quality/ahead.ts',
  'views/quality/findings.ts',
  'views/quality/moved.ts',
  'wording/days.ts',
  'wording/figures.ts',
  'wording/findings.ts',
  'wording/places.ts',
  'wording/seen-differently.ts',
];

/** What a disk says that does not take the translation. */
const REFUSALS = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'];

/** @type {Promise<(path: string) => Promise<any>> | undefined} */
let importer;

/**
 * A module of the library. It is TypeScript, which Node 20 does not read: it is translated once for each state of the
 * sources (bundle.js) and loaded from there.
 * @param {string} path below src/lib, one of `MODULES`
 * @throws {Error} for a module that is not listed here
 */
export async function load(path) {
  // In a test Vite reads this very file already, and the library with it.
  if (import.meta.env !== undefined) return import(/* @vite-ignore */ `${ROOT}src/lib/${path}`);
  if (!MODULES.includes(path)) throw new Error(`${path} is not among the modules of load.js`);
  return (await (importer ??= openImporter()))(path);
}

/** @returns {Promise<(path: string) => Promise<any>>} */
async function openImporter() {
  try {
    const folder = await bundled(ROOT, MODULES);
    return (path) => import(pathToFileURL(`${folder}/${path.replace(/\.ts$/, '.js')}`).href);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (!REFUSALS.includes(code)) throw cause;
    // Where node_modules may not be written to, it is translated in memory, each time.
    const runner = await openRunner();
    return (path) => runner.import(`${ROOT}src/lib/${path}`);
  }
}

async function openRunner() {
  const { createRunnableDevEnvironment, resolveConfig } = await import('vite');
  const config = await resolveConfig(
    {
      root: ROOT,
      configFile: false,
      envDir: false,
      logLevel: 'error',
      environments: {
        commands: {
          consumer: 'server',
          dev: { moduleRunnerTransform: true },
          resolve: { external: true, mainFields: [], conditions: ['node'] },
        },
      },
    },
    'serve',
  );
  const environment = createRunnableDevEnvironment('commands', config, {
    runnerOptions: { hmr: { logger: false } },
    hot: false,
  });
  await environment.init();
  return environment.runner;
}
