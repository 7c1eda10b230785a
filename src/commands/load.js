import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @type {Promise<{ import: (path: string) => Promise<any> }> | undefined} */
let runner;

/**
 * A module of the library. It is TypeScript, which Node 20 does not read: Vite, which builds the site from it, loads it
 * here too. All are loaded by one runner, so that a module they share is read once.
 * @param {string} path below src/lib
 */
export async function load(path) {
  const file = `${ROOT}src/lib/${path}`;
  // In a test Vite reads this very file already, and the library with it.
  if (import.meta.env !== undefined) return import(/* @vite-ignore */ file);
  return (await (runner ??= openRunner())).import(file);
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
