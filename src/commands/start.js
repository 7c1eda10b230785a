import { refuseOldNode } from './node-version.js';

refuseOldNode();
start().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

/** From a fresh checkout to a site one can open. */
async function start() {
  const port = portOf(process.env['PORT']);
  const { join } = await import('node:path');
  const { installIfNeeded } = await import('./install.js');
  const { root, runCommand } = await import('./run.js');
  await installIfNeeded(root);
  if ((await runCommand('build')) !== 0) throw new Error('Not started: there is no site to serve.');
  const { serve } = await import('./serve.js');
  const { address, close } = await serve(join(root, 'build'), port);
  const end = () => void close();
  process.once('SIGINT', end).once('SIGTERM', end);
  console.log(`Caveat stands at ${address} (Ctrl+C ends it).`);
}

/**
 * @param {string | undefined} text
 * @returns {number}
 */
function portOf(text) {
  const port = text === undefined || text === '' ? 4173 : Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Error(`PORT must be a whole number from 0 to 65535; it is "${text}".`);
}
