import { refuseOldNode } from './node-version.js';

refuseOldNode();
build().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

/** Builds the server when its sources changed since it was last built. */
async function build() {
  const { installIfNeeded } = await import('./install.js');
  const { root } = await import('./run.js');
  await installIfNeeded(root);
  const { relative } = await import('node:path');
  const { builtServer } = await import('../server/build.js');
  const folder = await builtServer(root, console.log);
  console.log(`The server is built in ${relative(root, folder)}.`);
}
