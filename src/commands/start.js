import { refuseOldNode } from './node-version.js';

refuseOldNode();
start().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

/** From a fresh checkout to a site one can open. */
async function start() {
  // Each thread that compresses keeps memory of its own: two are enough for two cores.
  process.env['UV_THREADPOOL_SIZE'] ??= '2';
  const { setFlagsFromString } = await import('node:v8');
  // Unused memory is looked for when the heap has grown by a third. V8 waits for up to four times what was in use, and one
  // large file of data among many pages then leaves hundreds of megabytes that nothing needs.
  setFlagsFromString('--heap-growing-percent=30');
  const { listenAt, refuseTaken } = await import('./listen-at.js');
  const at = listenAt(process.env);
  await refuseTaken(at);
  const { installIfNeeded } = await import('./install.js');
  const { root } = await import('./run.js');
  await installIfNeeded(root);
  const { builtServer } = await import('../server/build.js');
  const folder = await builtServer(root, console.log);
  const { listen } = await import('../server/listen.js');
  const { openApp } = await import('../server/app.js');
  const { endOnSignals } = await import('../server/ending.js');
  console.log('Reading the seeds …');
  const app = openApp(folder);
  // Requests wait for it; its error ends the start.
  const { address, close } = await listen(app, at);
  endOnSignals(close);
  const { base, warm } = await app;
  console.log(`Caveat answers at ${address.replace(/\/$/, '')}${base}/ (Ctrl+C ends it).`);
  await warm();
}
